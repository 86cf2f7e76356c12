// Ballots of made-up people, as people fill them in: favourites first, some of it left blank, now and then too much.
import { assertNever } from '../../assert-never';
import { ANSWERS, type Ballot } from '../../commands';
import type { PriorityId, VoteMethod } from '../../vocabulary';
import type { Dice } from '../practice';

/** A whole ballot. `favourites` are all options, best first. */
export function fillIn(method: VoteMethod, favourites: readonly PriorityId[], dice: Dice): Ballot {
  switch (method.name) {
    case 'dots':
      return { choices: spend(method, favourites, dice) };
    case 'approval':
      return { approved: favourites.slice(0, dice.int(1, Math.min(method.max, favourites.length))) };
    case 'ranking': {
      const ranked = favourites.slice(0, dice.int(1, Math.min(method.top, favourites.length))).map((id) => [id]);
      const [first, second, ...others] = ranked;
      const tied = first !== undefined && second !== undefined && dice.chance(0.2);
      return { ranked: tied ? [[...first, ...second], ...others] : ranked };
    }
    case 'agreement':
      return {
        answers: favourites
          .filter((_, at) => at === 0 || dice.chance(0.85))
          .map((option, at) => ({
            option,
            answer: at < favourites.length / 2 ? agreeing(dice) : dice.pick(ANSWERS),
          })),
      };
    case 'score':
      return {
        scores: favourites
          .filter((_, at) => at === 0 || dice.chance(0.8))
          .flatMap((option, at) =>
            method.criteria.map(({ id }) => ({
              option,
              criterion: id,
              score: pointFor(at, favourites.length, dice),
            })),
          ),
      };
  }
}

/** More than the method allows; undefined where nothing is too much. */
export function overdo(method: VoteMethod, favourites: readonly PriorityId[]): Ballot | undefined {
  switch (method.name) {
    case 'dots': {
      const { budget, cap } = method;
      const everything = favourites.slice(0, Math.ceil((budget + 1) / cap)).map((option) => ({ option, dots: cap }));
      if (everything.length * cap > budget) return { choices: everything };
      return { choices: [{ option: favourites[0] ?? '', dots: cap + 1 }] };
    }
    case 'approval':
      return favourites.length > method.max ? { approved: favourites.slice(0, method.max + 1) } : undefined;
    case 'ranking':
      return favourites.length > method.top
        ? { ranked: favourites.slice(0, method.top + 1).map((id) => [id]) }
        : undefined;
    case 'score':
    case 'agreement':
      return undefined;
    default:
      return assertNever(method);
  }
}

/** The same ballot has the same text, in whatever order its rows stand. */
export function canonicalBallot(ballot: Ballot): string {
  if ('ranked' in ballot) return JSON.stringify(ballot.ranked.map((tier) => [...tier].sort()));
  const [rows = []] = Object.values(ballot) as (readonly unknown[])[];
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join();
}

/** Most give their first favourites most; some spread thin, some leave dots unspent. */
function spend({ budget, cap }: Extract<VoteMethod, { name: 'dots' }>, favourites: readonly PriorityId[], dice: Dice) {
  let left = dice.chance(0.2) ? dice.int(1, budget) : budget;
  const most = dice.chance(0.25) ? 1 : cap;
  const choices: { readonly option: PriorityId; readonly dots: number }[] = [];
  for (const option of favourites) {
    if (left === 0) break;
    const dots = Math.min(left, dice.int(1, most));
    choices.push({ option, dots });
    left -= dots;
  }
  return choices;
}

function agreeing(dice: Dice) {
  return dice.chance(0.85) ? ('agree' as const) : ('pass' as const);
}

/** Favourites high, the last low, give or take one. */
function pointFor(at: number, all: number, dice: Dice): number {
  return Math.min(5, Math.max(1, 5 - Math.floor((4 * at) / Math.max(1, all - 1)) + dice.int(-1, 1)));
}
