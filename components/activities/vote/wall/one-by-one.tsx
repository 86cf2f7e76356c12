'use client';
// The moment of the result: the chosen, one after another, from the last place to the first.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TELLING_MS } from '../../../../server/engine/limits';
import { useSecondsLeft } from '../../../live/countdown';
import { OwnWords } from '../../../ui/own-words';
import type { RankedOption } from '../ranked';
import styles from './one-by-one.module.css';

export type Place = {
  readonly option: RankedOption;
  readonly place: number;
  /** How many are chosen beside it: in all, or of its theme, whose name then stands there. */
  readonly of: number;
  readonly theme?: string;
  readonly why: string | undefined;
};

/** How many places are still hidden, by the server's clock; none for those who asked for less motion. */
export function useCountdown(places: number, toldAt: number | undefined, serverNow: () => number): number {
  const seconds = useSecondsLeft(toldAt, serverNow) ?? 0;
  const [isCalm] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  return isCalm ? 0 : Math.max(0, Math.min(places, Math.ceil((1000 * seconds) / TELLING_MS)));
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
