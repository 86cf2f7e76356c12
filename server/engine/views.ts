// What each audience sees. Plain JSON without nulls, so that a JSON Merge Patch (RFC 7396) can carry every change.
// Collections that change item by item are objects keyed by id, with `order` for their place.
import type { ActivityKind, AllKinds, SomeKinds } from './activities/kinds';
import type { ActionDetails, ActionFields } from './commands';
import type { WordingChange } from './state';
import type {
  ActionId,
  ActionStatus,
  ActivityId,
  ActivityStatus,
  EarlierLine,
  EarlierVision,
  GroupId,
  Horizon,
  HorizonId,
  IdeaId,
  LineId,
  LineKind,
  Locale,
  LocalText,
  OwnText,
  PriorityId,
  StakeholderGroup,
  Theme,
  ThemeId,
  VoteMethod,
  VoteRule,
} from './vocabulary';
import type { JudgedFigures } from './voting/publishing/endorsement';
import type { ByGroup } from './voting/publishing/suppression';
import type { OptionFigures } from './voting/telling/figures';

export type Audience = 'participant' | 'facilitator' | 'screen';

/** How many took part. `joined` counts everyone who chose a group, `voted` those with a standing ballot, answer or judgement. */
export type Turnout = {
  readonly joined: number;
  readonly joinedByGroup: ByGroup;
  readonly voted: number;
  /** Facilitator only: whom to ask still. Says who took part, never what they chose, so no cell is hidden. */
  readonly votedByGroup?: ByGroup;
};

export type IdeaView = OwnText & {
  readonly order: number;
  readonly activityId: ActivityId;
  readonly themeId?: ThemeId;
  readonly horizonId?: HorizonId;
  /** How many others support it; missing when nobody does. Only ever a total. */
  readonly seconders?: number;
  /** Facilitator only: hidden ideas reach nobody else. */
  readonly hidden?: true;
};

export type PriorityView = {
  readonly order: number;
  readonly heading: OwnText;
  readonly themeId: ThemeId;
  readonly horizonId: HorizonId;
  readonly ideaIds: readonly IdeaId[];
  /** False while it is one idea standing alone, as it was written. */
  readonly merged: boolean;
  /** People who support any of its ideas and wrote none of them; missing when there are none. */
  readonly seconders?: number;
};

export type ActionView = ActionFields & {
  readonly order: number;
  readonly goalId: PriorityId;
  readonly lang: Locale;
  readonly hidden?: true;
};

/** What people had before them when they judged. */
export type JudgedWords = {
  readonly text: OwnText;
  readonly translations?: Readonly<Partial<Record<Locale, string>>>;
  /** Actions only. */
  readonly details?: ActionDetails;
  /** Of a theme that is judged as a whole. */
  readonly goals?: readonly OwnText[];
  /** How many more of them there were, whose words were hidden or struck since. */
  readonly goalsOut?: number;
};

/** A judged line that reads otherwise since: what was judged, in full, and when and by whom the words last changed. */
export type ChangedSince = Partial<WordingChange> & {
  readonly judged: JudgedWords;
  /** Only the words in these languages are other ones: a translation that was made or changed since. */
  readonly languages?: readonly Locale[];
};

/** Every figure is of the words it was given for: those of the line, unless it says that it was `changed`. */
export type EndorsementResult = JudgedFigures & {
  readonly changed?: ChangedSince;
  /** How the line was judged before it was judged anew, in other words; oldest first. */
  readonly before?: readonly (JudgedFigures & { readonly judged: JudgedWords })[];
};

/** A line as all its readers have it: walls, papers, and the desk. */
export type ReaderLine = {
  readonly id: LineId;
  readonly kind: LineKind;
  readonly order: number;
  readonly themeId: ThemeId;
  /** Action lines hang under their goal. */
  readonly goalLineId?: LineId;
  /** Further goals that this action serves. */
  readonly alsoUnder?: readonly LineId[];
  readonly text: OwnText;
  /** Entered by hand in the other languages; one that is of an earlier wording is for the facilitator alone. */
  readonly translations?: Readonly<Partial<Record<Locale, Translation>>>;
  /** A person changed the wording; `original` is what was composed. */
  readonly original?: OwnText;
  readonly action?: ActionFields;
  readonly seeAlso?: readonly LineId[];
  readonly dependsOn?: readonly OwnText[];
  readonly trace: Trace;
  /** Lines that were joined into this one, with what is behind them. */
  readonly joined?: readonly JoinedLine[];
  readonly endorsement?: EndorsementResult;
};

