// What the room's judgement of a line comes to, as a shape and a word: never by colour alone.

import { useTranslations } from 'next-intl';
import type { AgreementMark } from '../../server/engine/voting/publishing/agreement-mark';
import styles from './agreement-mark.module.css';

const SHAPES = { agreed: '✓', reservations: '≈', contested: '≠' } as const;

export function LineMark({ mark }: { readonly mark: AgreementMark }) {
  const t = useTranslations('Marks');
  return (
    <span className={styles.mark} data-mark={mark}>
      <span className={styles.shape} aria-hidden="true">
        {SHAPES[mark]}
      </span>{' '}
      {t(mark)}
    </span>
  );
}
