/** @jsxImportSource preact */
// The frame of every ballot on the phone: how to fill it in, what is filled in, what became of it, and one way to send it.
import type { ComponentChildren } from 'preact';
import type { OptionView, VoteView } from '../../../../server/engine/activities/vote/types';
import { ballotValues, optionIn } from '../../../../server/protocol/form-ballot';
import { CommandForm } from '../../../live/phone/parts/command-form';
import { localText, type Page } from '../../../live/phone/parts/page';
import { Status } from '../../../live/phone/parts/status';

/** What a refused ballot says of the options that stand, field by field. */
function refusedIn({ drafts }: Page, { id, options }: VoteView): ReadonlyMap<string, string> {
  const fields = Object.entries(drafts).flatMap(([key, value]) =>
    key.startsWith(`${id}.`) ? [[key.slice(id.length + 1), value] as const] : [],
  );
  return new Map(fields.filter(([field]) => options.some((option) => option.id === optionIn(field))));
}

/** A refused ballot comes back as it was filled in, else it is what this person has cast. */
export function filledIn(page: Page, activity: VoteView): ReadonlyMap<string, string> {
  const refused = refusedIn(page, activity);
  return refused.size > 0 ? refused : ballotValues(page.own.ballots.get(activity.id) ?? {});
}

export function byTheme(page: Page, options: readonly OptionView[]) {
  return page.view.themes
    .map((theme) => ({ theme, options: options.filter(({ themeId }) => themeId === theme.id) }))
    .filter((part) => part.options.length > 0);
}

export function BallotForm({
  page,
  activity,
  how,
  count,
  full = false,
  budget,
  max,
  children,
}: {
  readonly page: Page;
  readonly activity: VoteView;
  readonly how: string;
  /** How far the ballot is filled in, always in sight. */
  readonly count: string;
  readonly full?: boolean;
  /** Dots in all, for the script. */
  readonly budget?: number;
  /** Ticks in all, for the script. */
  readonly max?: number;
  readonly children: ComponentChildren;
}) {
  const { say } = page.words;
  const ballot = page.own.ballots.get(activity.id);
  const isRefused = refusedIn(page, activity).size > 0;
  return (
    <CommandForm
      page={page}
      type="ballot.cast"
      draft={activity.id}
      className="ballot"
      {...(budget === undefined ? {} : { budget })}
      {...(max === undefined ? {} : { max })}
      fields={{ activityId: activity.id, method: activity.settings.method.name }}
    >
      {/* The first submit button is what Enter presses: it must send the ballot as it stands. */}
      <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true">
        {say('sendBallot')}
      </button>
      <p class="soft">{how}</p>
      <div class={full ? 'dots-left none' : 'dots-left'}>
        <strong>{count}</strong>
        {isRefused ? (
          <Status page={page} state="refused" />
        ) : ballot === undefined ? (
          <span class="status">{say('notVoted')}</span>
        ) : (
          <Status page={page} state={ballot.state} />
        )}
      </div>
      {children}
      {/* With script every tap sends the ballot; one that came back is sent as it is by this. */}
      <button type="submit" class={isRefused ? 'primary' : 'primary plain-only'}>
        {say('sendBallot')}
      </button>
    </CommandForm>
  );
}

/** The options under the names of their themes. */
export function Themes({
  page,
  options,
  each,
}: {
  readonly page: Page;
  readonly options: readonly OptionView[];
  readonly each: (option: OptionView) => ComponentChildren;
}) {
  return (
    <>
      {byTheme(page, options).map((part) => (
        <fieldset class="theme" key={part.theme.id}>
          <legend>{localText(page, part.theme.name)}</legend>
          {part.options.map(each)}
        </fieldset>
      ))}
    </>
  );
}

export function Heading({ option }: { readonly option: OptionView }) {
  return (
    <span class="text" dir="auto" lang={option.heading.lang}>
      {option.heading.text}
    </span>
  );
}
