// docs/protocol/archive.md and example.md against the code: every fact, the chain, and the sums a reader computes.
import { recount } from '../../../server/audit/recount';
import { archivedDraft } from '../../../server/engine/draft/archived-draft';
import type { EventType } from '../../../server/engine/events';
import { checkArchive } from '../../../server/verify/check-archive';
import { archive, facts, sha256, stateAt } from '../../support/example-session';
import { fencesOf, rowsOf } from '../../support/protocol-page';

/** Complete, or it does not compile. */
const FACTS: Readonly<Record<EventType, true>> = {
  SessionCreated: true,
  RehearsalDeclared: true,
  SessionStarted: true,
  SessionEnded: true,
  ParticipantJoined: true,
  AgendaMoved: true,
  ActivityOpened: true,
  ActivityClosed: true,
  VoteConfigured: true,
  ResultsRevealed: true,
  ResultsHidden: true,
  OutcomeDeclared: true,
  ClockJumped: true,
  TimerStarted: true,
  TimerStopped: true,
  IdeaSubmitted: true,
  IdeaEdited: true,
  IdeaWithdrawn: true,
  IdeaSupported: true,
  IdeaUnsupported: true,
  IdeaHidden: true,
  IdeaUnhidden: true,
  IdeaMoved: true,
  IdeaLanguageSet: true,
  IdeasMerged: true,
  IdeaGrouped: true,
  PriorityRenamed: true,
  OptionStruck: true,
  OptionRestored: true,
  BallotCast: true,
  BallotWithdrawn: true,
  ActionSubmitted: true,
  ActionEdited: true,
  ActionWithdrawn: true,
  ActionHidden: true,
  ActionUnhidden: true,
  GoalsChosen: true,
  LineEdited: true,
  LineTranslated: true,
  LineRelated: true,
  LineAdded: true,
  LineJoined: true,
  LineDropped: true,
  LinesOrdered: true,
  LineLit: true,
  ActionReported: true,
  EndorsementGiven: true,
  EndorsementWithdrawn: true,
  ModerationUndone: true,
  ModerationRedone: true,
};
/** What did not happen in the example session: the table of facts is all that the page says of it. */
const NOT_IN_THE_EXAMPLE: readonly EventType[] = ['IdeaLanguageSet', 'ModerationRedone', 'ClockJumped'];

describe('the archive', () => {
  test('the table of facts lists every type, and the example session has each of them', () => {
    expect(rowsOf('Facts', 'type').map(([type]) => type)).toEqual(Object.keys(FACTS));
    const types = (Object.keys(FACTS) as EventType[]).filter((type) => !NOT_IN_THE_EXAMPLE.includes(type));
    expect(new Set(facts.map(({ type }) => type))).toEqual(new Set(types));
  });

  const shown = rowsOf('Facts', 'type').filter(([type]) => !NOT_IN_THE_EXAMPLE.some((one) => one === type));
  test.each(shown.map(([type, data]) => [type, data] as const))('%s carries the data of its row', (type, data = '') => {
    const cell = data.startsWith('`') || data === '' ? data : `\`${data}\``;
    const names = [...cell.matchAll(/`(\w+)`(\?)?/g)].filter(([, name]) => name !== 'null');
    const needed = names.filter(([, , optional]) => optional === undefined).map(([, name]) => name as string);
    const allowed = names.map(([, name]) => name as string);
    const all = facts.filter((fact) => fact.type === type);
    for (const fact of all) {
      expect(Object.keys(fact.data)).toEqual(expect.arrayContaining(needed));
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(fact.data)));
    }
    // What is optional is there in one of them at least, or it is not worth a word.
    expect(new Set(all.flatMap((fact) => Object.keys(fact.data)))).toEqual(new Set(allowed));
  });

  test('[LOG3] [EXP4] its chain holds, by this test and by the recount', async () => {
    let prev = sha256(archive[0] as string);
    for (const [at, line] of archive.slice(1, -1).entries()) {
      const fact = facts[at] as (typeof facts)[number];
      expect([fact.seq, fact.prev]).toEqual([at + 1, prev]);
      prev = sha256(line);
    }
    const { draft, ...trailer } = JSON.parse(archive.at(-1) as string);
    expect(trailer).toEqual({ end: true, count: facts.length, closingHash: prev });
    expect(draft).toEqual(archivedDraft(stateAt(facts.length)));
    expect(await recount(archive, sha256)).toMatchObject({ seq: facts.length, closingHash: prev, participants: 4 });
    expect(await checkArchive(() => archive, sha256)).toMatchObject({ ok: true, draft: 'agrees' });
  });

  test('every line has its keys in the order of the page', () => {
    expect(Object.keys(JSON.parse(archive[0] as string))).toEqual(['format', 'version', 'sessionId']);
    const keys = rowsOf('The archive', 'key').map(([key]) => key);
    for (const line of archive.slice(1, -1)) expect(Object.keys(JSON.parse(line))).toEqual(keys);
  });

  test('the sums that a reader is asked to compute come out', () => {
    const sums = [...(fencesOf('archive', 'sh')[0]?.text ?? '').matchAll(/sed -n (\d+)p .*: ([0-9a-f]{64})$/gm)];
    expect(sums.length).toBe(3);
    for (const [, line, sum] of sums) expect(sha256(archive[Number(line) - 1] as string)).toBe(sum);
    expect(Number(sums[2]?.[1])).toBe(archive.length - 1);
  });
});
