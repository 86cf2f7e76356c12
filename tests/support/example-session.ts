// The session that docs/protocol/ is about: its log as the pages print it, its states and views, and its commands.
import { createHash } from 'node:crypto';
import type { CommandType } from '../../server/engine/commands';
import type { RecordedEvent } from '../../server/engine/events';
import { evolve } from '../../server/engine/evolve';
import type { Json, JsonObject } from '../../server/engine/patch';
import { project } from '../../server/engine/project';
import { initialState, type SessionState } from '../../server/engine/state';
import type { Audience } from '../../server/engine/views';
import { type Fence, fencesOf } from './protocol-page';

export const json = (fence: Fence) => JSON.parse(fence.text) as Json & JsonObject;
export const sha256 = (line: string) => createHash('sha256').update(line, 'utf8').digest('hex');
export const AUDIENCES = ['participant', 'screen', 'facilitator'] as const;
export const isAudience = (value: string | undefined): value is Audience => AUDIENCES.some((one) => one === value);

/** The example session: its archive, its facts, and its state after each of them. */
export const archive = (fencesOf('archive', 'jsonl')[0] as Fence).text.split('\n');
export const facts = archive.slice(1, -1).map((line) => JSON.parse(line) as RecordedEvent & { readonly prev: string });
export const states: SessionState[] = [initialState];
for (const fact of facts) states.push(evolve(states.at(-1) as SessionState, fact));
export const stateAt = (seq: number): SessionState => states[seq] as SessionState;
export const viewAt = (seq: number, audience: Audience) => project(stateAt(seq), audience) as unknown as JsonObject;
/** The page's own person, whose `mine` it shows. */
export const ME = String(
  (json(fencesOf('http').find(({ of }) => of[0] === 'join') as Fence) as JsonObject).participantId,
);

/** Complete, or it does not compile. */
const COMMANDS: Readonly<Record<CommandType, true>> = {
  'participant.join': true,
  'idea.submit': true,
  'idea.withdraw': true,
  'idea.support': true,
  'idea.unsupport': true,
  'ballot.cast': true,
  'ballot.withdraw': true,
  'action.submit': true,
  'action.withdraw': true,
  'endorsement.give': true,
  'endorsement.withdraw': true,
  'session.rehearse': true,
  'session.start': true,
  'session.end': true,
  'agenda.goto': true,
  'activity.open': true,
  'activity.close': true,
  'vote.configure': true,
  'results.reveal': true,
  'results.hide': true,
  'timer.start': true,
  'timer.extend': true,
  'timer.stop': true,
  'idea.hide': true,
  'idea.unhide': true,
  'idea.move': true,
  'idea.language': true,
  'ideas.merge': true,
  'idea.group': true,
  'priority.rename': true,
  'action.hide': true,
  'action.unhide': true,
  'option.strike': true,
  'option.restore': true,
  'goals.choose': true,
  'line.edit': true,
  'line.translate': true,
  'line.relate': true,
  'line.add': true,
  'line.join': true,
  'line.drop': true,
  'lines.order': true,
  'action.report': true,
  'line.light': true,
  'moderation.undo': true,
  'moderation.redo': true,
};
export const commandTypes = Object.keys(COMMANDS) as CommandType[];
export const exampleOf = (type: CommandType): JsonObject =>
  json(fencesOf('command').find(({ of }) => of[0] === type) as Fence);
