// A hall of any size that has gone through every step of the shipped seminar but the end, played by the rules themselves
// in a second or two: what a wall has to show on a full day, without a day's clicking.
import { withMethod } from '../../components/activities/vote/default-settings';
import { loadTemplate } from '../../prisma/templates/load';
import { ACTION_PARTS } from '../../server/engine/activities/plan/practice';
import { fillIn } from '../../server/engine/activities/vote/practised-ballot';
import { voteSettings } from '../../server/engine/activities/vote/settings';
import type { VoteDesign } from '../../server/engine/activities/vote/types';
import type { Command } from '../../server/engine/commands';
import { ACTION_FIELD_MAX_LENGTH, HEADING_MAX_LENGTH } from '../../server/engine/limits';
import type { AgreementLevel, HorizonId, VoteMethodName, WorkshopDesign } from '../../server/engine/vocabulary';
import { loadSayings } from '../../server/rehearsal/corpus';
import { makePeople } from '../../server/rehearsal/people';
import { Random } from '../../server/rehearsal/random';
import { Session } from './specification';

export type Crowd = {
  readonly people: number;
  readonly method: VoteMethodName;
  readonly words: 'short' | 'full';
  /** Ideas in each step that takes them, and actions; at most one of each from a person. */
  readonly ideas?: number;
  readonly actions?: number;
};

/** As long as the rules let a text be, with a word that no line of a narrow column holds. */
function atLength(text: string, length: number): string {
  const long = `${text}; өзгөчөлөштүрүлбөгөндүктөрүнүздөрдөн кийин `;
  return Array.from(long.repeat(Math.ceil(length / long.length)))
    .slice(0, length)
    .join('')
    .trim();
}

/** The shipped seminar with a vote by this method. */
export function designFor(method: VoteMethodName): WorkshopDesign {
  const design = loadTemplate();
  return {
    ...design,
    agenda: design.agenda.map((step) =>
      step.kind === 'vote' ? { ...step, settings: withMethod(step.settings, method, step.settings) } : step,
    ),
  };
}

function voteOf({ state: { design } }: Session): VoteDesign {
  const vote = design.agenda.find((step) => step.kind === 'vote');
  if (vote?.kind !== 'vote') throw new Error('the seminar has no vote');
  return vote;
}

export function playCrowd({ people, method, words, ideas = 60, actions = 40 }: Crowd): Session {
  const session = new Session(designFor(method));
  const random = new Random(`crowd ${people} ${method}`);
  const must = (who: string, command: Command) => {
    const outcome = session.wish(who, command);
    if (typeof outcome === 'string') throw new Error(`${who} ${command.type}: ${outcome}`);
  };
  const lead = (...commands: Command[]) => {
    for (const command of commands) must('facilitator', command);
  };
  const say = (text: string, length = HEADING_MAX_LENGTH) => (words === 'full' ? atLength(text, length) : text);
  const { groups, themes } = session.state.design;
  const hall = makePeople(
    people,
    'crowd',
    groups.map(({ id }) => id),
  ).map(({ lang, groupId, number }) => ({ id: `person-${number}`, lang, groupId }));
  for (const { id, groupId } of hall) must(id, { type: 'participant.join', groupId });
  lead({ type: 'session.start' });

  const sayings = loadSayings();
  const theme = (at: number) => themes[at % themes.length]?.id ?? '';
  for (const activityId of ['villages-2030', 'lsg-bodies-2030']) {
    lead({ type: 'activity.open', activityId });
    for (const [at, { id, lang }] of hall.entries()) {
      const { [lang]: text } = random.pick(sayings);
      must(id, { type: 'idea.submit', activityId, ideaId: `${activityId}-${at}`, text: say(text), lang });
    }
    lead({ type: 'activity.close', activityId }, { type: 'results.reveal', activityId });
  }
  const collect = (activityId: string, horizons: readonly HorizonId[], most: number) => {
    lead({ type: 'activity.open', activityId });
    for (const [at, { id, lang }] of hall.slice(0, most).entries()) {
      const themeId = theme(at);
      const horizonId = horizons[Math.floor(at / themes.length) % horizons.length] ?? '2030';
      const { [lang]: text } = random.pick(sayings.filter((saying) => saying.themeId === themeId));
      must(id, {
        type: 'idea.submit',
        activityId,
        ideaId: `${activityId}-${at}`,
        text: say(text),
        lang,
        themeId,
        horizonId,
      });
    }
    lead({ type: 'activity.close', activityId }, { type: 'results.reveal', activityId });
  };
  collect('needs-today', ['today'], ideas);
  collect('goals-and-steps', ['2030', 'tomorrow'], ideas);
  lead({ type: 'activity.open', activityId: 'priorities' }, { type: 'results.reveal', activityId: 'priorities' });

  lead({ type: 'activity.open', activityId: 'vote-goals' });
  const { method: settings } = voteSettings(session.state, voteOf(session));
  const options = session.state.activities['vote-goals']?.vote?.options.map(({ id }) => id) ?? [];
  for (const { id } of hall.slice(0, Math.ceil(people * 0.9))) {
    const ballot = fillIn(settings, random.shuffle(options), random);
    must(id, { type: 'ballot.cast', activityId: 'vote-goals', ...ballot });
  }
  lead({ type: 'activity.close', activityId: 'vote-goals' }, { type: 'results.reveal', activityId: 'vote-goals' });
  const chosen = session.state.activities['vote-goals']?.vote?.outcome?.selected ?? [];
  lead({ type: 'goals.choose', activityId: 'vote-goals', priorityIds: [...chosen] });

  lead({ type: 'activity.open', activityId: 'actions' });
  for (const [at, { id, lang }] of hall.slice(0, actions).entries()) {
    const parts = ACTION_PARTS[lang];
    const part = (key: keyof typeof parts) => say(random.pick(parts[key]), ACTION_FIELD_MAX_LENGTH);
    must(id, {
      type: 'action.submit',
      activityId: 'actions',
      actionId: `action-${at}`,
      goalId: chosen[at % chosen.length] ?? '',
      lang,
      what: say(random.pick(sayings)[lang], ACTION_FIELD_MAX_LENGTH),
      who: part('who'),
      byWhen: part('byWhen'),
      means: part('means'),
      sign: part('sign'),
    });
  }
  lead({ type: 'activity.close', activityId: 'actions' }, { type: 'results.reveal', activityId: 'actions' });
  lead({ type: 'activity.open', activityId: 'agreement' });
  const lines = session.state.activities.agreement?.endorse?.lines ?? [];
  for (const { id } of hall) {
    for (const lineId of random.shuffle(lines).slice(0, 8)) {
      const level = random.pick([1, 1, 1, 2, 2, 3, 4, 5, 7, 8] as const satisfies readonly AgreementLevel[]);
      must(id, { type: 'endorsement.give', activityId: 'agreement', lineId, level });
    }
  }
  lead({ type: 'activity.close', activityId: 'agreement' }, { type: 'results.reveal', activityId: 'agreement' });
  return session;
}
