// Every figure of a tally as one cell, from three hands: counted anew from the log alone, the engine's, and the recount's.
import type { VoteTotals } from '../../server/audit/count-ballots';
import type { Ballot } from '../../server/engine/commands';
import type { SessionState } from '../../server/engine/state';
import type { Margins } from '../../server/engine/voting/measures/pairwise';
import type { Session } from './specification';

/** Every figure of a tally as one cell, counted anew from the log alone; zeros are no cells. */
export function countAnew(session: Session) {
  const ballots = new Map<string, Ballot>();
  const groups = new Map<string, string>();
  let options: readonly string[] = [];
  for (const event of session.log) {
    if (event.type === 'ParticipantJoined') groups.set(event.data.participantId, event.data.groupId);
    if (event.type === 'ActivityOpened' && event.data.options) options = event.data.options.map(({ id }) => id);
    if (event.type === 'BallotCast') ballots.set(event.data.participantId, event.data);
    if (event.type === 'BallotWithdrawn') ballots.delete(event.data.participantId);
  }
  const cells: Record<string, number> = { ballots: ballots.size };
  for (const [person, ballot] of ballots) {
    const group = groups.get(person) ?? '';
    cells[`ballots of ${group}`] = (cells[`ballots of ${group}`] ?? 0) + 1;
    const add = (cell: string, amount: number) => {
      for (const key of [cell, `${cell} of ${group}`]) cells[key] = (cells[key] ?? 0) + amount;
    };
    if ('choices' in ballot)
      for (const { option, dots } of ballot.choices) {
        add(`dots ${option}`, dots);
        cells[`supporters ${option}`] = (cells[`supporters ${option}`] ?? 0) + 1;
      }
    if ('approved' in ballot) for (const option of ballot.approved) add(`approvals ${option}`, 1);
    if ('scores' in ballot)
      for (const { option, criterion, score } of ballot.scores) add(`${criterion} ${score} ${option}`, 1);
    if ('answers' in ballot) for (const { option, answer } of ballot.answers) add(`${answer} ${option}`, 1);
    if ('ranked' in ballot) {
      const place = (option: string) => ballot.ranked.findIndex((tier) => tier.includes(option)) >>> 0;
      for (const a of options) {
        if (place(a) < ballot.ranked.length) add(`named ${a}`, 1);
        for (const b of options) add(`${a} before ${b}`, Math.sign(place(b) - place(a)));
      }
    }
  }
  return Object.fromEntries(Object.entries(cells).filter(([cell, amount]) => amount !== 0 || cell === 'ballots'));
}

export function liveTally(state: SessionState) {
  const vote = state.activities.vote?.vote;
  if (vote === undefined) return { ballots: 0 };
  const { tally } = vote;
  const cells: Record<string, number> = { ballots: tally.ballots };
  const put = (cell: string, amount: number) => {
    if (amount !== 0) cells[cell] = amount;
  };
  const putSplit = (cell: string, amount: number, byGroup: Readonly<Record<string, number>>) => {
    put(cell, amount);
    for (const [group, part] of Object.entries(byGroup)) put(`${cell} of ${group}`, part);
  };
  const each = <From, To>(byGroup: Readonly<Record<string, From>>, read: (one: From) => To) =>
    Object.fromEntries(Object.entries(byGroup).map(([group, one]) => [group, read(one)]));
  for (const [group, count] of Object.entries(tally.ballotsByGroup)) put(`ballots of ${group}`, count);
  switch (tally.method) {
    case 'dots':
      for (const [option, count] of Object.entries(tally.options)) {
        putSplit(`dots ${option}`, count.dots, count.dotsByGroup);
        put(`supporters ${option}`, count.supporters);
      }
      break;
    case 'approval':
      for (const [option, count] of Object.entries(tally.options))
        putSplit(`approvals ${option}`, count.approvals, count.approvalsByGroup);
      break;
    case 'score':
      for (const [option, criteria] of Object.entries(tally.options))
        for (const [criterion, { counts, countsByGroup }] of Object.entries(criteria))
          counts.forEach((people, at) => {
            putSplit(
              `${criterion} ${at + 1} ${option}`,
              people,
              each(countsByGroup, (own) => own[at] ?? 0),
            );
          });
      break;
    case 'agreement':
      for (const [option, { byGroup, ...counts }] of Object.entries(tally.options))
        for (const answer of ['agree', 'disagree', 'pass'] as const)
          putSplit(
            `${answer} ${option}`,
            counts[answer],
            each(byGroup, (own) => own[answer]),
          );
      break;
    case 'ranking':
      vote.options.forEach(({ id: a }, row) => {
        putSplit(
          `named ${a}`,
          tally.named[row] ?? 0,
          each(tally.byGroup, ({ named }) => named[row] ?? 0),
        );
        vote.options.forEach(({ id: b }, column) => {
          const margin = (of: { readonly margins: Margins }) => of.margins[row]?.[column] ?? 0;
          putSplit(`${a} before ${b}`, margin(tally), each(tally.byGroup, margin));
        });
      });
  }
  return cells;
}

/** The same cells from what the recount of an archive says. */
export function recountedTally(totals: VoteTotals | undefined) {
  const cells: Record<string, number> = { ballots: totals?.ballots ?? 0 };
  const put = (cell: string, amount: number, byGroup: Readonly<Record<string, number>> = {}) => {
    if (amount !== 0) cells[cell] = amount;
    for (const [group, part] of Object.entries(byGroup)) if (part !== 0) cells[`${cell} of ${group}`] = part;
  };
  const each = <From>(byGroup: Readonly<Record<string, From>>, read: (one: From) => number | undefined) =>
    Object.fromEntries(Object.entries(byGroup).map(([group, one]) => [group, read(one) ?? 0]));
  for (const [group, count] of Object.entries(totals?.ballotsByGroup ?? {})) put(`ballots of ${group}`, count);
  for (const [option, count] of Object.entries(totals?.options ?? {})) {
    put(`dots ${option}`, count.dots, count.dotsByGroup);
    put(`supporters ${option}`, count.supporters);
  }
  for (const [option, count] of Object.entries(totals?.approvals ?? {}))
    put(`approvals ${option}`, count.approvals, count.approvalsByGroup);
  for (const [option, criteria] of Object.entries(totals?.scores ?? {}))
    for (const [criterion, { counts, countsByGroup }] of Object.entries(criteria))
      counts.forEach((people, at) => {
        put(
          `${criterion} ${at + 1} ${option}`,
          people,
          each(countsByGroup, (own) => own[at]),
        );
      });
  for (const [option, { byGroup, ...counts }] of Object.entries(totals?.answers ?? {}))
    for (const answer of ['agree', 'disagree', 'pass'] as const)
      put(
        `${answer} ${option}`,
        counts[answer],
        each(byGroup, (own) => own[answer]),
      );
  const { ranking } = totals ?? {};
  for (const a of Object.keys(ranking?.named ?? {})) {
    put(
      `named ${a}`,
      ranking?.named[a] ?? 0,
      each(ranking?.byGroup ?? {}, ({ named }) => named[a]),
    );
    for (const b of Object.keys(ranking?.named ?? {}))
      put(
        `${a} before ${b}`,
        ranking?.margins[a]?.[b] ?? 0,
        each(ranking?.byGroup ?? {}, ({ margins }) => margins[a]?.[b]),
      );
  }
  return cells;
}
