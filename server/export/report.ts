// Everything an export prints, from the state of a session: pure. Small cells are withheld here, results only of revealed
// votes get in, hidden things and identities never do; renderers add nothing but form.

import type { ActivityKind } from '../engine/activities/kinds';
import { chosenGoals } from '../engine/activities/vote/goals';
import { struckIdeas } from '../engine/activities/vote/standing-options';
import type { ActionFields } from '../engine/commands';
import { type Chapter, chaptersOf } from '../engine/draft/chapters';
import { composeDraft } from '../engine/draft/compose';
import { judgedWords, wordingOf, wordingOfTheme } from '../engine/draft/judged-wording';
import { earlierView } from '../engine/draft/look-back';
import { openPoints } from '../engine/draft/open-points';
import { readerLine } from '../engine/draft/reader-line';
import { shownPriorities } from '../engine/priorities';
import type { Idea, SessionState } from '../engine/state';
import { activityState } from '../engine/state';
import { timeZoneOf } from '../engine/time-zone';
import { actionFields, named } from '../engine/told';
import { tookPart } from '../engine/turnout';
import type {
  ChangedSince,
  DraftGap,
  EarlierLineView,
  EndorsementResult,
  JudgedWords,
  OpenPoint,
  ReaderLine,
} from '../engine/views';
import type {
  ActivityDesign,
  ActivityStatus,
  EarlierVision,
  GroupId,
  HorizonId,
  LineId,
  LineKind,
  LocalText,
  Organisation,
  OwnText,
  StakeholderGroup,
  ThemeId,
} from '../engine/vocabulary';
import { figuresTold, type JudgedFigures } from '../engine/voting/publishing/endorsement';
import { turnoutByGroup } from '../engine/voting/publishing/suppression';
import { listQuestions, type ReportQuestion } from './report-answers';
import { listProposals, type ReportProposal } from './report-proposals';
import { listSteps, type ReportStep } from './report-steps';
import type { ReportVote } from './report-votes';
import { listVotes } from './report-votes';

export type ReportIdea = OwnText & {
  readonly number: number;
  readonly activity: LocalText;
  readonly theme?: LocalText;
  readonly horizon?: LocalText;
  /** Of the priority it is in. */
  readonly priority?: number;
};
export type ReportPriority = {
  readonly number: number;
  readonly heading: OwnText;
  readonly theme: LocalText;
  readonly horizon: LocalText;
  readonly ideas: number;
  readonly isGoal: boolean;
};
export type ReportAction = ActionFields & {
  readonly number: number;
  readonly goal: OwnText;
  readonly theme: LocalText;
  readonly lang: OwnText['lang'];
};
/** Of a line, a line that was joined into another, or a theme that was judged as a whole: figures beside the words they are of. */
export type ReportEndorsement = {
  readonly kind: LineKind | 'theme';
  readonly judged: JudgedWords;
  /** Which time it was judged, from 1; an earlier time is of earlier words. */
  readonly round: number;
  readonly figures: JudgedFigures;
  /** It reads otherwise since. */
  readonly changed?: ChangedSince;
  readonly now?: JudgedWords;
};
export type ReportTurnout = {
  readonly title: LocalText;
  readonly kind: ActivityKind;
  readonly status: ActivityStatus;
  /** By the moment that it is of. */
  readonly joined: number;
  readonly tookPart: number;
  /** A missing group is withheld: it has few people. */
  readonly tookPartByGroup: Readonly<Record<GroupId, number>>;
};
/** Numbered in reading order; other lines are named by number: the goal an action hangs under, those it serves too. */
export type ReportLine = {
  readonly number: number;
  readonly theme: LocalText;
  readonly goal?: number;
  readonly alsoServes: readonly number[];
  readonly seeAlso: readonly number[];
  readonly line: ReaderLine;
  readonly gaps: readonly DraftGap['gap'][];
};
export type ReportOpenPoint = {
  readonly theme: LocalText;
  readonly text: OwnText;
  readonly reason: OpenPoint['reason'];
  /** Number of the line; a tied priority has none. */
  readonly line?: number;
};

/** Goals in order, each with its actions; an action whose goal is not among them stands under none. */
export type ReportEarlier = Pick<EarlierVision, 'code' | 'date' | 'title' | 'closingHash'> & {
  readonly lines: readonly EarlierLineView[];
};

