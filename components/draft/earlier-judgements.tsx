// How a line was judged before it was judged anew, each time beside the words of then.
import { useTranslations } from 'next-intl';
import type { EndorsementResult } from '../../server/engine/views';
import { LineMark } from './agreement-mark';
import { WordsJudged } from './judged-words';
import { SupportShare } from './support-share';

export function EarlierJudgements({
  before,
  className,
}: {
  readonly before: EndorsementResult['before'];
  readonly className?: string | undefined;
}) {
  const t = useTranslations('Marks');
  return before?.map(({ judged, ...figures }) => (
    <p key={JSON.stringify(judged)} className={className}>
      {t('judgedBefore')}: <WordsJudged judged={judged} />{' '}
      {figures.mark !== undefined && <LineMark mark={figures.mark} />} <SupportShare figures={figures} />
    </p>
  ));
}
