// What a vote decided, as it goes into the log: selections, the reason of every place, ties and flags.
import type { OutcomeFlags, ReasonView, SelectionView } from '../views';
import type { GroupId, PriorityId, VoteSettings, VoteWeights } from '../vocabulary';

/** `peopleByGroup` stays in the log: views give only how many groups, of those that may be shown. */
export type DeclaredReason = ReasonView & { readonly peopleByGroup: Readonly<Record<GroupId, number>> };
export type DeclaredSelection = Omit<SelectionView, 'reasons'> & { readonly reasons: readonly DeclaredReason[] };

export type Selected = { readonly selected: readonly PriorityId[]; readonly tiedAtCut: readonly PriorityId[] };

export type Outcome = Selected & {
  /** Which opening of the vote, from 1. */
  readonly round: number;
  readonly settings: VoteSettings;
  readonly ballots: number;
  /** People who had joined when the vote closed. */
  readonly joined: number;
  readonly bySelection: { readonly mostSupported?: DeclaredSelection; readonly fairShare?: DeclaredSelection };
  readonly order?: readonly (readonly PriorityId[])[];
  readonly byWeights?: Readonly<Record<VoteWeights, Selected>>;
  readonly flags: OutcomeFlags;
};