/** As the desk alone has it. */
export type DeskLine = ReaderLine & {
  /** `original` was composed anew since: a person takes it or keeps the wording. */
  readonly originalChanged?: true;
  /** Seq of the last change of words or relations at the desk; missing before any. */
  readonly version?: number;
  /** When that was, in milliseconds since 1970, and by whom, if they gave a name. */
  readonly changedAt?: number;
  readonly changedBy?: string;
};

export type Translation = { readonly text: string; readonly outdated?: true };

export type JoinedLine = Pick<ReaderLine, 'id' | 'text' | 'action' | 'trace' | 'endorsement'>;

/** From a line down to the people's own words and ballots. Votes are missing while that vote is not revealed. */
export type Trace = {
  readonly priorityId?: PriorityId;
  readonly actionId?: ActionId;
  /** Written at the desk. */
  readonly desk?: true;
  /** Carried on from this earlier vision. */
  readonly earlier?: { readonly code: string; readonly date: number };
  readonly ideas: readonly OwnText[];
  /** People who support any of these ideas and wrote none of them; missing when there are none. */
  readonly seconders?: number;
  readonly votes?: TraceVotes;
};

export type TraceVotes = OptionFigures & {
  readonly activityId: ActivityId;
  /** The words that were voted on. */
  readonly heading: OwnText;
  /** The line reads otherwise. */
  readonly changed?: Partial<WordingChange>;
  readonly method: VoteMethod;
  /** What decided. */
  readonly rule: VoteRule;
  readonly ballots: number;
  /** People who had joined when the vote closed. */
  readonly joined: number;
  /** Seq of the fact that published these figures, and when that was, in milliseconds since 1970. */
  readonly seq: number;
  readonly at: number;
};

export type DraftGap = {
  readonly lineId: LineId;
  readonly gap: 'goal_without_action' | 'action_without_who' | 'action_without_date';
};

/** What the vision leaves open. A `tied` priority was kept out by the tie convention alone and has no line. */
export type OpenPoint = { readonly themeId: ThemeId } & (
  | { readonly reason: 'contested' | 'discussion' | 'groups_apart' | 'room_divided'; readonly lineId: LineId }
  | { readonly reason: 'tied'; readonly priority: OwnText }
);

/** What became of a goal: still in the draft, in other words, in another line, or out of it. */
export type GoalFate = 'kept' | 'reworded' | 'joined' | 'let_go';
export type EarlierLineView = EarlierLine & {
  /** Actions only. */
  readonly status?: ActionStatus;
  /** Goals only. */
  readonly fate?: GoalFate;
};
/** The vision the session goes on from, and what became of it. */
export type EarlierView = Pick<EarlierVision, 'code' | 'date' | 'title'> & {
  readonly lines: readonly EarlierLineView[];
};

/** The draft as walls and papers have it. */
export type ReadersDraft = {
  readonly lines: Readonly<Record<LineId, ReaderLine>>;
  /** How the room judged themes as a whole; missing unless it did, and while that is not revealed. */
  readonly themes?: Readonly<Record<ThemeId, EndorsementResult>>;
  /** Missing when nothing is. */
  readonly open?: readonly OpenPoint[];
  /** The line the room talks about; `earlier` when it looks back at the earlier vision. */
  readonly lit?: LineId;
};
/** As the desk alone has it. */
export type DraftView = ReadersDraft & {
  readonly lines: Readonly<Record<LineId, DeskLine>>;
  readonly gaps?: readonly DraftGap[];
  /** Lines taken out of the draft; missing when there are none. */
  readonly dropped?: readonly Pick<DeskLine, 'id' | 'text'>[];
};

/** What is to be known of a kind to steer and draw a step of it, so that console, wall and papers keep no list of kinds. */
export type Traits = {
  /** Results would steer those still deciding: they are revealed only once it is closed. */
  readonly secret?: true;
  /** Work of the desk: people watch, and nobody takes part by themselves. */
  readonly watched?: true;
  /** Worked on before everyone's eyes: shown on the wall from the moment it opens. */
  readonly shownOpen?: true;
};

/** `Traits` are for console and wall. */
export type ActivityViewBase = Traits & {
  readonly id: ActivityId;
  readonly title: LocalText;
  readonly prompt: LocalText;
  readonly minutes: number;
  readonly status: ActivityStatus;
  readonly revealed: boolean;
  /** Place in the agenda, from 1. */
  readonly position: number;
  /** On phones of a revealed vote alone, and in all; every live count would be a patch for them at every tick. */
  readonly turnout?: Turnout;
};

