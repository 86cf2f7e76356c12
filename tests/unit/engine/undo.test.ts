import { sha256 } from '../../../server/audit/node-sha256';
import type { Command } from '../../../server/engine/commands';
import { project } from '../../../server/engine/project';
import { checkArchive } from '../../../server/verify/check-archive';
import {
  ballot,
  close,
  collected,
  collecting,
  facilitates,
  goto,
  idea,
  open,
  reveal,
  voting,
} from '../../support/scenes';
import { sealed } from '../../support/sealed';
import { playSeminar } from '../../support/seminar';
import { given, NOW, type Session } from '../../support/specification';

const facilitator = 'facilitator';
const merge: Command = {
  type: 'ideas.merge',
  priorityId: 'm1',
  ideaIds: ['i1', 'i2'],
  heading: { text: 'Roads', lang: 'en' },
};
const revealed = [...voting, ...facilitates(close('vote'), reveal('vote'))];
const choose = (...priorityIds: string[]): Command => ({ type: 'goals.choose', activityId: 'vote', priorityIds });
const acts = (session: Session) =>
  Object.entries(project(session.state, 'facilitator').acts).sort(([, a], [, b]) => a.order - b.order);

function latest(session: Session, desk?: string, undone?: true): number {
  const own = acts(session).filter(([, act]) => act.desk === desk && act.undone === undone);
  return Number(own.at(-1)?.[0] ?? 0);
}
const undo = (session: Session, who = facilitator, now = NOW) =>
  session.wish(who, { type: 'moderation.undo', seq: latest(session, who === facilitator ? undefined : who) }, now);
const redo = (session: Session, who = facilitator) =>
  session.wish(who, { type: 'moderation.redo', seq: latest(session, who === facilitator ? undefined : who, true) });
const types = (facts: ReturnType<typeof undo>) => (typeof facts === 'string' ? facts : facts.map(({ type }) => type));
const step = ({ state }: Session, id: string) => {
  const { status, revealed: shown } = state.activities[id] ?? {};
  return [state.current, status, shown];
};

describe('steering', () => {
  test('[UNDO1] closing is taken back by opening again, and what was answered stands', () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Roads')], ...facilitates(close('collect')));
    expect(types(undo(session))).toEqual(['ModerationUndone', 'ActivityOpened']);
    expect(step(session, 'collect')).toEqual(['collect', 'open', false]);
    expect(types(redo(session))).toEqual(['ModerationRedone', 'ActivityClosed']);
    expect(step(session, 'collect')).toEqual(['collect', 'closed', false]);
  });

  test('[UNDO1] moving on is taken back: the step that was closed by it is open again', () => {
    const { session } = given(...collecting, ...facilitates(goto('group')));
    expect(types(undo(session))).toEqual(['ModerationUndone', 'AgendaMoved', 'ActivityOpened']);
    expect(step(session, 'collect')).toEqual(['collect', 'open', false]);
  });

  test('[UNDO1] opening is one act, though it closes, moves and opens', () => {
    const { session } = given(...collecting);
    const before = acts(session).length;
    session.wish(facilitator, open('ask'));
    expect(acts(session)).toHaveLength(before + 1);
    expect(acts(session).at(-1)?.[1]).toMatchObject({ type: 'ActivityOpened', activityId: 'ask' });
    undo(session);
    expect(step(session, 'collect')).toEqual(['collect', 'open', false]);
    expect(session.state.activities.ask?.status).toBe('waiting');
  });

  test('[UNDO3] a vote opened by mistake waits again, and takes its options anew', () => {
    const { session } = given(...collected, ...facilitates(open('vote')));
    undo(session);
    expect(step(session, 'vote')).toEqual(['collect', 'waiting', false]);
    session.wish(facilitator, merge);
    session.wish(facilitator, open('vote'));
    expect(session.state.activities.vote?.vote?.options.map(({ id }) => id)).toContain('m1');
  });

  test('[UNDO3] once somebody has voted, taking the opening back closes the vote and keeps the ballot', () => {
    const { session } = given(...collected, ...facilitates(open('vote')), ['p1', ballot(['i1', 1])]);
    expect(types(undo(session))).toContain('ActivityClosed');
    expect(session.state.activities.vote).toMatchObject({ status: 'closed' });
    expect(session.state.activities.vote?.vote?.ballots.size).toBe(1);
  });

  test('[UNDO6] opening a step again is taken back and done again, opening it first is not', () => {
    const { session } = given(...collecting, ...facilitates(close('collect'), open('collect')));
    undo(session);
    expect(step(session, 'collect')).toEqual(['collect', 'closed', false]);
    expect(types(redo(session))).toEqual(['ModerationRedone', 'ActivityOpened']);
    expect(step(session, 'collect')).toEqual(['collect', 'open', false]);
    undo(session);
    expect(step(session, 'collect')).toEqual(['collect', 'closed', false]);
    const first = given(...collected, ...facilitates(open('vote'))).session;
    undo(first);
    expect(redo(first)).toBe('nothing_to_undo');
  });

  test('[UNDO1] what was revealed by mistake is hidden again, and what was hidden is shown', () => {
    const { session } = given(...revealed);
    expect(types(undo(session))).toEqual(['ModerationUndone', 'ResultsHidden']);
    expect(types(redo(session))).toEqual(['ModerationRedone', 'ResultsRevealed']);
    session.wish(facilitator, { type: 'results.hide', activityId: 'vote' });
    expect(types(undo(session))).toEqual(['ModerationUndone', 'ResultsRevealed']);
  });

  test('[UNDO1] a timer comes back as long as it would still run', () => {
    const { session } = given(
      ...collecting,
      ...facilitates({ type: 'timer.start', seconds: 60 }, { type: 'timer.stop' }),
    );
    expect(types(undo(session, facilitator, NOW + 61_000))).toEqual(['ModerationUndone']);
    const again = given(...collecting, ...facilitates({ type: 'timer.start', seconds: 60 }, { type: 'timer.stop' }));
    undo(again.session, facilitator, NOW + 30_000);
    expect(again.session.state.timer).toEqual({ endsAt: NOW + 60_000 });
  });

  test('[UNDO7] beginning and ending are no acts: they are asked before', () => {
    const { session } = given(...facilitates({ type: 'session.start' }));
    expect(acts(session)).toEqual([]);
    session.wish(facilitator, open('collect'));
    session.wish(facilitator, { type: 'session.end' });
    expect(acts(session)).toEqual([]);
  });
});

