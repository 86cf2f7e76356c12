// Every kind of activity: the one list of the engine and of what comes in from outside. Complete, or it does not compile.
import type { ParticipantCommand } from '../commands';
import type { Event } from '../events';
import type { SessionState } from '../state';
import type { Traits } from '../views';
import type { ActivityDesign, ParticipantId } from '../vocabulary';
import { ask } from './ask/rules';
import { collect } from './collect/rules';
import { endorse } from './endorse/rules';
import { group } from './group/rules';
import type { ActivityKind, AllKinds, SomeKinds } from './kinds';
import { plan } from './plan/rules';
import type { Practice } from './practice';
import type { ActivityRules, FactRules } from './rules';
import { vote } from './vote/rules';

export const RULES: { readonly [Kind in ActivityKind]: ActivityRules<Kind> } = {
  ask,
  collect,
  group,
  vote,
  plan,
  endorse,
};

/** The rules of a design's kind, typed for that design. */
export function rulesOf(design: ActivityDesign): ActivityRules {
  return RULES[design.kind] as unknown as ActivityRules;
}

/** What a rehearsal does in a step of this kind. Typed for any kind: give it only views of its own. */
export function practiceOf(kind: ActivityKind): Practice {
  return RULES[kind].practice as unknown as Practice;
}

export function traitsOf(kind: ActivityKind): Traits {
  return RULES[kind].traits;
}

const ALL = Object.values(RULES) as unknown as readonly ActivityRules[];

export type KindFact = Extract<Event, SomeKinds<'fact'>>;

const FACTS = Object.assign({}, ...ALL.map(({ facts }) => facts)) as Readonly<Record<KindFact['type'], unknown>>;

export function isOfKind<One extends { readonly type: string }>(fact: One): fact is Extract<One, KindFact> {
  return Object.hasOwn(FACTS, fact.type);
}

/** Of a fact that a kind brings. */
export function factRules<Type extends KindFact['type']>(type: Type): FactRules<Type> {
  return FACTS[type] as FactRules<Type>;
}

/** In the order of the kinds. */
export const PARTICIPANT_COMMANDS = Object.keys(
  Object.assign({ 'participant.join': true }, ...ALL.map(({ schema }) => schema.commands)),
) as readonly ParticipantCommand['type'][];

/** Those that take ideas share one. */
const MINE = ALL.flatMap(({ mine }) => mine ?? []).filter((mine, at, all) => all.indexOf(mine) === at);

/** A person's own things, of every kind. */
export function mineOf(state: SessionState, participantId: ParticipantId): AllKinds<'mine'> {
  return Object.assign({}, ...MINE.map((mine) => mine(state, participantId))) as AllKinds<'mine'>;
}
