/** @jsxImportSource preact */
// What came of a vote, on the phone: every option from first to last, who is chosen, and what I said.
import type { OptionView, VoteView } from '../../../../server/engine/views';
import { ballotValues } from '../../../../server/protocol/form-ballot';
import { byTheme } from '../../../live/phone/ballot-form';
import { localText, type Page } from '../../../live/phone/page';
import { Bar } from '../../../live/phone/parts';
import { CountingRule } from './counting-rule';
import { myVote } from './my-vote';

/** `place` orders within a theme; `bar` is a share of the longest. */
type Line = { readonly place: number; readonly bar?: readonly [value: number, max: number]; readonly text: string };

export function VoteResults({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { say } = page.words;
  const lines = new Map(activity.options.map((option) => [option.id, lineOf(page, activity, option)]));
  const mine = ballotValues(page.own.ballots.get(activity.id) ?? {});
  const { selected = [], tiedAtCut = [] } = activity.outcome ?? {};
  return (
    <section class="results">
      <h2>{say('results')}</h2>
      <CountingRule page={page} activity={activity} />
      {byTheme(page, activity.options).map(({ theme, options }) => (
        <section key={theme.id}>
          <h3>{localText(page, theme.name)}</h3>
          <ol>
            {[...options]
              .sort((a, b) => (lines.get(a.id)?.place ?? 0) - (lines.get(b.id)?.place ?? 0))
              .map(({ id, heading }) => {
                const line = lines.get(id);
                const own = myVote(page, activity, mine, id);
                return (
                  <li class="result" key={id}>
                    <p class="text" lang={heading.lang}>
                      {heading.text}
                    </p>
                    {line?.bar === undefined ? null : <Bar value={line.bar[0]} max={line.bar[1]} />}
                    <p class="meta">
                      <span>{line?.text}</span>
                      {own === undefined ? null : <span class="tag">{own}</span>}
                      {selected.includes(id) ? <span class="tag won">{say('chosenByVote')}</span> : null}
                      {tiedAtCut.includes(id) ? <span class="tag">{say('tiedAtCut')}</span> : null}
                      {activity.goals.includes(id) ? <span class="tag goal">{say('chosenGoal')}</span> : null}
                    </p>
                  </li>
                );
              })}
          </ol>
        </section>
      ))}
    </section>
  );
}

function most(values: readonly number[]): number {
  return Math.max(1, ...values);
}

function lineOf(page: Page, activity: VoteView, { id }: OptionView): Line {
  const { say } = page.words;
  const { results, approvals, scores, ranking, agreement, settings } = activity;
  const dots = results?.[id];
  if (results !== undefined && dots !== undefined) {
    const bar = [dots.dots, most(Object.values(results).map((other) => other.dots))] as const;
    return { place: dots.rank, bar, text: say('resultDots', { dots: dots.dots, supporters: dots.supporters }) };
  }
  const approval = approvals?.[id];
  if (approvals !== undefined && approval !== undefined) {
    const bar = [approval.approvals, most(Object.values(approvals).map((other) => other.approvals))] as const;
    return { place: approval.rank, bar, text: say('resultPeople', { count: approval.approvals }) };
  }
  const answers = agreement?.[id];
  if (answers !== undefined) {
    const { agree, disagree, pass, rank } = answers;
    return {
      place: rank,
      bar: [agree, most([agree + disagree + pass])],
      text: say('resultAnswers', { agree, disagree, pass }),
    };
  }
  if (ranking !== undefined) {
    const place = ranking.order.indexOf(id) + 1;
    return { place, text: say('resultPlace', { place, total: ranking.order.length }) };
  }
  const score = scores?.[id];
  if (score === undefined || settings.method.name !== 'score') return { place: 0, text: '' };
  const medians = settings.method.criteria.map(({ id: criterion, name }) => {
    const median = score.criteria[criterion]?.lowerMedian;
    return `${localText(page, name)}: ${median ?? '–'}`;
  });
  return { place: score.rank, text: medians.join(' · ') };
}
