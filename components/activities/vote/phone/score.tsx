/** @jsxImportSource preact */
// Scores on the phone: five big targets for each question about an option.
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { VoteMethod } from '../../../../server/engine/vocabulary';
import { ballotField } from '../../../../server/protocol/form-ballot';
import { localText, type Page } from '../../../live/phone/parts/page';
import { BallotForm, filledIn, Heading, Themes } from './ballot-form';
import { Choices, TakeBack } from './choices';

export function ScoreBallot({
  page,
  activity,
  method: { criteria, scale },
}: {
  readonly page: Page;
  readonly activity: VoteView;
  readonly method: Extract<VoteMethod, { name: 'score' }>;
}) {
  const { say } = page.words;
  const values = filledIn(page, activity);
  const points = Array.from({ length: scale }, (_, index) => ({ value: `${index + 1}`, text: `${index + 1}` }));
  const total = activity.options.length * criteria.length;
  const count = activity.options
    .flatMap(({ id }) => criteria.map((criterion) => ballotField.score(id, criterion.id)))
    .filter((field) => values.has(field)).length;
  return (
    <>
      <BallotForm
        page={page}
        activity={activity}
        how={say('scoreHow', { scale })}
        count={say('answered', { count, total })}
        full={count === total}
      >
        <Themes
          page={page}
          options={activity.options}
          each={(option) => (
            <div class="option stacked" id={`o-${option.id}`} key={option.id}>
              <Heading option={option} />
              {criteria.map((criterion) => (
                <Choices
                  key={criterion.id}
                  name={ballotField.score(option.id, criterion.id)}
                  legend={localText(page, criterion.name)}
                  chosen={values.get(ballotField.score(option.id, criterion.id))}
                  options={points}
                />
              ))}
            </div>
          )}
        />
      </BallotForm>
      <TakeBack page={page} activityId={activity.id} />
    </>
  );
}
