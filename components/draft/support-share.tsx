// How many support a line, of how many who did not abstain: a share is never shown without what it is a share of.

import { useTranslations } from 'next-intl';
import type { JudgedFigures } from '../../server/engine/voting/publishing/endorsement';

export function SupportShare({ figures }: { readonly figures: JudgedFigures }) {
  const t = useTranslations('Marks');
  const { given, counts, support = 0, base = 0, supportPercent: percent, held } = figures;
  if (counts === undefined) return <>{t('fewJudged', { given })}</>;
  if (percent === undefined) return given === 0 ? null : t('abstained', { count: given });
  return (
    <>
      {t('supportOf', { support, base, percent })}
      {given > base && `, ${t('abstained', { count: given - base })}`}
      {held && <> · {t('heldNote')}</>}
    </>
  );
}
