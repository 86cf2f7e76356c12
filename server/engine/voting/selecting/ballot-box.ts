// A closed ballot box: all that an outcome is declared from.
import type { Ballot } from '../../commands';
import type { GroupId, PriorityId, RulesEdition, ThemeId, VoteSettings } from '../../vocabulary';
import type { VoteTally } from '../methods/counting';
import type { Present } from '../publishing/present';
import type { SplitRules } from '../publishing/suppression';

/** What is published of a closed ballot box, with everything else that decides what comes out of it. */
export type BallotBox = {
  readonly rules: RulesEdition;
  readonly settings: VoteSettings;
  readonly options: readonly PriorityId[];
  readonly tally: VoteTally;
  /** One per person with a standing ballot, in any order. */
  readonly ballots: readonly { readonly group: GroupId; readonly ballot: Ballot }[];
  /** Of the workshop. */
  readonly groups: readonly GroupId[];
  readonly smallestCell: number;
  readonly present: Present;
  readonly round: number;
  themeOf(option: PriorityId): ThemeId | undefined;
  /** What of one option's answers may be split. */
  cellsOf(option: PriorityId): SplitRules;
};
