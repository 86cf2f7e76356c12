// From composed lines to the document: adds what was written at the desk, joins, drops, orders and words each line.
import type { LineWork, SessionState } from '../state';
import { actionDetails, words } from '../told';
import type { DeskLine, EndorsementResult, TraceVotes, Translation } from '../views';
import type { LineId, LineKind } from '../vocabulary';
import { besideWords, changeOf, type Judgement, wordingOf } from './judged-wording';
import { isModerated } from './moderated';

/** What is composed of a line, before anybody's hand; `goalLineId` may name a goal that is not in the draft. */
export type ComposedLine = Pick<
  DeskLine,
  'id' | 'kind' | 'themeId' | 'goalLineId' | 'text' | 'translations' | 'action' | 'trace'
>;

export type Arranged = {
  readonly lines: Readonly<Record<LineId, DeskLine>>;
  readonly dropped: readonly Pick<DeskLine, 'id' | 'text'>[];
};

const NO_WORK: LineWork = { version: 0 };
const UNDER_THEME = ['need', 'goal', 'step'] as const satisfies readonly LineKind[];

export function arrange(
  state: SessionState,
  composed: readonly ComposedLine[],
  judgements: Readonly<Record<LineId, Judgement>>,
): Arranged {
  const judged = (line: WordedLine): { readonly endorsement?: EndorsementResult } => {
    const judgement = judgements[line.id];
    if (judgement === undefined) return {};
    return { endorsement: besideWords(judgement, wordingOf(line), changeOf(state, line.id)) };
  };
  /** The line with what is behind it: votes are of the words that were voted on. */
  const traced = <Line extends WordedLine>(line: Line): Line => {
    const { votes } = line.trace;
    if (votes === undefined || votes.heading.text === line.text.text) return line;
    const changed = changeOf(state, line.id) ?? {};
    return { ...line, trace: { ...line.trace, votes: { ...votes, changed } satisfies TraceVotes } };
  };
  const workOf = (id: LineId): LineWork => state.lineWork[id] ?? NO_WORK;
  const all = withOwnLines(composed, state);
  const known = new Map(all.map((line) => [line.id, line]));
  const holderOf = (id: LineId): LineId => holder(id, known, workOf);
  const shown = all.filter(({ id }) => holderOf(id) === id && workOf(id).dropped === undefined);
  const goals = new Set(shown.filter(({ kind }) => kind === 'goal').map(({ id }) => id));
  /** Its own goal first; one that left the draft leaves the action to the other goals it serves. */
  const goalsOf = ({ id, goalLineId }: ComposedLine): readonly LineId[] => {
    const named = [...(goalLineId === undefined ? [] : [goalLineId]), ...(workOf(id).relations?.goalLineIds ?? [])];
    return [...new Set(named.map(holderOf))].filter((goal) => goals.has(goal));
  };

  const placed: { readonly line: ComposedLine; readonly under: readonly LineId[] }[] = [];
  const inOrder = (some: readonly ComposedLine[]) => ordered(some, workOf);
  for (const { id: themeId } of state.design.themes) {
    for (const kind of UNDER_THEME) {
      for (const line of inOrder(shown.filter((one) => one.kind === kind && one.themeId === themeId))) {
        placed.push({ line, under: [] });
        if (kind !== 'goal') continue;
        const actions = shown.filter((one) => one.kind === 'action' && goalsOf(one)[0] === line.id);
        for (const action of inOrder(actions)) placed.push({ line: { ...action, themeId }, under: goalsOf(action) });
      }
    }
  }
  const ids = new Set(placed.map(({ line }) => line.id));
  const viewOf = (line: ComposedLine, [goalLineId, ...alsoUnder]: readonly LineId[], order: number): DeskLine => {
    const work = workOf(line.id);
    const itself = traced(worded(line, work));
    const joined = all
      .filter(({ id }) => id !== line.id && holderOf(id) === line.id)
      .map((part) => {
        const own = traced(worded(part, workOf(part.id)));
        return joinedLine(own, judged(own).endorsement);
      });
    // A line that left the draft is nothing to read on at.
    const seeAlso = [...new Set((work.relations?.seeAlso ?? []).map(holderOf))].filter(
      (other) => other !== line.id && ids.has(other),
    );
    const dependsOn = (work.relations?.dependsOn ?? []).map(words);
    return {
      ...itself,
      order,
      ...(goalLineId === undefined ? {} : { goalLineId }),
      ...(alsoUnder.length === 0 ? {} : { alsoUnder }),
      ...(dependsOn.length === 0 ? {} : { dependsOn }),
      ...(joined.length === 0 ? {} : { joined }),
      ...judged(itself),
      ...(work.version === 0 ? {} : { version: work.version }),
      ...(work.at === undefined ? {} : { changedAt: work.at }),
      ...(work.by === undefined ? {} : { changedBy: work.by }),
      ...(seeAlso.length === 0 ? {} : { seeAlso }),
    };
  };
  const lines = Object.fromEntries(placed.map(({ line, under }, order) => [line.id, viewOf(line, under, order)]));
  const dropped = all.filter(({ id }) => workOf(id).dropped).map((line) => worded(line, workOf(line.id)));
  return { lines, dropped: dropped.map(({ id, text }) => ({ id, text })) };
}

