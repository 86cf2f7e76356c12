// A small seminar played in memory to its end, and its log as the lines of an archive.
import { createHash } from 'node:crypto';
import type { EarlierVision } from '../../server/engine/vocabulary';
import { Session } from './specification';
import { inAll, smallWorkshop } from './workshop';

const hash = (line: string) => createHash('sha256').update(line).digest('hex');

/** Written out here once more, so that a slip in the server's own format is noticed. */
export function archiveOf(session: Session): string[] {
  const lines = [JSON.stringify({ format: 'eles-archive', version: 1, sessionId: session.state.sessionId })];
  for (const { seq, at, actor, commandId, type, data } of session.log) {
    const prev = hash(lines[lines.length - 1] ?? '');
    lines.push(JSON.stringify({ seq, at, actor, commandId, type, data, prev }));
  }
  lines.push(
    JSON.stringify({ end: true, count: session.log.length, closingHash: hash(lines[lines.length - 1] ?? '') }),
  );
  return lines;
}

/** Hostile as a title, a table cell, a list item and a formula. */
export const HOSTILE = '=cmd|<b>[x](http://x.kg)</b> ![i](j) `c` *b*';

export const PEOPLE = [
  ...Array.from({ length: 4 }, (_, at) => ({ id: `c${at}`, groupId: 'communities' })),
  ...Array.from({ length: 3 }, (_, at) => ({ id: `v${at}`, groupId: 'civil' })),
  { id: 'h0', groupId: 'heads' },
];

/** The seminar goes on from this vision, whose theme it no longer has. */
const EARLIER: EarlierVision = {
  code: 'VX2RQ7',
  closingHash: '0'.repeat(64),
  date: 1_758_400_000_000,
  title: inAll('Before'),
  lines: [
    { id: 'earlier:0', kind: 'goal', themeId: 'energy', text: { text: HOSTILE, lang: 'ky' } },
    {
      id: 'earlier:1',
      kind: 'action',
      themeId: 'energy',
      goalLineId: 'earlier:0',
      text: { text: 'Трансформатор', lang: 'ky' },
      who: HOSTILE,
      byWhen: '2026',
      means: '',
      sign: '',
    },
  ],
};

export type Stop = 'before the vote is revealed' | 'while judging' | 'the end';

/** Eight people in three groups; smallestCell is 3, so that `heads` with its one person has to be withheld. */
export function playSeminar(stop: Stop = 'the end'): Session {
  const session = new Session(smallWorkshop, EARLIER);
  const must = (who: string, command: Parameters<Session['wish']>[1]) => {
    const outcome = session.wish(who, command);
    if (typeof outcome === 'string') throw new Error(`${who} ${command.type}: ${outcome}`);
  };
  const idea = (who: string, ideaId: string, text: string, horizonId: 'today' | 'tomorrow' | '2030', themeId = 'law') =>
    must(who, { type: 'idea.submit', activityId: 'collect', ideaId, text, lang: 'ky', themeId, horizonId });
  for (const { id, groupId } of PEOPLE) must(id, { type: 'participant.join', groupId });
  must('facilitator', { type: 'session.start' });
  must('facilitator', { type: 'activity.open', activityId: 'ask' });
  const answer = (who: string, ideaId: string, text: string) =>
    must(who, { type: 'idea.submit', activityId: 'ask', ideaId, text, lang: 'ru' });
  answer('h0', 'q1', 'Дороги без ям');
  answer('v0', 'q2', HOSTILE);
  answer('v1', 'q3', 'жашыруун жооп');
  answer('v2', 'q4', 'кайра алынат');
  must('c0', { type: 'idea.support', ideaId: 'q1' });
  must('v2', { type: 'idea.withdraw', ideaId: 'q4' });
  must('facilitator', { type: 'idea.hide', ideaId: 'q3' });
  must('facilitator', { type: 'activity.open', activityId: 'collect' });
  idea('c0', 'i1', 'Таза суу', '2030');
  idea('c1', 'i2', 'Таза суу!', '2030');
  idea('c2', 'i3', HOSTILE, '2030', 'services');
  idea('c2', 'i4', 'Жол жаман', 'today');
  idea('v0', 'i5', 'Жарык орнотуу', 'tomorrow');
  idea('v1', 'i6', 'жашыруун сөз', 'today');
  idea('v2', 'i7', 'кайра алынат', 'today');
  must('v2', { type: 'idea.withdraw', ideaId: 'i7' });
  must('facilitator', { type: 'idea.hide', ideaId: 'i6' });
  must('facilitator', {
    type: 'ideas.merge',
    priorityId: 'p1',
    ideaIds: ['i1', 'i2'],
    heading: { text: 'Ар бир үйгө таза суу', lang: 'ky' },
  });
  must('facilitator', { type: 'activity.open', activityId: 'vote' });
  for (const { id } of PEOPLE)
    must(id, {
      type: 'ballot.cast',
      activityId: 'vote',
      choices: [
        { option: 'p1', dots: 2 },
        { option: 'i3', dots: 1 },
      ],
    });
  must('c0', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'p1', dots: 3 }] });
  must('c3', { type: 'ballot.withdraw', activityId: 'vote' });
  must('facilitator', { type: 'activity.close', activityId: 'vote' });
  if (stop === 'before the vote is revealed') return session;
  must('facilitator', { type: 'results.reveal', activityId: 'vote' });
  must('facilitator', { type: 'goals.choose', activityId: 'vote', priorityIds: ['p1', 'i3'] });
  must('facilitator', { type: 'line.edit', lineId: 'goal:p1', base: 0, text: 'Таза суу ар бир үйдө', lang: 'ky' });
  must('facilitator', { type: 'activity.open', activityId: 'plan' });
  const fields = { who: 'айыл өкмөтү', byWhen: '2027', means: '@бюджет', sign: '' };
  const action = { type: 'action.submit', activityId: 'plan', lang: 'ky', ...fields } as const;
  must('c0', { ...action, actionId: 'a1', goalId: 'p1', what: 'Түтүк алмаштыруу | тез' });
  must('c1', { ...action, actionId: 'a2', goalId: 'p1', what: 'кайра алынат' });
  must('c1', { type: 'action.withdraw', actionId: 'a2' });
  must('facilitator', { type: 'activity.open', activityId: 'endorse' });
  for (const { id } of PEOPLE)
    must(id, { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:p1', level: 1 });
  must('c0', { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:p1', level: 8 });
  must('c1', { type: 'endorsement.withdraw', activityId: 'endorse', lineId: 'goal:p1' });
  if (stop === 'while judging') return session;
  must('facilitator', { type: 'activity.close', activityId: 'endorse' });
  must('facilitator', { type: 'results.reveal', activityId: 'endorse' });
  must('facilitator', { type: 'session.end' });
  return session;
}