export type Report = {
  readonly title: LocalText;
  readonly code: string;
  readonly phase: SessionState['phase'];
  readonly rehearsal: boolean;
  /** The day the session was made, ms since 1970. */
  readonly date: number;
  /** On whose clock it is told. */
  readonly timeZone: string;
  readonly organisations: readonly Organisation[];
  readonly groups: readonly StakeholderGroup[];
  readonly smallestCell: number;
  readonly joined: number;
  readonly joinedByGroup: Readonly<Record<GroupId, number>>;
  readonly themes: readonly Chapter[];
  readonly lines: readonly ReportLine[];
  readonly open: readonly ReportOpenPoint[];
  readonly ideas: readonly ReportIdea[];
  readonly questions: readonly ReportQuestion[];
  readonly steps: readonly ReportStep[];
  readonly priorities: readonly ReportPriority[];
  readonly proposals: readonly ReportProposal[];
  readonly votes: readonly ReportVote[];
  readonly actions: readonly ReportAction[];
  /** How often the draft was changed after the session had ended. */
  readonly tidied: number;
  readonly judgedThemes: Readonly<Record<ThemeId, EndorsementResult>>;
  readonly endorsements: readonly ReportEndorsement[];
  /** What became of the vision the session goes on from. */
  readonly earlier?: ReportEarlier;
  readonly turnout: readonly ReportTurnout[];
  /** `key`: fingerprint of the key that signs this session's closing hashes. */
  readonly log: { readonly count: number; readonly closingHash: string; readonly key?: string };
};

export type LogFacts = { readonly startedAt: number; readonly closingHash: string; readonly key?: string };

export function buildReport(state: SessionState, { startedAt, closingHash, key }: LogFacts): Report {
  const { design } = state;
  const draft = composeDraft(state);
  const lines = Object.values(draft.lines)
    .map((line) => readerLine(line))
    .sort((a, b) => a.order - b.order);
  const struck = struckIdeas(state);
  const ideas = [...state.ideas.values()]
    .filter(({ id, hidden }) => !hidden && !struck.has(id))
    .sort((a, b) => a.order - b.order);
  return {
    title: design.title,
    code: state.code,
    phase: state.phase,
    rehearsal: state.rehearsal,
    date: startedAt,
    timeZone: timeZoneOf(design),
    organisations: (design.organisations ?? []).map(organisation),
    groups: named(design.groups),
    smallestCell: design.smallestCell,
    joined: state.participants.size,
    joinedByGroup: countsOf(state, state.joinedByGroup),
    themes: chaptersOf(Object.fromEntries(lines.map((line) => [line.id, line])), named(design.themes)),
    lines: listLines(state, lines, draft.gaps),
    open: listOpenPoints(state, lines),
    ...listIdeas(state, ideas),
    questions: listQuestions(state, ideas),
    steps: listSteps(state),
    proposals: listProposals(state),
    votes: listVotes(state),
    actions: listActions(state, lines),
    judgedThemes: draft.themes,
    tidied: state.tidied,
    endorsements: listEndorsements(state, lines),
    ...earlierOf(state),
    turnout: design.agenda.map((activity) => listTurnout(state, activity)),
    log: { count: state.seq, closingHash, ...(key === undefined ? {} : { key }) },
  };
}

function organisation({ role, name, logo }: Organisation): Organisation {
  return { role, name, ...(logo === undefined ? {} : { logo }) };
}

function listTurnout(state: SessionState, { id, title, kind }: ActivityDesign): ReportTurnout {
  const { status } = activityState(state, id);
  const { joined, joinedByGroup, voted, votedByGroup } = tookPart(state, id);
  const tookPartByGroup = turnoutByGroup(votedByGroup, joinedByGroup, state.design);
  return { title, kind, status, joined, tookPart: voted, tookPartByGroup };
}

function listEndorsements(state: SessionState, lines: readonly ReaderLine[]): readonly ReportEndorsement[] {
  const { themes } = composeDraft(state);
  const ofThemes = state.design.themes.flatMap((theme) =>
    timesJudged('theme', judgedWords(wordingOfTheme(theme, lines), NOTHING), themes[theme.id]),
  );
  const ofLines = lines.flatMap((line) =>
    [line, ...(line.joined ?? [])].flatMap((one) =>
      timesJudged(line.kind, judgedWords(wordingOf(one), NOTHING), one.endorsement),
    ),
  );
  return [...ofThemes, ...ofLines];
}

/** Of the draft as it stands nothing is out. */
const NOTHING = (): boolean => false;

/** The earliest time first. */
function timesJudged(
  kind: ReportEndorsement['kind'],
  now: JudgedWords,
  result: EndorsementResult | undefined,
): readonly ReportEndorsement[] {
  if (result === undefined) return [];
  const { changed, before = [] } = result;
  return [
    ...before.map((past, at) => ({ kind, judged: past.judged, round: at + 1, figures: figuresTold(past) })),
    {
      kind,
      judged: changed?.judged ?? now,
      round: before.length + 1,
      figures: figuresTold(result),
      ...(changed === undefined ? {} : { changed, now }),
    },
  ];
}

function earlierOf(state: SessionState): Pick<Report, 'earlier'> {
  const view = earlierView(state);
  if (view === undefined || state.earlier === null) return {};
  const { code, date, title, lines } = view;
  return { earlier: { code, date, title, lines, closingHash: state.earlier.closingHash } };
}