describe('goals, settings, light', () => {
  test('[UNDO1] choosing goals is what is taken back, not an older merge', () => {
    const { session } = given(...collected, ...facilitates(merge), ...facilitates(open('vote')), [
      'p1',
      ballot(['m1', 1]),
    ]);
    for (const command of [close('vote'), reveal('vote'), choose('m1')]) session.wish(facilitator, command);
    expect(types(undo(session))).toEqual(['ModerationUndone', 'GoalsChosen']);
    expect(session.state.activities.vote?.vote?.goals).toEqual([]);
    expect(session.state.priorities.has('m1')).toBe(true);
    redo(session);
    expect(session.state.activities.vote?.vote?.goals).toEqual(['m1']);
    session.wish(facilitator, { type: 'session.end' });
    expect(acts(session).map(([, { type }]) => type)).toEqual(['IdeasMerged']);
  });

  test('[UNDO1] settings and the lit line come back', () => {
    const { session } = given(...revealed, ...facilitates(choose('i1')));
    session.wish(facilitator, { type: 'line.light', lineId: 'goal:i1' });
    undo(session);
    expect(session.state.litLineId).toBeNull();
    const fresh = given(...collecting).session;
    const settings = {
      method: { name: 'approval', max: 2 },
      rule: 'most_supported',
      places: 2,
      weights: 'person',
    } as const;
    fresh.wish(facilitator, { type: 'vote.configure', activityId: 'vote', settings });
    undo(fresh);
    expect(project(fresh.state, 'facilitator').agenda.find(({ id }) => id === 'vote')).toBeDefined();
    expect(fresh.state.activities.vote?.settings?.method.name).toBe('dots');
  });
});

