/** @jsxImportSource preact */
// Approval on the phone: a tap marks what one could stand behind, another takes the mark away.
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { VoteMethod } from '../../../../server/engine/vocabulary';
import { ballotField } from '../../../../server/protocol/form-ballot';
import type { Page } from '../../../live/phone/parts/page';
import { BallotForm, filledIn, Heading, Themes } from './ballot-form';

export function ApprovalBallot({
  page,
  activity,
  method: { max },
}: {
  readonly page: Page;
  readonly activity: VoteView;
  readonly method: Extract<VoteMethod, { name: 'approval' }>;
}) {
  const { say } = page.words;
  const values = filledIn(page, activity);
  const isOn = (option: string) => values.has(ballotField.approve(option));
  const count = activity.options.filter(({ id }) => isOn(id)).length;
  const full = count >= max;
  return (
    <BallotForm
      page={page}
      activity={activity}
      how={say('approvalHow', { max })}
      count={full ? say('chosenFull', { max }) : say('chosenCount', { count, max })}
      full={full}
      max={max}
    >
      <Themes
        page={page}
        options={activity.options}
        each={(option) => (
          <label
            class={isOn(option.id) ? 'option tick on' : full ? 'option tick over' : 'option tick'}
            id={`o-${option.id}`}
            key={option.id}
          >
            <input type="checkbox" name={ballotField.approve(option.id)} data-live="tick" checked={isOn(option.id)} />
            <Heading option={option} />
          </label>
        )}
      />
    </BallotForm>
  );
}
