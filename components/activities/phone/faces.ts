// What the phone shows of each kind of activity. Adding a kind: one line.
import type { ActivityKind } from '../../../server/engine/activities/kinds';
import { askParticipant } from '../ask/participant';
import { collectParticipant } from '../collect/participant';
import { endorseParticipant } from '../endorse/participant';
import { groupParticipant } from '../group/participant';
import { planParticipant } from '../plan/participant';
import { voteParticipant } from '../vote/participant';
import type { ParticipantFace } from './face';

const PARTICIPANTS: { readonly [Kind in ActivityKind]: ParticipantFace<Kind> } = {
  ask: askParticipant,
  collect: collectParticipant,
  group: groupParticipant,
  vote: voteParticipant,
  plan: planParticipant,
  endorse: endorseParticipant,
};

/** Typed for any kind: give it only views of its own. */
export function participantFace(kind: ActivityKind): ParticipantFace {
  return PARTICIPANTS[kind] as unknown as ParticipantFace;
}
