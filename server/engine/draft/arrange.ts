// From composed lines to the document: adds what was written at the desk, joins, drops, orders and words each line.
import type { LineWork, SessionState } from '../state';
import type { EndorsementResult, LineView, TraceVotes, Translation } from '../views';
import type { LineId, LineKind } from '../vocabulary';
import { besideWords, type Judgement, wordingOf } from './judged-wording';
import { isModerated } from './moderated';

/** What is composed of a line, before anybody's hand; `goalLineId` may name a goal that is not in the draft. */
export type ComposedLine = Pick<
  LineView,
  'id' | 'kind' | 'themeId' | 'goalLineId' | 'text' | 'translations' | 'action' | 'trace'
>;

export type Arranged = {
  readonly lines: Readonly<Record<LineId, LineView>>;
  readonly dropped: readonly Pick<LineView, 'id' | 'text'>[];
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
    return { endorsement: besideWords(judgement, wordingOf(line), state.wordingChanges[line.id]) };
  };
  /** The line with what is behind it: votes are of the words that were voted on. */
  const traced = <Line extends WordedLine>(line: Line): Line => {
    const { votes } = line.trace;
    if (votes === undefined || votes.heading.text === line.text.text) return line;
    const changed = state.wordingChanges[line.id] ?? {};
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

  const lines: Record<LineId, LineView> = {};
  const put = (line: ComposedLine, under: readonly LineId[]): void => {
    const [goalLineId, ...alsoUnder] = under;
    const { goalLineId: _, ...own } = line;
    const work = workOf(line.id);
    const parts = all.filter(({ id }) => id !== line.id && holderOf(id) === line.id);
    const words = traced(worded(own, work));
    lines[line.id] = {
      ...words,
      order: Object.keys(lines).length,
      ...(goalLineId === undefined ? {} : { goalLineId }),
      ...(alsoUnder.length === 0 ? {} : { alsoUnder }),
      ...related(work, holderOf),
      ...(parts.length === 0
        ? {}
        : {
            joined: parts.map((part) => {
              const itself = traced(worded(part, workOf(part.id)));
              return joinedLine(itself, judged(itself).endorsement);
            }),
          }),
      ...judged(words),
      ...(work.version === 0 ? {} : { version: work.version }),
      ...(work.at === undefined ? {} : { changedAt: work.at }),
      ...(work.by === undefined ? {} : { changedBy: work.by }),
    };
  };
  const inOrder = (some: readonly ComposedLine[]) => ordered(some, workOf);
  for (const { id: themeId } of state.design.themes) {
    for (const kind of UNDER_THEME) {
      for (const line of inOrder(shown.filter((one) => one.kind === kind && one.themeId === themeId))) {
        put(line, []);
        if (kind !== 'goal') continue;
        const actions = shown.filter((one) => one.kind === 'action' && goalsOf(one)[0] === line.id);
        for (const action of inOrder(actions)) put({ ...action, themeId }, goalsOf(action));
      }
    }
  }
  const dropped = all.filter(({ id }) => workOf(id).dropped).map((line) => worded(line, workOf(line.id)));
  return { lines: withoutStrayReferences(lines), dropped: dropped.map(({ id, text }) => ({ id, text })) };
}

/** Lines of the desk after those that are composed. One that was split off shows what is behind its source. */
function withOwnLines(composed: readonly ComposedLine[], state: SessionState): readonly ComposedLine[] {
  const works = state.lineWork;
  const traces = new Map(composed.map(({ id, trace }) => [id, trace]));
  const own = Object.entries(works).flatMap(([id, { added }]): readonly ComposedLine[] => {
    if (added === undefined || isModerated(state, added.from)) return [];
    const { text, lang, from, ...place } = added;
    const trace = { ideas: [], ...traces.get(from ?? ''), desk: true as const };
    traces.set(id, trace);
    return [{ id, ...place, text: { text, lang }, trace }];
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

type WordedLine = ComposedLine & Partial<LineView>;

function worded(line: ComposedLine, { wording, details, translations }: LineWork): WordedLine {
  const text = wording === undefined ? line.text : { text: wording.text, lang: wording.lang };
  const composedAnew =
    wording?.composed !== undefined &&
    (wording.composed.text !== line.text.text || wording.composed.lang !== line.text.lang);
  // Those that came with the line are of its composed wording; what was entered here goes before them.
  const came = wording === undefined ? (line.translations ?? {}) : {};
  const entered = Object.entries(translations ?? {}).map(([lang, { text: words, of }]) => [
    lang,
    { text: words, ...(of === text.text ? {} : { outdated: true as const }) },
  ]);
  const others = Object.entries<Translation>({ ...came, ...Object.fromEntries(entered) }).filter(
    ([lang]) => lang !== text.lang,
  );
  const action = details === undefined ? line.action : { what: line.text.text, ...line.action, ...details };
  const { translations: _, ...own } = line;
  return {
    ...own,
    text,
    ...(wording === undefined ? {} : { original: line.text }),
    ...(composedAnew ? { originalChanged: true as const } : {}),
    ...(action === undefined ? {} : { action }),
    ...(others.length === 0 ? {} : { translations: Object.fromEntries(others) }),
  };
}

function joinedLine(
  { id, text, action, trace }: ComposedLine,
  endorsement: EndorsementResult | undefined,
): NonNullable<LineView['joined']>[number] {
  return {
    id,
    text,
    trace,
    ...(action === undefined ? {} : { action }),
    ...(endorsement === undefined ? {} : { endorsement }),
  };
}

function related({ relations }: LineWork, holderOf: (id: LineId) => LineId): Pick<LineView, 'seeAlso' | 'dependsOn'> {
  const { seeAlso = [], dependsOn = [] } = relations ?? {};
  return {
    ...(seeAlso.length === 0 ? {} : { seeAlso: [...new Set(seeAlso.map(holderOf))] }),
    ...(dependsOn.length === 0 ? {} : { dependsOn }),
  };
}

/** A line that left the draft is nothing to read on at. */
function withoutStrayReferences(lines: Readonly<Record<LineId, LineView>>): Readonly<Record<LineId, LineView>> {
  return Object.fromEntries(
    Object.entries(lines).map(([id, line]) => [
      id,
      seeing(line, (other) => other !== id && Object.hasOwn(lines, other)),
    ]),
  );
}

/** The line with only those of its references that are seen. */
export function seeing(line: LineView, isSeen: (id: LineId) => boolean): LineView {
  if (line.seeAlso === undefined) return line;
  const { seeAlso, ...rest } = line;
  const seen = seeAlso.filter(isSeen);
  return seen.length === 0 ? rest : { ...rest, seeAlso: seen };
}
