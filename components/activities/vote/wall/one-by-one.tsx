'use client';
// The moment of the result: the chosen, one after another, from the last place to the first.
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { OwnWords } from '../../../ui/own-words';
import type { RankedOption } from '../ranked';
import styles from './one-by-one.module.css';

/** Long enough to read the heading aloud. */
const EACH_MS = 5_000;

export type Place = {
  readonly option: RankedOption;
  readonly place: number;
  /** How many are chosen beside it: in all, or of its theme, whose name then stands there. */
  readonly of: number;
  readonly theme?: string;
  readonly why: string | undefined;
};

/** How many places are still hidden; 0 at once for those who asked for less motion. */
export function useCountdown(places: number): number {
  const [left, setLeft] = useState(() => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : places));
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), EACH_MS);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}

export function OneByOne({ place }: { readonly place: Place }) {
  const t = useTranslations('Vote');
  const { option, theme, of, why } = place;
  return (
    <div className={styles.card} key={option.id}>
      <p className={styles.place}>
        <strong>{place.place}</strong>
        <span>{t('placeOf', { place: place.place, places: of })}</span>
        {theme !== undefined && <span>{theme}</span>}
      </p>
      <h2 className={styles.heading} data-long={option.heading.text.length > 110 || undefined}>
        <OwnWords words={option.heading} />
      </h2>
      {why !== undefined && <p className={styles.why}>{why}</p>}
    </div>
  );
}
