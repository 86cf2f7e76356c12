// What of a vote's settings, and of one's own ballot, leaves the room: built from named fields.
import type { Ballot } from '../../commands';
import { named } from '../../told';
import type { VoteMethod, VoteSettings } from '../../vocabulary';

export function settingsTold({ method, rule, places, per, weights }: VoteSettings): VoteSettings {
  return { method: methodTold(method), rule, places, ...(per === undefined ? {} : { per }), weights };
}

function methodTold(method: VoteMethod): VoteMethod {
  switch (method.name) {
    case 'dots':
      return { name: method.name, budget: method.budget, cap: method.cap };
    case 'approval':
      return { name: method.name, max: method.max };
    case 'score':
      return { name: method.name, criteria: named(method.criteria), scale: method.scale };
    case 'ranking':
      return { name: method.name, top: method.top };
    case 'agreement':
      return { name: method.name };
  }
}

type Dots = Extract<Ballot, { readonly choices: unknown }>;

export function dotsTold({ choices }: Dots): Dots['choices'] {
  return choices.map(({ option, dots }) => ({ option, dots }));
}

export function ballotTold(ballot: Exclude<Ballot, Dots>): Exclude<Ballot, Dots> {
  if ('approved' in ballot) return { approved: ballot.approved };
  if ('ranked' in ballot) return { ranked: ballot.ranked };
  if ('answers' in ballot) return { answers: ballot.answers.map(({ option, answer }) => ({ option, answer })) };
  return { scores: ballot.scores.map(({ option, criterion, score }) => ({ option, criterion, score })) };
}
