// A session in which every text that people or the desk write carries a mark of its own, and anything may be hidden, struck,
// withdrawn or reworded at any moment. It keeps, by code of its own, which marks may not be read any more.

import type { VoteDesign } from '../../server/engine/activities/vote/types';
import type { Command } from '../../server/engine/commands';
import { composeDraft } from '../../server/engine/draft/compose';
import type { SessionState } from '../../server/engine/state';
import type { OwnText, WorkshopDesign } from '../../server/engine/vocabulary';
import { randomFrom } from './command-walk';
import { Session } from './specification';
import { inAll, smallWorkshop } from './workshop';

export const MARK = /zq\d{5}/g;
export const marksIn = (text: string): ReadonlySet<string> => new Set(text.match(MARK) ?? []);

const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
const vote = smallWorkshop.agenda.find(({ kind }) => kind === 'vote') as VoteDesign;

/** Two votes ask about the same horizon, and one about all: what is struck in one may stand in the other. */
const design: WorkshopDesign = {
  ...smallWorkshop,
  agenda: smallWorkshop.agenda.flatMap((activity) =>
    activity.id === 'vote'
      ? [activity, { ...vote, id: 'again', title: inAll('Again'), horizonIds: ['today', 'tomorrow', '2030'] as const }]
      : [activity.kind === 'collect' ? { ...activity, maxPerPerson: 20 } : activity],
  ),
};

export class MarkedWalk {
  readonly session = new Session(design);
  readonly #random: () => number;
  #texts = 0;
  /** Ids made so far. */
  #ids = 0;
  /** What ideas read while they were hidden. */
  readonly #hiddenReading = new Map<string, Set<string>>();
  readonly #had = new Map<string, Set<string>>();
  /** All that was ever written, by mark. */
  readonly written = new Set<string>();
  /** Whose own words they are: only in their author's things may they stand. */
  readonly authors = new Map<string, string>();
  readonly done = new Map<string, number>();

  constructor(seed: number) {
    this.#random = randomFrom(seed);
    for (const [at, who] of PEOPLE.entries())
      this.session.wish(who, { type: 'participant.join', groupId: at % 2 === 0 ? 'heads' : 'communities' });
    this.session.wish('facilitator', { type: 'session.start' });
  }

  get state(): SessionState {
    return this.session.state;
  }

  step(progress: number): void {
    const [who, command] = this.#next(progress);
    const outcome = this.session.wish(who, command);
    if (typeof outcome === 'string' || outcome.length === 0) return;
    this.done.set(command.type, (this.done.get(command.type) ?? 0) + 1);
    this.#note(command);
  }

  do(command: Command): void {
    this.session.wish('facilitator', command);
    this.#note(command);
  }

