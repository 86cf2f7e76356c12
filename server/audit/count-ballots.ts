// Counts standing ballots of every method from raw JSON, naively and from scratch. Shares no code with the live tally.

/** One person's ballot as the log holds it, with the group of the person. */
export type RawBallot = { readonly group: string; readonly data: Readonly<Record<string, unknown>> };

export type OptionTotals = {
  readonly dots: number;
  readonly supporters: number;
  readonly dotsByGroup: Readonly<Record<string, number>>;
};
export type ApprovalTotals = {
  readonly approvals: number;
  readonly approvalsByGroup: Readonly<Record<string, number>>;
};
/** How many chose each point, point 1 first. */
export type PointTotals = {
  readonly counts: readonly number[];
  readonly countsByGroup: Readonly<Record<string, readonly number[]>>;
};
type Answers = { readonly agree: number; readonly disagree: number; readonly pass: number };
export type AnswerTotals = Answers & { readonly byGroup: Readonly<Record<string, Answers>> };
export type PairTotals = {
  /** People with the first above the second − the other way round. */
  readonly margins: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly named: Readonly<Record<string, number>>;
};

export type VoteTotals = {
  readonly method: string;
  readonly ballots: number;
  readonly ballotsByGroup: Readonly<Record<string, number>>;
  /** Of dots; empty for other methods, which have one of the fields below. */
  readonly options: Readonly<Record<string, OptionTotals>>;
  readonly approvals?: Readonly<Record<string, ApprovalTotals>>;
  readonly scores?: Readonly<Record<string, Readonly<Record<string, PointTotals>>>>;
  readonly ranking?: PairTotals & { readonly byGroup: Readonly<Record<string, PairTotals>> };
  readonly answers?: Readonly<Record<string, AnswerTotals>>;
};

export type RawMethod = {
  readonly name: string;
  readonly criteria: readonly string[];
  readonly scale: number;
};

export function countBallots(method: RawMethod, options: readonly string[], ballots: readonly RawBallot[]): VoteTotals {
  const base = {
    method: method.name,
    ballots: ballots.length,
    ballotsByGroup: countNames(ballots.map(({ group }) => group)),
    options: {},
  };
  const each = <Totals>(count: (option: string) => Totals) =>
    Object.fromEntries(options.map((option) => [option, count(option)]));
  switch (method.name) {
    case 'dots':
      return { ...base, options: each((option) => countDots(option, ballots)) };
    case 'approval':
      return { ...base, approvals: each((option) => countApprovals(option, ballots)) };
    case 'score':
      return {
        ...base,
        scores: each((option) =>
          Object.fromEntries(method.criteria.map((id) => [id, countPoints(option, id, method.scale, ballots)])),
        ),
      };
    case 'ranking': {
      const groups = [...new Set(ballots.map(({ group }) => group))];
      const byGroup = groups.map((group) => [group, countPairs(options, only(ballots, group))] as const);
      return { ...base, ranking: { ...countPairs(options, ballots), byGroup: Object.fromEntries(byGroup) } };
    }
    case 'agreement':
      return {
        ...base,
        answers: each((option) => ({ ...countAnswers(option, ballots), byGroup: answersByGroup(option, ballots) })),
      };
    default:
      return base;
  }
}

export function countNames(names: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function only(ballots: readonly RawBallot[], group: string): readonly RawBallot[] {
  return ballots.filter((ballot) => ballot.group === group);
}

/** The rows of a ballot's list; none in a ballot of another method. */
function rows<Row>(ballot: RawBallot, field: string): readonly Row[] {
  const list = ballot.data[field];
  return Array.isArray(list) ? (list as Row[]) : [];
}

function countDots(option: string, ballots: readonly RawBallot[]): OptionTotals {
  const given = ballots.flatMap((ballot) =>
    rows<{ option: string; dots: number }>(ballot, 'choices')
      .filter((row) => row.option === option && row.dots > 0)
      .map(({ dots }) => ({ group: ballot.group, dots })),
  );
  const dotsByGroup: Record<string, number> = {};
  for (const { group, dots } of given) dotsByGroup[group] = (dotsByGroup[group] ?? 0) + dots;
  return { dots: given.reduce((sum, { dots }) => sum + dots, 0), supporters: given.length, dotsByGroup };
}

function countApprovals(option: string, ballots: readonly RawBallot[]): ApprovalTotals {
  const groups = ballots
    .filter((ballot) => rows<string>(ballot, 'approved').includes(option))
    .map(({ group }) => group);
  return { approvals: groups.length, approvalsByGroup: countNames(groups) };
}

type RawScore = { readonly option: string; readonly criterion: string; readonly score: number };

function countPoints(option: string, criterion: string, scale: number, ballots: readonly RawBallot[]): PointTotals {
  const histogram = (some: readonly RawBallot[]): number[] => {
    const points = some.flatMap((ballot) =>
      rows<RawScore>(ballot, 'scores').filter((row) => row.option === option && row.criterion === criterion),
    );
    return Array.from({ length: scale }, (_, at) => points.filter(({ score }) => score === at + 1).length);
  };
  const groups = [...new Set(ballots.map(({ group }) => group))];
  const byGroup = groups.map((group) => [group, histogram(only(ballots, group))] as const);
  return {
    counts: histogram(ballots),
    countsByGroup: Object.fromEntries(byGroup.filter(([, counts]) => counts.some((people) => people > 0))),
  };
}

function countPairs(options: readonly string[], ballots: readonly RawBallot[]): PairTotals {
  const tiers = ballots.map((ballot) => rows<readonly string[]>(ballot, 'ranked'));
  // What a ballot does not name stands below everything it names.
  const place = (ballot: readonly (readonly string[])[], option: string): number => {
    const found = ballot.findIndex((tier) => tier.includes(option));
    return found < 0 ? ballot.length : found;
  };
  const margin = (a: string, b: string): number =>
    tiers.reduce((sum, ballot) => sum + Math.sign(place(ballot, b) - place(ballot, a)), 0);
  return {
    margins: Object.fromEntries(options.map((a) => [a, Object.fromEntries(options.map((b) => [b, margin(a, b)]))])),
    named: Object.fromEntries(
      options.map((option) => [option, tiers.filter((ballot) => ballot.some((tier) => tier.includes(option))).length]),
    ),
  };
}

function countAnswers(option: string, ballots: readonly RawBallot[]): Answers {
  const given = ballots.flatMap((ballot) =>
    rows<{ option: string; answer: string }>(ballot, 'answers').filter((row) => row.option === option),
  );
  const of = (answer: string): number => given.filter((row) => row.answer === answer).length;
  return { agree: of('agree'), disagree: of('disagree'), pass: of('pass') };
}

function answersByGroup(option: string, ballots: readonly RawBallot[]): Record<string, Answers> {
  const groups = [...new Set(ballots.map(({ group }) => group))];
  return Object.fromEntries(
    groups
      .map((group) => [group, countAnswers(option, only(ballots, group))] as const)
      .filter(([, { agree, disagree, pass }]) => agree + disagree + pass > 0),
  );
}