/** Every kind's is its own. */
export type ActivityView = SomeKinds<'view'>;

export type AgendaItem = {
  readonly id: ActivityId;
  readonly kind: ActivityKind;
  readonly title: LocalText;
  readonly minutes: number;
  readonly status: ActivityStatus;
  readonly revealed: boolean;
  /** Of `collect` and `vote`: whose ideas it asks for, or takes as options. */
  readonly horizonIds?: readonly HorizonId[];
};

type ViewBase = {
  readonly session: {
    readonly id: string;
    readonly code: string;
    readonly title: LocalText;
    readonly phase: 'lobby' | 'live' | 'ended';
    readonly rehearsal: boolean;
    /** Of the workshop's place, by its IANA name. */
    readonly timeZone: string;
    readonly activities: number;
  };
  readonly groups: readonly StakeholderGroup[];
  readonly themes: readonly Theme[];
  readonly horizons: readonly Horizon[];
  /** What the room is looking at; missing in the lobby. */
  readonly activity?: ActivityView;
  readonly timer?: { readonly endsAt: number };
};

export type ParticipantView = ViewBase & {
  readonly audience: 'participant';
  /** How many lines the draft has, once the session has ended. It is read on a page of its own: views for phones do not grow with it. */
  readonly draftLines?: number;
};
export type ScreenView = ViewBase & {
  readonly audience: 'screen';
  /** Places in the agenda, from 1, of the steps that were opened, rising. */
  readonly opened: readonly number[];
  readonly joined: number;
  readonly joinedByGroup: ByGroup;
  readonly ideas: Readonly<Record<IdeaId, IdeaView>>;
  readonly priorities: Readonly<Record<PriorityId, PriorityView>>;
  readonly actions: Readonly<Record<ActionId, ActionView>>;
  readonly draft: ReadersDraft;
  /** Missing when the session goes on from none. */
  readonly earlier?: EarlierView;
};
export type FacilitatorView = ViewBase & {
  readonly audience: 'facilitator';
  readonly joined: number;
  readonly joinedByGroup: ByGroup;
  readonly agenda: readonly AgendaItem[];
  /** The other steps, to be looked at and prepared while the room is elsewhere; `activity` is the one it is at. */
  readonly steps: Readonly<Record<ActivityId, ActivityView>>;
  readonly ideas: Readonly<Record<IdeaId, IdeaView>>;
  readonly priorities: Readonly<Record<PriorityId, PriorityView>>;
  readonly actions: Readonly<Record<ActionId, ActionView>>;
  readonly draft: DraftView;
  /** Missing when the session goes on from none. */
  readonly earlier?: EarlierView;
  /** When the server's clock was last found to have jumped, and by how many milliseconds; missing when it has not. */
  readonly clockJump?: { readonly at: number; readonly by: number };
  /** The latest act of any desk. */
  readonly undo?: { readonly seq: number; readonly type: string };
  /** By the seq that names each. */
  readonly acts: Readonly<Record<string, ActView>>;
};
/** What a desk did and can take back, or took back and can do again. */
export type ActView = {
  /** Grows with every doing and taking back: of its own acts a desk takes back the highest, and does again the highest. */
  readonly order: number;
  /** Of the fact that names it. */
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whose it is; missing for a client that is no desk. */
  readonly desk?: string;
  readonly by?: string;
  /** What it was about. */
  readonly words?: OwnText;
  /** And so many more things alike, by the same press. */
  readonly more?: number;
  readonly activityId?: ActivityId;
  readonly undone?: true;
  /** Something done since rests on it, so it cannot be taken back (or done again) now. */
  readonly builtUpon?: true;
};
export type View = ParticipantView | ScreenView | FacilitatorView;

/** One person's own things, sent to that person's devices only. */
export type Mine = {
  /** Leads to everything that was recorded from this person in the archive: the beginning of the participant's id. */
  readonly receipt: string;
  readonly groupId: GroupId;
} & AllKinds<'mine'>;

export type SupportedIdeaView = OwnText & {
  readonly order: number;
  readonly activityId: ActivityId;
  readonly themeId?: ThemeId;
  readonly horizonId?: HorizonId;
};

export type OwnIdeaView = SupportedIdeaView & {
  readonly hidden?: true;
  /** Others support it, so its words and its place stay. */
  readonly supported?: true;
};
