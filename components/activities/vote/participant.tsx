/** @jsxImportSource preact */
// Dots on the phone: + and − per option, what is left always in sight; results as bars once they are shown.

import type { OptionView, VoteView } from '../../../server/engine/views';
import type { PriorityId } from '../../../server/engine/vocabulary';
import { dotsField } from '../../../server/protocol/form-command';
import { localText, type Page } from '../../live/phone/page';
import { Bar, CommandForm, Status } from '../../live/phone/parts';

export function VoteParticipant({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  if (activity.results !== undefined) return <VoteResults page={page} activity={activity} />;
  if (activity.options.length === 0) return <p class="soft">{page.words.say('noOptions')}</p>;
  if (activity.status === 'open') return <BallotPaper page={page} activity={activity} />;
  return <CastBallot page={page} activity={activity} />;
}

function dotsOf(page: Page, activity: VoteView): ReadonlyMap<PriorityId, number> {
  const cast = new Map(page.own.ballots.get(activity.id)?.choices.map(({ option, dots }) => [option, dots]));
  // A refused ballot comes back as it was filled in.
  for (const { id } of activity.options) {
    const kept = page.drafts[`${activity.id}.${dotsField(id)}`];
    if (kept !== undefined) cast.set(id, Number(kept));
  }
  return cast;
}

function byTheme(page: Page, options: readonly OptionView[]) {
  return page.view.themes
    .map((theme) => ({ theme, options: options.filter(({ themeId }) => themeId === theme.id) }))
    .filter((part) => part.options.length > 0);
}

function BallotPaper({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { say } = page.words;
  const dots = dotsOf(page, activity);
  const left = activity.budget - [...dots.values()].reduce((sum, count) => sum + count, 0);
  const ballot = page.own.ballots.get(activity.id);
  return (
    <CommandForm
      page={page}
      type="ballot.cast"
      draft={activity.id}
      className="ballot"
      budget={activity.budget}
      fields={{ activityId: activity.id }}
    >
      {/* The first submit button is what Enter presses: it must send the ballot as it stands. */}
      <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true">
        {say('sendDots')}
      </button>
      <p class="soft">{say('dotsHow', { cap: activity.cap })}</p>
      <div class={left === 0 ? 'dots-left none' : 'dots-left'}>
        <strong>{say('dotsLeft', { left, budget: activity.budget })}</strong>
        {ballot === undefined ? (
          <span class="status">{say('notVoted')}</span>
        ) : (
          <Status page={page} state={ballot.state} />
        )}
      </div>
      {byTheme(page, activity.options).map(({ theme, options }) => (
        <fieldset class="theme" key={theme.id}>
          <legend>{localText(page, theme.name)}</legend>
          {options.map((option) => (
            <Option
              key={option.id}
              page={page}
              option={option}
              count={dots.get(option.id) ?? 0}
              cap={activity.cap}
              left={left}
            />
          ))}
        </fieldset>
      ))}
      <button type="submit" class="primary plain-only">
        {say('sendDots')}
      </button>
    </CommandForm>
  );
}

function Option({
  page,
  option,
  count,
  cap,
  left,
}: {
  readonly page: Page;
  readonly option: OptionView;
  readonly count: number;
  readonly cap: number;
  readonly left: number;
}) {
  const { say } = page.words;
  const { text, lang } = option.heading;
  return (
    <div class={count > 0 ? 'option on' : 'option'} id={`o-${option.id}`}>
      <span class="text" lang={lang}>
        {text}
      </span>
      <span class="stepper">
        <button
          type="submit"
          name="fewer"
          value={option.id}
          aria-label={say('fewerDot', { option: text })}
          aria-disabled={count === 0}
        >
          −
        </button>
        <input
          type="number"
          inputmode="numeric"
          name={dotsField(option.id)}
          data-dots
          min={0}
          max={cap}
          value={String(count)}
          aria-label={say('dotsOn', { option: text })}
        />
        <button
          type="submit"
          name="more"
          value={option.id}
          aria-label={say('moreDot', { option: text })}
          aria-disabled={count >= cap || left <= 0}
        >
          +
        </button>
      </span>
    </div>
  );
}

/** After closing and before results: what I have voted for. */
function CastBallot({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const ballot = page.own.ballots.get(activity.id);
  if (ballot === undefined || ballot.choices.length === 0) return null;
  return (
    <section class="mine">
      <ul>
        {ballot.choices.map(({ option, dots }) => {
          const heading = activity.options.find(({ id }) => id === option)?.heading;
          return (
            <li class="own" key={option}>
              <p class="text" lang={heading?.lang}>
                {heading?.text}
              </p>
              <p class="meta">{page.words.say('myDots', { dots })}</p>
            </li>
          );
        })}
      </ul>
      <Status page={page} state={ballot.state} />
    </section>
  );
}

function VoteResults({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { say } = page.words;
  const results = activity.results ?? {};
  const most = Math.max(1, ...Object.values(results).map(({ dots }) => dots));
  const mine = new Map(page.own.ballots.get(activity.id)?.choices.map(({ option, dots }) => [option, dots]));
  return (
    <section class="results">
      <h2>{say('results')}</h2>
      {byTheme(page, activity.options).map(({ theme, options }) => (
        <section key={theme.id}>
          <h3>{localText(page, theme.name)}</h3>
          <ol>
            {[...options]
              .sort((a, b) => (results[b.id]?.dots ?? 0) - (results[a.id]?.dots ?? 0))
              .map(({ id, heading }) => (
                <li class="result" key={id}>
                  <p class="text" lang={heading.lang}>
                    {heading.text}
                  </p>
                  <Bar value={results[id]?.dots ?? 0} max={most} />
                  <p class="meta">
                    <span>
                      {say('resultDots', { dots: results[id]?.dots ?? 0, supporters: results[id]?.supporters ?? 0 })}
                    </span>
                    {mine.has(id) ? <span class="tag">{say('myDots', { dots: mine.get(id) ?? 0 })}</span> : null}
                    {activity.goals.includes(id) ? <span class="tag goal">{say('chosenGoal')}</span> : null}
                  </p>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
