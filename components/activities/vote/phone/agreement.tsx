/** @jsxImportSource preact */
// Agreement on the phone: agree, disagree or pass, one tap per option.

import type { VoteView } from '../../../../server/engine/activities/vote/types';
import { ANSWERS } from '../../../../server/engine/commands';
import { ballotField } from '../../../../server/protocol/form-ballot';
import type { Page } from '../../../live/phone/parts/page';
import { BallotForm, filledIn, Heading, Themes } from './ballot-form';
import { Choices, TakeBack } from './choices';

export function AgreementBallot({ page, activity }: { readonly page: Page; readonly activity: VoteView }) {
  const { say } = page.words;
  const values = filledIn(page, activity);
  const answers = ANSWERS.map((value) => ({ value, text: say(value) }));
  const total = activity.options.length;
  const count = activity.options.filter(({ id }) => values.has(ballotField.answer(id))).length;
  return (
    <>
      <BallotForm
        page={page}
        activity={activity}
        how={say('agreementHow')}
        count={say('answered', { count, total })}
        full={count === total}
      >
        <Themes
          page={page}
          options={activity.options}
          each={(option) => (
            <div class="option stacked" id={`o-${option.id}`} key={option.id}>
              <Heading option={option} />
              <Choices
                name={ballotField.answer(option.id)}
                legend={option.heading.text}
                hideLegend
                chosen={values.get(ballotField.answer(option.id))}
                options={answers}
              />
            </div>
          )}
        />
      </BallotForm>
      <TakeBack page={page} activityId={activity.id} />
    </>
  );
}
