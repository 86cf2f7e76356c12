/** @jsxImportSource preact */
// How a line was judged, on the phone: how many support it, of how many, and whether it still reads as it was judged. In few
// words, since every phone loads them: by whom is a name or nothing.
import type { ComponentChildren } from 'preact';
import { standingWordingIn } from '../../../../server/engine/draft/wording';
import type { EndorsementResult, JudgedWords } from '../../../../server/engine/views';
import type { JudgedFigures } from '../../../../server/engine/voting/publishing/endorsement';
import { momentOn } from './moment';
import type { Page } from './page';

type Reading = Pick<Page, 'words' | 'locale'> & { readonly view: Pick<Page['view'], 'session'> };

export function Judgement({
  page,
  result,
  children,
}: {
  readonly page: Reading;
  readonly result: EndorsementResult | undefined;
  /** Beside a line that was changed since: the words of the other time. */
  readonly children?: ComponentChildren;
}) {
  const { say } = page.words;
  const { changed, before = [] } = result ?? {};
  /** "Support: 32 of 41 (78 %) · Abstained: 2": never a share without what it is a share of, nor without who is not in that. */
  const share = ({ given, counts, support = 0, base = 0, supportPercent: percent }: JudgedFigures) =>
    counts === undefined
      ? say('fewJudged', { given })
      : percent === undefined
        ? say(given > 0 ? 'abstained' : 'noneJudged', { count: given })
        : say('support', { support, base, percent }) +
          (given > base ? ` · ${say('abstained', { count: given - base })}` : '');
  return (
    <>
      {result && <p class="soft">{share(result)}</p>}
      {changed?.at && changed.languages?.includes(page.locale) !== false && (
        <p class="soft">
          {say('changedSince', {
            at: [momentOn(page.words, page.view.session.timeZone, changed.at), changed.by].filter(Boolean).join(', '),
          })}{' '}
          {children}
        </p>
      )}
      {before.map(({ judged, ...figures }) => (
        <p class="soft" key={judged.text.text}>
          <WordsJudged page={page} judged={judged} /> {share(figures)}
        </p>
      ))}
    </>
  );
}

export function WordsJudged({ page, judged }: { readonly page: Reading; readonly judged: JudgedWords }) {
  const { text, lang } = standingWordingIn(judged, page.locale);
  const { details, goals = [], goalsOut } = judged;
  const more = [
    ...Object.values(details ?? {}),
    ...goals.map((goal) => goal.text),
    goalsOut && page.words.say('goalsOut', { out: goalsOut }),
  ];
  return <q lang={lang}>{[text, ...more].filter(Boolean).join(' · ')}</q>;
}