describe('two desks', () => {
  test('[UNDO4] each takes back its own act, and the other one’s stands', () => {
    const { session } = given(...collected);
    session.wish('desk-a', { type: 'idea.hide', ideaId: 'i1' });
    session.wish('desk-b', { type: 'idea.hide', ideaId: 'i2' });
    undo(session, 'desk-a');
    expect(session.state.ideas.get('i1')?.hidden).toBe(false);
    expect(session.state.ideas.get('i2')?.hidden).toBe(true);
  });

  test('[UNDO4] another desk’s act is taken back knowingly only', () => {
    const { session } = given(...collected);
    session.wish('desk-a', { type: 'idea.hide', ideaId: 'i1' });
    const seq = latest(session, 'desk-a');
    expect(session.wish('desk-b', { type: 'moderation.undo', seq })).toBe('other_desk');
    expect(session.wish('desk-b', { type: 'moderation.undo', seq, theirs: true })).toHaveLength(1);
  });

  test('[UNDO5] an act that another desk has built upon stays until that is taken back', () => {
    const { session } = given(...collected);
    session.wish('desk-a', merge);
    const merging = latest(session, 'desk-a');
    session.wish('desk-b', { type: 'priority.rename', priorityId: 'm1', heading: { text: 'Ways', lang: 'en' } });
    expect(undo(session, 'desk-a')).toBe('built_upon');
    expect(Object.fromEntries(acts(session))[merging]).toMatchObject({ builtUpon: true, words: { text: 'Roads' } });
    undo(session, 'desk-b');
    expect(undo(session, 'desk-a')).toHaveLength(1);
  });

  test('[UNDO5] goals rest on their reveal, and a merge stays once it can be voted on', () => {
    const { session } = given(...revealed);
    const revealing = latest(session);
    session.wish('desk-a', choose('i1'));
    expect(session.wish(facilitator, { type: 'moderation.undo', seq: revealing })).toBe('built_upon');
    const other = given(...collected, ...facilitates(merge)).session;
    const seq = latest(other);
    other.wish(facilitator, open('vote'));
    expect(other.wish(facilitator, { type: 'moderation.undo', seq })).toBe('built_upon');
  });

  test('[UNDO6] a new act of a desk ends what it could do again, not what the other desk could', () => {
    const { session } = given(...collected);
    session.wish('desk-a', { type: 'idea.hide', ideaId: 'i1' });
    session.wish('desk-b', { type: 'idea.hide', ideaId: 'i2' });
    undo(session, 'desk-a');
    undo(session, 'desk-b');
    session.wish('desk-a', { type: 'idea.hide', ideaId: 'i3' });
    expect(redo(session, 'desk-a')).toBe('nothing_to_undo');
    expect(redo(session, 'desk-b')).toHaveLength(1);
    expect(session.state.ideas.get('i2')?.hidden).toBe(true);
  });
});

/** All of it but when words last changed. */
const readsNow = ({ state }: Session) =>
  JSON.stringify(project(state, 'screen').draft, (key, value) => (key === 'changed' ? undefined : value));

test('[UNDO2] after everything was taken back and done again, the archive verifies and the room is as it was', async () => {
  const session = playSeminar();
  const before = readsNow(session);
  const undone: number[] = [];
  for (;;) {
    const open_ = acts(session).filter(([, act]) => act.undone === undefined && act.builtUpon === undefined);
    const seq = Number(open_.at(-1)?.[0] ?? 0);
    if (seq === 0) break;
    expect(types(session.wish(facilitator, { type: 'moderation.undo', seq }))[0]).toBe('ModerationUndone');
    undone.unshift(seq);
  }
  expect(undone.length).toBeGreaterThan(1);
  expect(readsNow(session)).not.toBe(before);
  for (const seq of undone) session.wish(facilitator, { type: 'moderation.redo', seq });
  expect(readsNow(session)).toBe(before);
  expect(await checkArchive(() => sealed(session), sha256)).toMatchObject({ ok: true });
});

describe('one press that sends several commands', () => {
  const press = 'press-of-one-button';
  const hide = (ideaId: string): Command => ({ type: 'idea.hide', ideaId });
  const hidden = ({ state }: Session) => ['i1', 'i2', 'i3', 'i4', 'i5'].filter((id) => state.ideas.get(id)?.hidden);
  const scene = () =>
    given(
      ...collecting,
      ...['i1', 'i2'].map((id): [string, Command] => ['p1', idea(id, `Road ${id}`)]),
      ...['i3', 'i4'].map((id): [string, Command] => ['p2', idea(id, `Road ${id}`)]),
      ['p3', idea('i5', 'Road i5')],
    ).session;

  test('[UNDO1] five ideas hidden at once come back at once, and are hidden again at once', () => {
    const session = scene();
    for (const id of ['i1', 'i2', 'i3', 'i4', 'i5']) session.wish('desk-a', hide(id), NOW, undefined, press);
    const [only, ...more] = acts(session).filter(([, act]) => act.type === 'IdeaHidden');
    expect(more).toEqual([]);
    expect(only?.[1]).toMatchObject({ words: { text: 'Road i1' }, more: 4 });
    expect(types(undo(session, 'desk-a'))).toEqual(['ModerationUndone']);
    expect(hidden(session)).toEqual([]);
    expect(types(redo(session, 'desk-a'))).toEqual(['ModerationRedone']);
    expect(hidden(session)).toEqual(['i1', 'i2', 'i3', 'i4', 'i5']);
  });

  test('[UNDO1] two presses are two acts, and so is the same press of another desk', () => {
    const session = scene();
    session.wish('desk-a', hide('i1'), NOW, undefined, press);
    session.wish('desk-b', hide('i2'), NOW, undefined, press);
    session.wish('desk-a', hide('i3'), NOW, undefined, `${press}-2`);
    expect(acts(session).filter(([, act]) => act.type === 'IdeaHidden')).toHaveLength(3);
    undo(session, 'desk-a');
    expect(hidden(session)).toEqual(['i1', 'i2']);
  });

  test('[UNDO5] what another desk did in between to the same idea is not swept away', () => {
    const session = scene();
    session.wish('desk-a', hide('i1'), NOW, undefined, press);
    session.wish('desk-b', { type: 'idea.unhide', ideaId: 'i1' });
    session.wish('desk-a', hide('i2'), NOW, undefined, press);
    undo(session, 'desk-a');
    expect(hidden(session)).toEqual([]);
    expect(acts(session).find(([, act]) => act.type === 'IdeaHidden' && act.builtUpon)).toBeDefined();
  });

  test('[UNDO1] opening and showing at once is one act', () => {
    const { session } = given(...collecting, ...facilitates(close('collect'), goto('group')));
    session.wish('desk-a', open('group'), NOW, undefined, press);
    session.wish('desk-a', reveal('group'), NOW, undefined, press);
    const [[, act] = []] = acts(session).slice(-1);
    expect(act).toMatchObject({ type: 'ActivityOpened', activityId: 'group' });
    undo(session, 'desk-a');
    expect(step(session, 'group')).toEqual(['group', 'waiting', false]);
  });
});

