'use client';
// Words that were half typed about a line which has left the draft meanwhile: here they are, to be used or let go.
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { FacilitatorView } from '../../../server/engine/views';
import { Button } from '../../ui/button';
import { OwnWords } from '../../ui/own-words';
import { AddDialog } from './add-dialog';
import type { HalfTyped } from './half-typed';
import styles from './writing.module.css';

export function LeftWords({
  view,
  all,
  keep,
}: {
  readonly view: FacilitatorView;
  readonly all: readonly HalfTyped[];
  readonly keep: (all: readonly HalfTyped[]) => void;
}) {
  const t = useTranslations('Console');
  const [using, setUsing] = useState<HalfTyped>();
  const left = all.filter(
    ({ lineId, words }) =>
      lineId !== undefined && view.draft.lines[lineId] === undefined && words.some(({ text }) => text.trim() !== ''),
  );
  const place = useRef<HTMLElement>(null);
  const { length } = left;
  useEffect(() => {
    // The dialog they were typed in has just closed by itself: what it held must not be out of sight.
    if (length > 0) place.current?.scrollIntoView({ block: 'center' });
  }, [length]);
  const letGo = (one: HalfTyped) => keep(all.filter((other) => other !== one));
  return (
    <>
      {left.length > 0 && (
        <section ref={place} className={styles.changed} role="alert">
          <p>{t('draft.left.title')}</p>
          <ul className={styles.left}>
            {left.map((one) => (
              <li key={`${one.name} ${one.lineId}`}>
                <div>
                  {one.words.map((words, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the first half and the second are nothing but their places
                    <p key={at}>
                      <OwnWords words={words} />
                    </p>
                  ))}
                </div>
                <Button onClick={() => setUsing(one)}>{t('draft.left.use')}</Button>
                <Button weight="quiet" onClick={() => letGo(one)}>
                  {t('draft.left.letGo')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {using !== undefined && (
        <AddDialog
          view={view}
          words={joined(using)}
          onClose={() => setUsing(undefined)}
          onDone={() => {
            letGo(using);
            setUsing(undefined);
          }}
        />
      )}
    </>
  );
}

function joined({ words: [first, ...more] }: HalfTyped) {
  const text = [first?.text ?? '', ...more.map((words) => words.text)].filter((one) => one.trim() !== '').join(' ');
  return { text, lang: first?.lang ?? 'ky' } as const;
}
