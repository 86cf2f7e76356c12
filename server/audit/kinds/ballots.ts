// Counts the ballots of votes again, and selects again at each outcome that the log declares.
import { countBallots, type RawBallot, type RawMethod, type VoteTotals } from '../count-ballots';
import { PublishedPoints } from '../published-points';
import { selectAgain } from '../select';
import { Strikes } from '../strikes';
import { type Counter, type Data, type Hall, type RawFact, type Taker, textOf } from './counter';

/** An outcome that the log declares, beside what its ballots select when counted again. */
export type RecountedOutcome = {
  readonly activity: string;
  readonly seq: number;
  /**
   * `agrees` with the ballots then standing; `held`: with those of an earlier reveal, because too few had changed since
   * (rule CELL4), of scores item by item; `not_recounted`: consensus, which is made of figures after small cells were taken out.
   */
  readonly verdict: 'agrees' | 'held' | 'differs' | 'not_recounted';
};

/** What a vote's settings are in the log, as far as counting needs them. Logs without settings hold dots. */
type RawSettings = {
  readonly rule?: string;
  readonly places?: number;
  readonly per?: string;
  readonly weights?: string;
  readonly method?: {
    readonly name?: string;
    readonly scale?: number;
    readonly criteria?: readonly { readonly id: string }[];
  };
};

export class Ballots implements Counter {
  readonly kinds = ['vote'];
  readonly #hall: Hall;
  /** By activity. */
  readonly #settings = new Map<string, RawSettings>();
  /** Activity, then person: the whole fact. */
  readonly #ballots = new Map<string, Map<string, Data>>();
  readonly #options = new Map<string, readonly string[]>();
  /** By activity and option. */
  readonly #themes = new Map<string, string>();
  readonly #strikes = new Strikes();
  readonly #outcomes: RecountedOutcome[] = [];
  /** Of score votes, by activity: which points are shown. */
  readonly #points = new Map<string, PublishedPoints>();
  /** Activity, then the ballots at each outcome declared so far. */
  readonly #revealed = new Map<string, (readonly RawBallot[])[]>();

  constructor(hall: Hall) {
    this.#hall = hall;
  }

  take({ type, data, seq, press }: RawFact): void {
    const activity = textOf(data, 'activityId');
    const person = textOf(data, 'participantId');
    this.#strikes.take(type, data, seq, press);
    switch (type) {
      case 'SessionCreated': {
        const { agenda = [] } = data.design as { agenda?: readonly { id: string; settings?: RawSettings }[] };
        for (const { id, settings } of agenda) if (settings !== undefined) this.#settings.set(id, settings);
        break;
      }
      case 'VoteConfigured':
        this.#settings.set(activity, data.settings as RawSettings);
        break;
      case 'ActivityOpened':
        if (Array.isArray(data.options)) this.#open(activity, data.options as { id: string; themeId: string }[]);
        break;
      case 'BallotCast':
        this.#ballots.get(activity)?.set(person, data);
        break;
      case 'BallotWithdrawn':
        this.#ballots.get(activity)?.delete(person);
        break;
      case 'OutcomeDeclared':
        this.#takeOutcome(activity, data, seq);
        break;
      case 'ResultsRevealed':
        if (this.#methodOf(activity).name === 'score') this.#points.set(activity, this.#pointsAfter(activity));
        break;
    }
  }

  *takers(): Iterable<Taker> {
    for (const [activity, ballots] of this.#ballots) for (const person of ballots.keys()) yield [activity, person];
  }

  totals(): { readonly votes: Readonly<Record<string, VoteTotals>>; readonly outcomes: readonly RecountedOutcome[] } {
    const votes: Record<string, VoteTotals> = {};
    for (const activity of this.#ballots.keys())
      votes[activity] = countBallots(
        this.#methodOf(activity),
        this.#options.get(activity) ?? [],
        this.#ballotsOf(activity),
      );
    return { votes, outcomes: this.#outcomes };
  }

  #open(activity: string, options: readonly { readonly id: string; readonly themeId: string }[]): void {
    this.#options.set(
      activity,
      options.map(({ id }) => id),
    );
    for (const { id, themeId } of options) this.#themes.set(`${activity} ${id}`, themeId);
    this.#ballots.set(activity, new Map());
    this.#strikes.forget(activity);
    this.#points.delete(activity);
  }

  #takeOutcome(activity: string, data: Data, seq: number): void {
    const settings = data.settings as RawSettings;
    const { name, criteria } = this.#methodOf(activity);
    const [criterion = ''] = criteria;
    const points = name === 'score' ? this.#pointsAfter(activity) : undefined;
    const select = (ballots: readonly RawBallot[]): string | undefined => {
      const { rule = '', places = 0, per = 'all', weights = 'person' } = settings;
      const options = (this.#options.get(activity) ?? []).filter((option) => !this.#strikes.has(activity, option));
      const themes = Object.fromEntries(options.map((id) => [id, this.#themes.get(`${activity} ${id}`) ?? '']));
      const selected = selectAgain({
        rules: this.#hall.rules,
        method: name,
        rule,
        places,
        per,
        weights,
        options,
        themes,
        criterion,
        ...(points && { pointsShown: (option) => points.ballotsFor({ option, criterion }) }),
        ballots,
      });
      return selected && JSON.stringify(selected);
    };
    const declared = JSON.stringify(data.selected);
    const earlier = this.#revealed.get(activity) ?? [];
    const ballots = points === undefined ? this.#ballotsOf(activity) : [...points.newest.values()];
    const now = select(ballots);
    const verdict =
      now === undefined
        ? 'not_recounted'
        : now === declared
          ? points?.isHeld
            ? 'held'
            : 'agrees'
          : // Of scores it is known exactly what is shown.
            points === undefined && earlier.some((before) => select(before) === declared)
            ? 'held'
            : 'differs';
    this.#outcomes.push({ activity, seq, verdict });
    this.#revealed.set(activity, [...earlier, ballots]);
  }

  /** What is shown of a score vote once the ballots that stand now are revealed. */
  #pointsAfter(activity: string): PublishedPoints {
    const box = new Map(
      [...(this.#ballots.get(activity) ?? [])].map(([person, data]) => [
        person,
        { group: this.#hall.groupOf.get(person) ?? '', data },
      ]),
    );
    const items = (this.#options.get(activity) ?? []).flatMap((option) =>
      this.#methodOf(activity).criteria.map((criterion) => ({ option, criterion })),
    );
    const rules = { cell: this.#hall.smallestCell, hidesFew: this.#hall.rules >= 2 };
    return (this.#points.get(activity) ?? PublishedPoints.none()).reveal(box, items, rules);
  }

  #ballotsOf(activity: string): readonly RawBallot[] {
    return [...(this.#ballots.get(activity) ?? [])].map(([person, data]) => ({
      group: this.#hall.groupOf.get(person) ?? '',
      data,
    }));
  }

  #methodOf(activity: string): RawMethod {
    const { name = 'dots', scale = 5, criteria = [] } = this.#settings.get(activity)?.method ?? {};
    return { name, scale, criteria: criteria.map(({ id }) => id) };
  }
}
