// A hall that has voted by one method and judged what came of it, with everything that makes figures differ from place to place:
// a group of few people, a line that few judged, one that all abstained from, one reworded and judged anew, one reworded after
// that, and an option that was struck.

import { fillIn } from '../../server/engine/activities/vote/practised-ballot';
import type { Command } from '../../server/engine/commands';
import { composeDraft } from '../../server/engine/draft/compose';
import { type Judged, RULES_OF_METHOD, type VoteMethod, type WorkshopDesign } from '../../server/engine/vocabulary';
import { Random } from '../../server/rehearsal/random';
import { Session } from './specification';
import { inAll, smallWorkshop } from './workshop';

export type Hall = { readonly seed: string; readonly method: VoteMethod; readonly judge: Judged };

export const CELL = 5;
export const METHODS: readonly VoteMethod[] = [
  { name: 'dots', budget: 5, cap: 3 },
  { name: 'approval', max: 3 },
  { name: 'score', criteria: [{ id: 'importance', name: inAll('Importance') }], scale: 5 },
  { name: 'ranking', top: 3 },
  { name: 'agreement' },
];

/** Three of the first group: fewer than may be shown. */
const SIZES = { heads: 3, communities: 13, civil: 9 } as const;
const OPTIONS = 6;

export function playJudgedHall({ seed, method, judge }: Hall): Session {
  const design: WorkshopDesign = { ...smallWorkshop, smallestCell: CELL };
  const session = new Session(design);
  const random = new Random(seed);
  const must = (who: string, ...commands: Command[]) => {
    for (const command of commands) {
      const outcome = session.wish(who, command);
      if (typeof outcome === 'string') throw new Error(`${who} ${command.type}: ${outcome}`);
    }
  };
  const lead = (...commands: Command[]) => must('facilitator', ...commands);
  const people = Object.entries(SIZES).flatMap(([groupId, size]) =>
    Array.from({ length: size }, (_, at) => ({ id: `${groupId}-${at}`, groupId })),
  );
  for (const { id, groupId } of people) must(id, { type: 'participant.join', groupId });
  const [rule] = RULES_OF_METHOD[method.name];
  lead(
    { type: 'session.start' },
    { type: 'vote.configure', activityId: 'vote', settings: { method, rule, places: 4, weights: 'person' } },
    { type: 'activity.open', activityId: 'collect' },
  );
  for (let at = 0; at < OPTIONS; at += 1)
    must(people[at % people.length]?.id ?? '', {
      type: 'idea.submit',
      activityId: 'collect',
      ideaId: `i${at}`,
      text: `Option no. ${at} of ${seed}`,
      lang: 'en',
      themeId: at < 4 ? 'law' : 'services',
      horizonId: '2030',
    });
  lead({ type: 'activity.close', activityId: 'collect' }, { type: 'activity.open', activityId: 'vote' });
  const options = Array.from({ length: OPTIONS }, (_, at) => `i${at}`);
  for (const { id } of people)
    if (random.chance(0.9))
      must(id, { type: 'ballot.cast', activityId: 'vote', ...fillIn(method, random.shuffle(options), random) });
  lead(
    { type: 'option.strike', activityId: 'vote', option: 'i0' },
    { type: 'activity.close', activityId: 'vote' },
    { type: 'results.reveal', activityId: 'vote' },
  );
  const goals = ['i1', 'i2', 'i3', 'i4', 'i5'];
  lead({ type: 'goals.choose', activityId: 'vote', priorityIds: goals }, { type: 'activity.open', activityId: 'plan' });
  const fields = { who: 'council', byWhen: '2027', means: '', sign: '', lang: 'en' } as const;
  for (const [at, goalId] of goals.entries())
    must(people[at]?.id ?? '', {
      type: 'action.submit',
      activityId: 'plan',
      actionId: `a${at}`,
      goalId,
      what: `Action no. ${at} of ${seed}`,
      ...fields,
    });
  lead({ type: 'activity.close', activityId: 'plan' }, { type: 'results.reveal', activityId: 'plan' });

  const judgeLines = (lines: readonly string[], round?: number) => {
    for (const [at, lineId] of lines.entries())
      for (const [number, { id }] of people.entries()) {
        // Of the second line few say anything, and on the third everybody abstains.
        if (at === 1 ? number >= CELL - 2 : !random.chance(0.85)) continue;
        const level = at === 2 ? 4 : random.pick([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8] as const);
        must(id, {
          type: 'endorsement.give',
          activityId: 'endorse',
          lineId,
          level,
          ...(round === undefined ? {} : { round }),
        });
      }
    lead({ type: 'activity.close', activityId: 'endorse' }, { type: 'results.reveal', activityId: 'endorse' });
  };
  const reword = (lineId: string, text: string) =>
    lead({
      type: 'line.edit',
      lineId,
      base: composeDraft(session.state).lines[lineId]?.version ?? 0,
      text,
      lang: 'en',
    });
  lead({ type: 'activity.open', activityId: 'endorse', judge });
  judgeLines(session.state.activities.endorse?.endorse?.lines ?? []);
  reword('goal:i1', `Reworded once of ${seed}`);
  lead({ type: 'activity.open', activityId: 'endorse' });
  judgeLines([judge === 'themes' ? 'theme:law' : 'goal:i1'], 2);
  reword('goal:i5', `Reworded later of ${seed}`);
  return session;
}
