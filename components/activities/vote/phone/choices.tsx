/** @jsxImportSource preact */
// A row of targets of equal size, of which one may be chosen: an answer, or a point of a scale.

import { Withdraw } from '../../../live/phone/parts/command-form';
import type { Page } from '../../../live/phone/parts/page';

export function Choices({
  name,
  legend,
  hideLegend = false,
  chosen,
  options,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}) {
  return (
    <fieldset class="choices">
      <legend class={hideLegend ? 'unseen' : undefined}>{legend}</legend>
      <div class="choice-row">
        {options.map(({ value, text }) => (
          <label key={value} class={`choice ${value}`}>
            <input type="radio" name={name} value={value} data-live="" checked={chosen === value} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A chosen target cannot be un-chosen, but the ballot can be taken back. */
export function TakeBack({ page, activityId }: { readonly page: Page; readonly activityId: string }) {
  if (page.own.ballots.get(activityId) === undefined) return null;
  return (
    <Withdraw page={page} type="ballot.withdraw" label="withdrawBallot" draft={activityId} fields={{ activityId }} />
  );
}
