// Figures of a roll-up as every format writes them.
import type { DistrictSeal } from '../../engine/roll-up/district';
import type { GroupShare, RollUpCell } from '../../engine/roll-up/roll-up';
import { inFours } from '../../protocol/in-fours';
import { ownWords, plain, type Runs } from '../document';
import { changeSentence } from '../judgement-words';
import type { Words } from '../words';

/** "14/117 (12 %)": a share with what it is a share of. A dash where nobody voted: that is not zero. */
export function shareCell(votes: number, of: number): string {
  return of === 0 ? '–' : `${votes}/${of} (${Math.round((100 * votes) / of)}\u00a0%)`;
}

/** What is known of a district's log, and by which key. */
export function sealWords(seal: DistrictSeal, say: Words): string {
  switch (seal.kind) {
    case 'own':
      return say('sealOwn');
    case 'signed':
      return say('sealSigned');
    case 'partly':
      return say('sealPartly', { facts: seal.facts });
    case 'unsigned':
      return say('sealNone');
  }
}

export function keyCell(seal: DistrictSeal): string {
  return seal.kind === 'unsigned' ? '–' : inFours(seal.key);
}

/** What of a district's priority: withheld where it is of too few people. */
export function priorityCell({ votes }: Pick<RollUpCell, 'votes'>, of: number, say: Words): string {
  return votes === undefined ? say('withheld') : shareCell(votes, of);
}

/** With the number of districts that publish the group's votes. */
export function groupCell(figure: GroupShare | undefined, say: Words): string {
  if (figure === undefined) return say('withheld');
  const { votes, of, districts } = figure;
  return of === 0 ? '–' : `${shareCell(votes, of)} · ${districts}`;
}

/** "Changed after the room judged it: 28 November 2026, 14:05, by Aigul. Reads now: …", people's words apart from ours. */
export function readsSinceRuns({ reads }: Pick<RollUpCell, 'reads'>, say: Words): Runs {
  if (reads === undefined) return [];
  const { since, now, judged } = reads;
  const what = say(since === 'judged' ? 'changedSince' : 'changedSinceVote');
  return [
    ...plain(changeSentence(reads, what, say)),
    ...(judged === undefined ? [] : [...plain(` ${say('judgedWas')}: `), ...ownWords(judged.text, say.locale)]),
    ...plain(` ${say('readsNow')}: `),
    ...ownWords(now, say.locale),
  ];
}

/** The same as the text of a cell. */
export function readsSinceText(cell: Pick<RollUpCell, 'reads'>, say: Words): string {
  return readsSinceRuns(cell, say)
    .map((run) => ('text' in run ? run.text : ''))
    .join('');
}
