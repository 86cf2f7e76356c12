/** @jsxImportSource preact */
// How a line was judged, on the phone: how many support it, of how many, and whether it still reads as it was judged. In few
// words, since every phone loads them: by whom is a name or nothing, the time is by the phone's own clock.
import { standingWordingIn } from '../../../server/engine/draft/wording';
import type { EndorsementResult, JudgedFigures, JudgedWords } from '../../../server/engine/views';
import type { Page } from './page';

export function Judgement({
  page,
  result,
}: {
  readonly page: Pick<Page, 'words' | 'locale'>;
  readonly result: EndorsementResult | undefined;
}) {
  const { say } = page.words;
  const { changed, before = [] } = result ?? {};
  /** "Support: 32 of 41 (78 %)": never a share without what it is a share of; where there is none, why. */
  const share = ({ given, counts, support = 0, base = 0, supportPercent: percent }: JudgedFigures) =>
    counts === undefined
      ? say('fewJudged', { given })
      : percent === undefined
        ? say(given > 0 ? 'abstained' : 'noneJudged', { count: given })
        : say('support', { support, base, percent });
  const was = (judged: JudgedWords) => {
    const { text, lang } = standingWordingIn(judged, page.locale);
    const { details, goals = [], goalsOut } = judged;
    const more = [
      ...Object.values(details ?? {}),
      ...goals.map((goal) => goal.text),
      goalsOut && say('goalsOut', { out: goalsOut }),
    ];
    return <q lang={lang}>{[text, ...more].filter(Boolean).join(' · ')}</q>;
  };
  return (
    <>
      {result && <p class="soft">{share(result)}</p>}
      {changed?.at && changed.languages?.includes(page.locale) !== false && (
        <p class="soft">
          {say('changedSince', { at: moment(changed.at), by: changed.by ?? '' })} {was(changed.judged)}
        </p>
      )}
      {before.map(({ judged, ...figures }) => (
        <p class="soft" key={judged.text.text}>
          {was(judged)} {share(figures)}
        </p>
      ))}
    </>
  );
}

/** "2026-11-28 14:05" */
function moment(at: number): string {
  const local = at - 60_000 * new Date(at).getTimezoneOffset();
  return new Date(local).toISOString().slice(0, 16).replace('T', ' ');
}