function countsOf(
  { design }: SessionState,
  counts: Readonly<Record<GroupId, number>>,
): Readonly<Record<GroupId, number>> {
  return Object.fromEntries(design.groups.map(({ id }) => [id, counts[id] ?? 0]));
}

function listLines(
  state: SessionState,
  lines: readonly ReaderLine[],
  gaps: readonly DraftGap[],
): readonly ReportLine[] {
  const numberOf = new Map(lines.map(({ id }, at) => [id, at + 1]));
  const numbers = (ids: readonly LineId[] = []) => ids.map((id) => numberOf.get(id)).filter((one) => one !== undefined);
  return lines.map((line, at) => {
    const goal = numberOf.get(line.goalLineId ?? '');
    return {
      number: at + 1,
      theme: nameOfTheme(state, line.themeId),
      ...(goal === undefined ? {} : { goal }),
      alsoServes: numbers(line.alsoUnder),
      seeAlso: numbers(line.seeAlso),
      line,
      gaps: gaps.filter(({ lineId }) => lineId === line.id).map(({ gap }) => gap),
    };
  });
}

function nameOfTheme({ design }: SessionState, themeId: ThemeId): LocalText {
  return design.themes.find(({ id }) => id === themeId)?.name ?? EMPTY;
}

function listOpenPoints(state: SessionState, inOrder: readonly ReaderLine[]): readonly ReportOpenPoint[] {
  const { lines } = composeDraft(state);
  const numberOf = new Map(inOrder.map(({ id }, at) => [id, at + 1]));
  return openPoints(state, lines).map((point) => ({
    theme: nameOfTheme(state, point.themeId),
    text: (point.reason === 'tied' ? point.priority : lines[point.lineId]?.text) ?? { text: '', lang: 'ky' },
    reason: point.reason,
    ...(point.reason === 'tied' ? {} : { line: numberOf.get(point.lineId) ?? 0 }),
  }));
}

/** Numbers instead of ids: an author knows the id of an idea, so an id in a public file would be a signature. */
function listIdeas(
  state: SessionState,
  ideas: readonly Idea[],
): { readonly ideas: readonly ReportIdea[]; readonly priorities: readonly ReportPriority[] } {
  const { themes, horizons, agenda } = state.design;
  const nameOfTheme = new Map(themes.map(({ id, name }) => [id, name]));
  const nameOfHorizon = new Map<HorizonId, LocalText>(horizons.map(({ id, name }) => [id, name]));
  const titleOf = new Map(agenda.map(({ id, title }) => [id, title]));
  const goals = new Set(chosenGoals(state).map(({ option }) => option.id));
  const standing = shownPriorities(state);
  const priorityOf = new Map(standing.flatMap(({ ideas: own }, at) => own.map(({ id }) => [id, at + 1] as const)));
  return {
    ideas: ideas.map(({ id, text, lang, activityId, themeId, horizonId }, at) => {
      const theme = themeId === undefined ? undefined : nameOfTheme.get(themeId);
      const horizon = horizonId === undefined ? undefined : nameOfHorizon.get(horizonId);
      const priority = priorityOf.get(id);
      return {
        number: at + 1,
        activity: titleOf.get(activityId) ?? EMPTY,
        text,
        lang,
        ...(theme === undefined ? {} : { theme }),
        ...(horizon === undefined ? {} : { horizon }),
        ...(priority === undefined ? {} : { priority }),
      };
    }),
    priorities: standing.map(({ id, heading, themeId, horizonId, ideas: own }, at) => ({
      number: at + 1,
      heading,
      theme: nameOfTheme.get(themeId) ?? EMPTY,
      horizon: nameOfHorizon.get(horizonId) ?? EMPTY,
      ideas: own.length,
      isGoal: goals.has(id),
    })),
  };
}

const EMPTY: LocalText = { ky: '', ru: '', en: '' };

function listActions(state: SessionState, lines: readonly ReaderLine[]): readonly ReportAction[] {
  const lineOf = new Map<LineId, ReaderLine>(lines.map((line) => [line.id, line]));
  const actions = lines.filter(({ kind }) => kind === 'action');
  return actions.map(({ action, text, goalLineId, themeId }, at) => ({
    number: at + 1,
    goal: lineOf.get(goalLineId ?? '')?.text ?? { text: '', lang: text.lang },
    theme: nameOfTheme(state, themeId),
    ...actionFields(action ?? NO_FIELDS),
    // A person may have edited the wording of the line; the other fields stay as they were proposed.
    what: text.text,
    lang: text.lang,
  }));
}

const NO_FIELDS: ActionFields = { what: '', who: '', byWhen: '', means: '', sign: '' };