describe('the language of an idea', () => {
  const inRussian: Command = { type: 'idea.language', ideaId: 'i1', lang: 'ru' };
  const langOf = ({ state }: Session, id = 'i1') => state.ideas.get(id)?.lang;

  test('[TEXT3] is corrected at the desk, whether it stands alone or not, taken back and done again', () => {
    const { session } = given(...collected);
    const before = langOf(session);
    expect(before).not.toBe('ru');
    expect(types(session.wish(facilitator, inRussian))).toEqual(['IdeaLanguageSet']);
    expect(types(session.wish(facilitator, inRussian))).toEqual([]);
    expect(langOf(session)).toBe('ru');
    expect(acts(session).at(-1)?.[1]).toMatchObject({ type: 'IdeaLanguageSet', words: { lang: 'ru' } });
    undo(session);
    expect(langOf(session)).toBe(before);
    redo(session);
    expect(langOf(session)).toBe('ru');
    expect(session.wish(facilitator, { ...inRussian, ideaId: 'nobody' })).toBe('unknown_idea');
    expect(session.wish('p1', inRussian)).toBe('forbidden');
  });

  test('[TEXT3] is that of the option, the goal and its votes, if the idea is all of it', () => {
    const { session } = given(...revealed, ...facilitates(choose('i1')));
    const before = langOf(session);
    const goal = () => project(session.state, facilitator).draft.lines['goal:i1'];
    session.wish(facilitator, inRussian);
    expect(session.state.activities.vote?.vote?.options.find(({ id }) => id === 'i1')?.heading.lang).toBe('ru');
    expect(goal()?.text.lang).toBe('ru');
    expect(goal()?.trace.votes?.heading.lang).toBe('ru');
    expect(goal()?.trace.votes?.changed).toBeUndefined();
    undo(session);
    expect(goal()?.text.lang).toBe(before);
  });

  test('[GRP4] what its author has written since stays, and other acts leave the language alone', () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Road')]);
    session.wish(facilitator, inRussian);
    session.wish('p1', { ...idea('i1', 'Road and water'), lang: 'en' } as Command);
    undo(session);
    expect(session.state.ideas.get('i1')).toMatchObject({ text: 'Road and water', lang: 'en' });
    session.wish(facilitator, { type: 'idea.hide', ideaId: 'i1' });
    session.wish('p1', { ...idea('i1', 'Road and water'), lang: 'ky' } as Command);
    undo(session);
    expect(langOf(session)).toBe('ky');
  });

  test('[UNDO1] changed twice and hidden by one press, it is as it was before the first', () => {
    const { session } = given(...collected);
    const before = langOf(session);
    for (const command of [
      inRussian,
      { ...inRussian, lang: 'en' },
      { type: 'idea.hide', ideaId: 'i1' },
    ] as const satisfies readonly Command[]) {
      session.wish('desk-a', command, NOW, undefined, 'one-press');
    }
    expect(session.state.ideas.get('i1')).toMatchObject({ lang: 'en', hidden: true });
    undo(session, 'desk-a');
    expect(session.state.ideas.get('i1')).toMatchObject({ lang: before, hidden: false });
    redo(session, 'desk-a');
    expect(session.state.ideas.get('i1')).toMatchObject({ lang: 'en', hidden: true });
  });

  test('[DRAFT15] stays while people judge the line that it is', () => {
    const { session } = given(...revealed, ...facilitates(choose('i1'), open('endorse')));
    expect(session.wish(facilitator, inRussian)).toBe('still_open');
  });
});
