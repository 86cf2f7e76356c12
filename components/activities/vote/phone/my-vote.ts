// What I said about one option, in words.
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { PriorityId } from '../../../../server/engine/vocabulary';
import { ballotField } from '../../../../server/protocol/form-ballot';
import { localText, type Page } from '../../../live/phone/parts/page';
import type { PhoneKey } from '../../../live/phone/parts/words';

/** Undefined where my ballot is silent. */
export function myVote(
  page: Page,
  { settings: { method } }: VoteView,
  values: ReadonlyMap<string, string>,
  option: PriorityId,
): string | undefined {
  const { say } = page.words;
  const said = (field: string, key: PhoneKey, name: string) => {
    const value = values.get(field);
    return value === undefined ? undefined : say(key, { [name]: value });
  };
  switch (method.name) {
    case 'dots':
      return said(ballotField.dots(option), 'myDots', 'dots');
    case 'approval':
      return said(ballotField.approve(option), 'myChoice', 'on');
    case 'ranking':
      return said(ballotField.rank(option), 'myPlace', 'place');
    case 'agreement': {
      const answer = values.get(ballotField.answer(option)) as 'agree' | 'disagree' | 'pass' | undefined;
      return answer === undefined ? undefined : say('myAnswer', { answer: say(answer) });
    }
    case 'score': {
      const points = method.criteria.flatMap(({ id, name }) => {
        const point = values.get(ballotField.score(option, id));
        return point === undefined ? [] : [`${localText(page, name)}: ${point}`];
      });
      return points.length === 0 ? undefined : say('myAnswer', { answer: points.join(' · ') });
    }
  }
}
