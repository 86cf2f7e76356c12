'use client';
// Pictures that follow one another on the wall by themselves, each for as long as its pages take. ↑ and ↓ turn by hand,
// the space bar stops and goes on, as it does for pages (WCAG 2.2.2).
import { type ReactNode, useEffect, useState } from 'react';
import { PAGE_MS } from './page-turner';
import styles from './scenes.module.css';

export type Scene = {
  readonly key: string;
  readonly title: string;
  readonly node: (onPages: (count: number) => void) => ReactNode;
};

export function Scenes({ scenes }: { readonly scenes: readonly Scene[] }) {
  const [place, setPlace] = useState(0);
  const [pages, setPages] = useState(1);
  const [paused, setPaused] = useState(false);
  const count = scenes.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture turned to by hand gets its full time too
  useEffect(() => {
    if (count <= 1 || paused) return;
    const timer = setTimeout(() => setPlace((now) => (now + 1) % count), PAGE_MS * Math.max(1, pages));
    return () => clearTimeout(timer);
  }, [count, pages, paused, place]);

  useEffect(() => {
    if (count <= 1) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown') setPlace((now) => (now + 1) % count);
      else if (event.key === 'ArrowUp') setPlace((now) => (now + count - 1) % count);
      else if (event.key === ' ') setPaused((now) => !now);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [count]);

  const scene = scenes[place % Math.max(1, count)];
  if (scene === undefined) return null;
  return (
    <section className={styles.scene} aria-label={scene.title}>
      <h2 className={styles.title}>{scene.title}</h2>
      <div className={styles.picture} key={scene.key}>
        {scene.node(setPages)}
      </div>
    </section>
  );
}
