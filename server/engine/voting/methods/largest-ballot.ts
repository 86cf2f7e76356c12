// How large a ballot of a vote can become on its way in, so that no vote opens whose ballots would not fit.
import type { PriorityId, VoteMethod } from '../../vocabulary';

/** Everything of a message that is not the ballot: ids, type and the fields of the form that carries it. */
const ENVELOPE = 1_000;

/** An upper bound in bytes: of the command as JSON and of the phone's plain form, whichever is larger. */
export function largestBallot(method: VoteMethod, options: readonly PriorityId[]): number {
  switch (method.name) {
    case 'dots':
      // The form has a field for every option, the command names those that have dots.
      return bytes(options, options.length, 'dots.=000&');
    case 'approval':
      return bytes(options, method.max, 'approve.=on&');
    case 'ranking':
      return bytes(options, method.top, 'rank.=000&');
    case 'agreement':
      return bytes(options, options.length, '{"option":"","answer":"disagree"},');
    case 'score':
      return method.criteria.reduce(
        (sum, { id }) => sum + bytes(options, options.length, `{"option":"","criterion":"${id}","score":5},`),
        0,
      );
  }
}

/** The `most` longest options, each with so much around it. A colon of an id is three bytes in a form. */
function bytes(options: readonly PriorityId[], most: number, around: string): number {
  const lengths = options.map((id) => encodeURIComponent(id).length + around.length).sort((a, b) => b - a);
  return lengths.slice(0, most).reduce((sum, length) => sum + length, ENVELOPE);
}
