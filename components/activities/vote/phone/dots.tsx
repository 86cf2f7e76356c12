/** @jsxImportSource preact */
// Dots on the phone: + and − per option, what is left always in sight.
import type { OptionView, VoteView } from '../../../../server/engine/activities/vote/types';
import type { VoteMethod } from '../../../../server/engine/vocabulary';
import { ballotField } from '../../../../server/protocol/form-ballot';
import type { Page } from '../../../live/phone/parts/page';
import { BallotForm, filledIn, Heading, Themes } from './ballot-form';

export function DotsBallot({
  page,
  activity,
  method: { budget, cap },
}: {
  readonly page: Page;
  readonly activity: VoteView;
  readonly method: Extract<VoteMethod, { name: 'dots' }>;
}) {
  const { say } = page.words;
  const values = filledIn(page, activity);
  const dotsOn = ({ id }: OptionView) => Number(values.get(ballotField.dots(id)) ?? 0);
  const left = budget - activity.options.reduce((sum, option) => sum + dotsOn(option), 0);
  return (
    <BallotForm
      page={page}
      activity={activity}
      how={say('dotsHow', { cap })}
      count={say('dotsLeft', { left, budget })}
      full={left === 0}
      budget={budget}
    >
      <Themes
        page={page}
        options={activity.options}
        each={(option) => (
          <Option key={option.id} page={page} option={option} count={dotsOn(option)} cap={cap} left={left} />
        )}
      />
    </BallotForm>
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
  const { text } = option.heading;
  return (
    <div class={count > 0 ? 'option on' : 'option'} id={`o-${option.id}`}>
      <Heading option={option} />
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
          name={ballotField.dots(option.id)}
          data-live="dots"
          min={0}
          max={cap}
          // An empty field over a pale 0: typed beside a real 0, a 2 would read 20.
          value={count === 0 ? '' : String(count)}
          placeholder="0"
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
