/** @jsxImportSource preact */
// Ranking on the phone: taps add in order; up, down and × put the order right. No dragging: a thumb cannot undo it.
import type { OptionView, VoteView } from '../../../../server/engine/activities/vote/types';
import type { VoteMethod } from '../../../../server/engine/vocabulary';
import { ballotField } from '../../../../server/protocol/form-ballot';
import type { Page } from '../../../live/phone/parts/page';
import { BallotForm, filledIn, Heading, Themes } from './ballot-form';

export function RankingBallot({
  page,
  activity,
  method: { top },
}: {
  readonly page: Page;
  readonly activity: VoteView;
  readonly method: Extract<VoteMethod, { name: 'ranking' }>;
}) {
  const { say } = page.words;
  const values = filledIn(page, activity);
  const placeOf = ({ id }: OptionView) => Number(values.get(ballotField.rank(id)) ?? 0);
  const order = activity.options.filter((option) => placeOf(option) > 0).sort((a, b) => placeOf(a) - placeOf(b));
  const rest = activity.options.filter((option) => placeOf(option) === 0);
  const most = Math.min(top, activity.options.length);
  const full = order.length >= most;
  return (
    <BallotForm
      page={page}
      activity={activity}
      how={say('rankHow', { top: most })}
      count={say('rankCount', { count: order.length, top: most })}
      full={full}
    >
      {order.length === 0 ? null : (
        <ol class="order" aria-label={say('rankOrder')}>
          {order.map((option, index) => (
            <Placed key={option.id} page={page} option={option} place={index + 1} total={order.length} />
          ))}
        </ol>
      )}
      {rest.length === 0 || full ? null : (
        <Themes
          page={page}
          options={rest}
          each={(option) => (
            <button
              type="submit"
              class="option add"
              name="add"
              value={option.id}
              id={`o-${option.id}`}
              key={option.id}
              aria-label={say('rankAdd', { option: option.heading.text, place: order.length + 1 })}
            >
              <span class="number" aria-hidden="true">
                +
              </span>
              <Heading option={option} />
            </button>
          )}
        />
      )}
    </BallotForm>
  );
}

function Placed({
  page,
  option,
  place,
  total,
}: {
  readonly page: Page;
  readonly option: OptionView;
  readonly place: number;
  readonly total: number;
}) {
  const { say } = page.words;
  const params = { option: option.heading.text, place, total };
  return (
    <li class="option on" id={`o-${option.id}`}>
      <input type="hidden" name={ballotField.rank(option.id)} value={String(place)} />
      <span class="number">{place}</span>
      <Heading option={option} />
      <span class="moves">
        <button
          type="submit"
          name="up"
          value={option.id}
          aria-label={say('rankUp', params)}
          aria-disabled={place === 1}
        >
          ↑
        </button>
        <button
          type="submit"
          name="down"
          value={option.id}
          aria-label={say('rankDown', params)}
          aria-disabled={place === total}
        >
          ↓
        </button>
        <button type="submit" name="out" value={option.id} aria-label={say('rankOut', params)}>
          ×
        </button>
      </span>
    </li>
  );
}
