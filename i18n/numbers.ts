// Figures as a reader writes them: the decimal sign and the gap between thousands are those of the language.
import type { Locale } from '../server/engine/vocabulary';

/** Four digits are read at a glance; from five on they are parted, in Kyrgyz and Russian by a thin space that does not break. */
const PARTED = 10_000;

export function numberIn(locale: Locale, value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const [gap, point] = locale === 'en' ? [',', '.'] : ['\u202f', ','];
  const parted = Math.abs(value) < PARTED ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, gap);
  return `${value < 0 ? '−' : ''}${parted}${decimals === undefined ? '' : `${point}${decimals}`}`;
}
