/** @jsxImportSource preact */
// What came of a vote, on the phone: every option from first to last, who is chosen, and what I said.
import type { OptionView, VoteView } from '../../../../server/engine/activities/vote/types';
import { fewIn, shownOf } from '../../../../server/engine/voting/publishing/few';
import { departureOf } from '../../../../server/engine/voting/telling/departure';
import { fateOf } from '../../../../server/engine/voting/telling/fate';
import { ranksOf } from '../../../../server/engine/voting/telling/ranks';
import { ballotValues } from '../../../../server/protocol/form-ballot';
import { Bar } from '../../../live/phone/parts/bar';
import { localText, type Page } from '../../../live/phone/parts/page';
import { byTheme } from './ballot-form';
import { CountingRule } from './counting-rule';
import { myVote } from './my-vote';
import { StruckOptions } from './struck';

/** `bar` is a share of the longest. */
type Line = { readonly bar?: readonly [value: number, max: number]; readonly text: string };

export function VoteResults({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { say } = page.words;
  const lines = new Map(activity.options.map((option) => [option.id, lineOf(page, activity, option)]));
  const mine = ballotValues(page.own.ballots.get(activity.id) ?? {});
  const { outcome, turnout } = activity;
  const ranks = ranksOf(activity, outcome?.order);
  const last = activity.options.length + 1;
  /** As on the wall: where places are per theme, the place in it of what is chosen. */
  const numberOf = (id: string) => {
    if (outcome?.settings.per !== 'theme') return ranks.get(id);
    const fate = fateOf(id, activity);
    return fate?.chosen ? fate.place : undefined;
  };
  const inOrder = (number: (id: string) => number | undefined, a: OptionView, b: OptionView) =>
    (number(a.id) ?? last) - (number(b.id) ?? last);
  const departure = departureOf(activity);
  return (
    <section class="results">
      <h2>{say('results')}</h2>
      {turnout?.voted ? <p>{say('turnout', { voted: turnout.voted, joined: turnout.joined })}</p> : null}
      {outcome?.ballots === 0 ? <p class="changed">{say('nobodyVoted')}</p> : null}
      {outcome?.ballots && outcome.emptyPlaces ? (
        <p class="changed">{say('emptyPlaces', { count: outcome.emptyPlaces })}</p>
      ) : null}
      {departure === undefined ? null : (
        <p class="changed">
          {departure.reason === undefined
            ? say('departureNoReason')
            : say('departure', { reason: departure.reason.text })}
        </p>
      )}
      <StruckOptions page={page} activity={activity} />
      <CountingRule page={page} activity={activity} />
      {byTheme(page, activity.options).map(({ theme, options }) => (
        <section key={theme.id}>
          <h3>{localText(page, theme.name)}</h3>
          <ol>
            {[...options]
              .sort((a, b) => inOrder(numberOf, a, b) || inOrder((id) => ranks.get(id), a, b))
              .map(({ id, heading }) => {
                const line = lines.get(id);
                const number = numberOf(id);
                const own = myVote(page, activity, mine, id);
                return (
                  <li class="result" key={id}>
                    <p class="text" dir="auto" lang={heading.lang}>
                      {number === undefined ? null : <b>{`${number}. `}</b>}
                      {heading.text}
                    </p>
                    {line?.bar === undefined || !ranks.has(id) ? null : <Bar value={line.bar[0]} max={line.bar[1]} />}
                    <p class="meta">
                      <span>{line?.text}</span>
                      {own === undefined ? null : <span class="tag">{own}</span>}
                      <Fate page={page} activity={activity} option={id} />
                      {departure?.added.includes(id) ? <span>{say('goalAdded')}</span> : null}
                      {departure?.leftOut.includes(id) ? <span>{say('goalLeftOut')}</span> : null}
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

/** Chosen or not, and why. */
function Fate({
  page,
  activity,
  option,
}: {
  readonly page: Page;
  readonly activity: VoteView;
  readonly option: string;
}) {
  const { say } = page.words;
  const fate = fateOf(option, activity);
  if (fate === undefined) return null;
  if (fate.chosen) return <span class="tag won">{say('chosenByVote')}</span>;
  // That nobody voted is said once, above.
  return fate.why === 'nobody_voted' ? null : <span>{say(`fate_${fate.why}`)}</span>;
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
    return { bar, text: say('resultDots', { dots: dots.dots, supporters: dots.supporters }) };
  }
  const approval = approvals?.[id];
  if (approvals !== undefined && approval !== undefined) {
    const bar = [approval.approvals, most(Object.values(approvals).map((other) => other.approvals))] as const;
    return { bar, text: say('resultPeople', { count: approval.approvals }) };
  }
  const few = fewIn(agreement?.[id]);
  if (few !== undefined) return { text: say('resultFew', { few }) };
  const answers = shownOf(agreement?.[id]);
  if (answers !== undefined) {
    const { agree, disagree, pass } = answers;
    return {
      bar: [agree, most([agree + disagree + pass])],
      text: say('resultAnswers', { agree, disagree, pass }),
    };
  }
  if (ranking !== undefined) {
    const place = ranksOf(activity, activity.outcome?.order).get(id);
    return { text: place === undefined ? '' : say('resultPlace', { place, total: ranking.options.length }) };
  }
  const score = scores?.[id];
  if (score === undefined || settings.method.name !== 'score') return { text: '' };
  const medians = settings.method.criteria.map(({ id: criterion, name }) => {
    const points = score.criteria[criterion];
    const fewHere = fewIn(points);
    return `${localText(page, name)}: ${fewHere === undefined ? (shownOf(points)?.lowerMedian ?? '–') : say('resultFew', { few: fewHere })}`;
  });
  return { text: medians.join(' · ') };
}