/** Lines of the desk after those that are composed. One that was split off shows what is behind its source. */
function withOwnLines(composed: readonly ComposedLine[], state: SessionState): readonly ComposedLine[] {
  const works = state.lineWork;
  const traces = new Map(composed.map(({ id, trace }) => [id, trace]));
  const own = Object.entries(works).flatMap(([id, { added }]): readonly ComposedLine[] => {
    if (added === undefined || isModerated(state, added.from)) return [];
    const { kind, themeId, goalLineId, from } = added;
    const trace = { ideas: [], ...traces.get(from ?? ''), desk: true as const };
    traces.set(id, trace);
    const under = goalLineId === undefined ? {} : { goalLineId };
    return [{ id, kind, themeId, ...under, text: words(added), trace }];
  });
  return [...composed, ...own];
}

/** The line that shows this one: itself, unless it was joined into another that is still there. */
function holder(id: LineId, known: ReadonlyMap<LineId, unknown>, workOf: (id: LineId) => LineWork): LineId {
  const passed = new Set([id]);
  let at = id;
  for (let next = workOf(at).joinedInto; next !== undefined && known.has(next); next = workOf(at).joinedInto) {
    // The rules make no circles; a log from elsewhere might.
    if (passed.has(next)) return id;
    passed.add(next);
    at = next;
  }
  return at;
}

/** Those that people placed first, in that order, then the others; one split off follows its source until it is placed. */
function ordered(lines: readonly ComposedLine[], workOf: (id: LineId) => LineWork): readonly ComposedLine[] {
  const split = ({ id }: ComposedLine) => workOf(id).place === undefined && workOf(id).added?.from !== undefined;
  const placeOf = ({ id }: ComposedLine) => workOf(id).place ?? Number.POSITIVE_INFINITY;
  const inPlace = lines.filter((line) => !split(line)).sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  for (const line of lines.filter(split)) {
    const source = inPlace.findIndex(({ id }) => id === workOf(line.id).added?.from);
    inPlace.splice(source < 0 ? inPlace.length : source + 1, 0, line);
  }
  return inPlace;
}

function comparePlaces(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

type WordedLine = ComposedLine & Partial<DeskLine>;

function worded(line: ComposedLine, { wording, details, translations }: LineWork): WordedLine {
  const text = wording === undefined ? line.text : words(wording);
  const composedAnew =
    wording?.composed !== undefined &&
    (wording.composed.text !== line.text.text || wording.composed.lang !== line.text.lang);
  // Those that came with the line are of its composed wording; what was entered here goes before them.
  const came = wording === undefined ? (line.translations ?? {}) : {};
  const entered = Object.entries(translations ?? {}).map(([lang, { text: entry, of }]) => [
    lang,
    { text: entry, ...(of === text.text ? {} : { outdated: true as const }) },
  ]);
  const others = Object.entries<Translation>({ ...came, ...Object.fromEntries(entered) }).filter(
    ([lang]) => lang !== text.lang,
  );
  const action =
    details === undefined ? line.action : { what: line.action?.what ?? line.text.text, ...actionDetails(details) };
  const { id, kind, themeId, trace } = line;
  return {
    id,
    kind,
    themeId,
    text,
    ...(action === undefined ? {} : { action }),
    trace,
    ...(wording === undefined ? {} : { original: line.text }),
    ...(composedAnew ? { originalChanged: true as const } : {}),
    ...(others.length === 0 ? {} : { translations: Object.fromEntries(others) }),
  };
}

function joinedLine(
  { id, text, action, trace }: ComposedLine,
  endorsement: EndorsementResult | undefined,
): NonNullable<DeskLine['joined']>[number] {
  return {
    id,
    text,
    trace,
    ...(action === undefined ? {} : { action }),
    ...(endorsement === undefined ? {} : { endorsement }),
  };
}