  #note(command: Command): void {
    const { state } = this;
    if (command.type === 'ideas.merge') this.#had.set(command.priorityId, new Set(command.ideaIds));
    if (command.type === 'idea.group' && command.priorityId !== null)
      this.#had.get(command.priorityId)?.add(command.ideaId);
    const isTakingBack = command.type === 'moderation.undo' || command.type === 'moderation.redo';
    for (const { id, text, hidden } of [...state.ideas.values(), ...state.withdrawn.ideas.values()]) {
      const read = this.#hiddenReading.get(id) ?? new Set();
      this.#hiddenReading.set(id, read);
      if (hidden) read.add(text);
      else if (isTakingBack) read.clear();
      else read.delete(text);
    }
  }

  /** Marks that may stand nowhere, and those that may only stand where people had them before them. */
  forbidden(): { readonly everywhere: ReadonlySet<string>; readonly butBeforePeople: ReadonlySet<string> } {
    const { state } = this;
    const everywhere = new Set<string>();
    const ban = (text: string) => {
      for (const mark of marksIn(text)) everywhere.add(mark);
    };
    const votes = Object.values(state.activities).flatMap((activity) => activity.vote ?? []);
    const ideaOf = (id: string) => state.ideas.get(id) ?? state.withdrawn.ideas.get(id);
    const isHidden = (id: string) => ideaOf(id)?.hidden ?? false;
    const asked = (id: string, what: 'id' | 'idea') =>
      votes.flatMap(({ options, struck = [] }) =>
        options
          .filter((option) => (what === 'id' ? option.id === id : option.ideaIds.includes(id)))
          .map((option) => ({ option, struck: struck.includes(option.id) })),
      );
    const isStruckAway = (id: string, what: 'id' | 'idea') => {
      const all = asked(id, what);
      return all.length > 0 && all.every((one) => one.struck);
    };
    // Ideas.
    for (const { id, text } of [...state.ideas.values(), ...state.withdrawn.ideas.values()]) {
      for (const was of this.#hiddenReading.get(id) ?? []) ban(was);
      if (isHidden(id) || isStruckAway(id, 'idea')) ban(text);
    }
    // Headings of options that are nowhere asked any more.
    const priorityGone = (id: string) => {
      if (isStruckAway(id, 'id')) return true;
      // Of a merging that was taken back nothing is left that could be hidden.
      const had = state.priorities.has(id) ? this.#had.get(id) : [id];
      const behind = [...(had ?? [])].filter((idea) => state.ideas.has(idea) || isHidden(idea));
      return behind.length > 0 && behind.every((idea) => isHidden(idea) || isStruckAway(idea, 'idea'));
    };
    for (const { options } of votes)
      for (const { id, heading } of options) {
        // The idea it is a copy of may stand by itself, or with others behind an option of another vote.
        const stands = [...state.ideas.values()].some(
          (idea) => idea.text === heading.text && !idea.hidden && !isStruckAway(idea.id, 'idea'),
        );
        if (isStruckAway(id, 'id') && !stands) ban(heading.text);
      }
    for (const action of [...state.actions.values(), ...state.withdrawn.actions.values()])
      if (action.hidden) ban([action.what, action.who, action.byWhen, action.means, action.sign].join(' '));
    const lineGone = (lineId: string): boolean => {
      const [, kind, id = ''] = /^(\w+):(.*)$/.exec(lineId) ?? [];
      if (kind === 'own') {
        const from = state.lineWork[lineId]?.added?.from;
        return from !== undefined && lineGone(from);
      }
      if (kind === 'action') return (state.actions.get(id) ?? state.withdrawn.actions.get(id))?.hidden ?? false;
      if (kind === 'goal') return isStruckAway(id, 'id');
      return priorityGone(id);
    };
    for (const [id, { wording, translations, added, relations }] of Object.entries(state.lineWork))
      if (lineGone(id)) ban(JSON.stringify([wording?.text, translations, added?.text, relations]));
    // What nobody says any more, and was not before people when they voted or judged.
    const now = JSON.stringify([
      [...state.ideas.values()].map(({ text }) => text),
      [...state.priorities.values()].map(({ heading }) => heading),
      votes.map(({ options, goalsReason }) => [options.map(({ heading }) => heading), goalsReason]),
      [...state.actions.values()],
      Object.values(state.lineWork).map(({ wording, translations, added, relations, details }) => [
        wording && { text: wording.text },
        Object.values(translations ?? {}).map(({ text }) => text),
        added,
        relations,
        details,
      ]),
    ]);
    const said = marksIn(now);
    return {
      everywhere,
      butBeforePeople: new Set([...this.written].filter((mark) => !said.has(mark) && !everywhere.has(mark))),
    };
  }

  /** What people had before them when they judged. */
  judged(): ReadonlySet<string> {
    const endorse = Object.values(this.state.activities).flatMap((activity) => activity.endorse ?? []);
    return marksIn(JSON.stringify(endorse.map(({ wordings, past }) => [wordings, past])));
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  #words(who?: string): string {
    this.#texts += 1;
    const mark = `zq${String(this.#texts).padStart(5, '0')}`;
    this.written.add(mark);
    if (who !== undefined) this.authors.set(mark, who);
    return `${this.#pick(['Таза суу', 'Жол', 'Мектеп', 'Жарык', 'Айыл'])} ${mark}`;
  }

  #own(who?: string): OwnText {
    return { text: this.#words(who), lang: this.#pick(['ky', 'ru', 'en'] as const) ?? 'ky' };
  }

  #newId(): string {
    this.#ids += 1;
    return `n${this.#ids}`;
  }

  #next(progress: number): readonly [who: string, command: Command] {
    const { state } = this;
    const who = this.#pick(PEOPLE) ?? 'p1';
    const open = design.agenda.find(({ id }) => state.activities[id]?.status === 'open');
    const roll = this.#random();
    // Without goals there are no actions to hide.
    const voted = design.agenda.find(({ id }) => {
      const { vote, revealed } = state.activities[id] ?? {};
      return vote !== undefined && revealed && vote.goals.length === 0;
    });
    if (voted !== undefined && roll < 0.3) return ['facilitator', this.#choose(voted.id)];
    if (state.phase === 'live' && (open === undefined ? roll < 0.5 : roll < 0.06)) return this.#steer(progress);
    if (open !== undefined && roll < 0.5) return [who, this.#participate(who, open.id)];
    return ['facilitator', this.#moderate()];
  }

  #steer(progress: number): readonly [string, Command] {
    const { agenda } = design;
    const activityId =
      agenda[Math.min(agenda.length - 1, Math.floor((progress + this.#random() * 0.4 - 0.15) * agenda.length))]?.id;
    const id = activityId ?? 'collect';
    const status = this.state.activities[id]?.status;
    const closed = agenda.filter((one) => this.state.activities[one.id]?.status === 'closed');
    if (this.state.activities.endorse?.status === 'closed' && this.#random() < 0.6)
      return ['facilitator', { type: 'results.reveal', activityId: 'endorse' }];
    if (this.#random() < 0.4 && closed.length > 0)
      return ['facilitator', { type: 'results.reveal', activityId: this.#pick(closed)?.id ?? id }];
    if (status === 'open') return ['facilitator', { type: 'activity.close', activityId: id }];
    const judge = this.#pick(['lines', 'themes', 'themes', 'goals'] as const);
    return ['facilitator', { type: 'activity.open', activityId: id, ...(id === 'endorse' ? { judge } : {}) }];
  }

  #participate(who: string, activityId: string): Command {
    const { state } = this;
    const person = state.participants.get(who);
    const ideas = [...state.ideas.values()].filter((idea) => idea.activityId === activityId);
    switch (activityId) {
      case 'ask':
      case 'collect': {
        const roll = this.#random();
        const mine = this.#pick(person?.ideaIds ?? []);
        if (roll < 0.12 && mine !== undefined) return { type: 'idea.withdraw', ideaId: mine };
        if (roll < 0.2) return { type: 'idea.support', ideaId: this.#pick(ideas)?.id ?? '' };
        if (roll < 0.24) return { type: 'idea.unsupport', ideaId: this.#pick(person?.supportIds ?? []) ?? '' };
        const isEdit = roll < 0.4 && mine !== undefined;
        const before = isEdit ? state.ideas.get(mine) : undefined;
        const place =
          activityId === 'ask'
            ? {}
            : {
                themeId: before?.themeId ?? this.#pick(['law', 'services']),
                horizonId: before?.horizonId ?? this.#pick(['today', 'tomorrow', '2030', '2030', '2030'] as const),
              };
        return {
          type: 'idea.submit',
          activityId,
          ideaId: isEdit ? mine : this.#newId(),
          ...this.#own(who),
          ...place,
        };
      }
      case 'vote':
      case 'again': {
        const options = state.activities[activityId]?.vote?.options ?? [];
        const some = [...new Set([this.#pick(options)?.id, this.#pick(options)?.id])].filter((id) => id !== undefined);
        return { type: 'ballot.cast', activityId, choices: some.map((option) => ({ option, dots: 1 })) };
      }
      case 'plan': {
        const goals = design.agenda.flatMap(({ id }) => state.activities[id]?.vote?.goals ?? []);
        const mine = this.#pick(person?.actionIds ?? []);
        if (this.#random() < 0.15 && mine !== undefined) return { type: 'action.withdraw', actionId: mine };
        return {
          type: 'action.submit',
          activityId,
          actionId: this.#random() < 0.3 && mine !== undefined ? mine : this.#newId(),
          goalId: this.#pick(goals) ?? '',
          lang: 'ky',
          what: this.#words(who),
          who: this.#words(who),
          byWhen: this.#words(who),
          means: this.#words(who),
          sign: this.#words(who),
        };
      }
      default: {
        const { lines = [], rounds = {} } = state.activities.endorse?.endorse ?? {};
        const lineId = this.#pick(lines) ?? '';
        const level = this.#pick([1, 2, 5, 8] as const) ?? 1;
        return { type: 'endorsement.give', activityId: 'endorse', lineId, level, round: rounds[lineId] };
      }
    }
  }

  #choose(activityId: string): Command {
    const all = this.state.activities[activityId]?.vote?.options ?? [];
    const priorityIds = all.filter(() => this.#random() < 0.6).map(({ id }) => id);
    return { type: 'goals.choose', activityId, priorityIds, reason: this.#own() };
  }

  #moderate(): Command {
    const { state } = this;
    const ideas = [...state.ideas.values()];
    const idea = this.#pick(ideas);
    const lines = Object.values(composeDraft(state).lines);
    const line = this.#pick(lines);
    const lineId = line?.id ?? '';
    const base = line?.version ?? 0;
    const options = design.agenda.flatMap(({ id: activityId }) =>
      (state.activities[activityId]?.vote?.options ?? []).map(({ id: option }) => ({ activityId, option })),
    );
    const voted = this.#pick(
      design.agenda.filter(({ id }) => state.activities[id]?.vote !== undefined && state.activities[id]?.revealed),
    );
    const alone = ideas.filter(
      (one) => one.themeId === idea?.themeId && one.horizonId === idea?.horizonId && !one.hidden,
    );
    const deeds: readonly (() => Command)[] = [
      () => ({ type: 'idea.hide', ideaId: idea?.id ?? '' }),
      () => ({ type: 'idea.hide', ideaId: this.#pick(ideas)?.id ?? '' }),
      () => ({ type: 'idea.unhide', ideaId: this.#pick(ideas.filter(({ hidden }) => hidden))?.id ?? '' }),
      () => ({
        type: 'idea.move',
        ideaId: idea?.id ?? '',
        themeId: this.#pick(['law', 'services']) ?? 'law',
        horizonId: this.#pick(['today', '2030'] as const) ?? '2030',
      }),
      ...Array.from({ length: 3 }, () => (): Command => {
        const some = [this.#pick(alone)?.id, this.#pick(alone)?.id].filter((id) => id !== undefined);
        const [first] = some;
        // Often in the words of one of them, and often in the desk's own.
        const own = this.#random() < 0.5 ? state.ideas.get(first ?? '') : undefined;
        const heading = own === undefined ? this.#own() : { text: own.text, lang: own.lang };
        return { type: 'ideas.merge', priorityId: this.#newId(), ideaIds: [...new Set(some)], heading };
      }),
      () => ({
        type: 'idea.group',
        ideaId: idea?.id ?? '',
        priorityId: this.#pick([null, ...[...state.priorities.values()].map(({ id }) => id)]) ?? null,
      }),
      () => ({
        type: 'priority.rename',
        priorityId: this.#pick([...state.priorities.values()])?.id ?? '',
        heading: this.#own(),
      }),
      () => ({ type: 'option.strike', ...(this.#pick(options) ?? { activityId: 'vote', option: '' }) }),
      () => ({ type: 'option.restore', ...(this.#pick(options) ?? { activityId: 'vote', option: '' }) }),
      ...Array.from({ length: 3 }, () => () => this.#choose(voted?.id ?? '')),
      ...Array.from(
        { length: state.actions.size > 0 ? 4 : 0 },
        () => (): Command => ({
          type: 'action.hide',
          actionId: this.#pick([...state.actions.values()])?.id ?? '',
        }),
      ),
      () => ({ type: 'action.unhide', actionId: this.#pick([...state.actions.values()])?.id ?? '' }),
      () => ({ type: 'line.edit', lineId, base, ...this.#own() }),
      () => ({ type: 'line.edit', lineId, base, text: '', lang: 'ky' }),
      () => ({
        type: 'line.translate',
        lineId,
        base,
        text: this.#words(),
        lang: line?.text.lang === 'ru' ? 'en' : 'ru',
      }),
      () => ({
        type: 'line.add',
        lineId: `own:${this.#newId()}`,
        kind: line?.kind === 'action' ? 'step' : (line?.kind ?? 'goal'),
        themeId: line?.themeId ?? 'law',
        from: lineId,
        ...this.#own(),
      }),
      () => ({
        type: 'line.join',
        lineId,
        into: this.#pick(lines.filter(({ kind }) => kind === line?.kind))?.id ?? null,
      }),
      () => ({ type: 'line.drop', lineId, dropped: this.#random() < 0.5 }),
      () => ({
        type: 'line.relate',
        lineId,
        base,
        goalLineIds: [],
        seeAlso: [this.#pick(lines)?.id ?? ''],
        dependsOn: [this.#own()],
      }),
      () => ({ type: 'moderation.undo', seq: this.#pick(state.acts)?.seq ?? 0 }),
      () => ({ type: 'moderation.undo', seq: state.acts.at(-1)?.seq ?? 0 }),
      () => ({ type: 'moderation.redo', seq: state.undone.at(-1)?.seq ?? 0 }),
    ];
    return this.#pick(deeds)?.() ?? { type: 'timer.stop' };
  }
}
