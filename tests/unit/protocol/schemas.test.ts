import type { Command, CommandType } from '../../../server/engine/commands';
import { isSyncMessage, parseCommand, parseHandshake } from '../../../server/protocol/schemas';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const heading = { text: 'Таза суу', lang: 'ky' } as const;
const fields = { what: 'a', who: '', byWhen: '', means: '', sign: '' };

/** One of each kind: a kind that is added to the engine does not compile until it is here, and fails until it has a schema. */
const examples: { readonly [Type in CommandType]: Extract<Command, { type: Type }> } = {
  'participant.join': { type: 'participant.join', groupId: 'heads' },
  'idea.submit': {
    type: 'idea.submit',
    activityId: 'ask',
    ideaId: 'i',
    text: 'x',
    lang: 'ru',
    themeId: 't',
    horizonId: '2030',
  },
  'idea.withdraw': { type: 'idea.withdraw', ideaId: 'i' },
  'idea.support': { type: 'idea.support', ideaId: 'i' },
  'idea.unsupport': { type: 'idea.unsupport', ideaId: 'i' },
  'ballot.cast': { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i', dots: 2 }] },
  'ballot.withdraw': { type: 'ballot.withdraw', activityId: 'vote' },
  'action.submit': { type: 'action.submit', activityId: 'plan', actionId: 'a', goalId: 'i', lang: 'en', ...fields },
  'action.withdraw': { type: 'action.withdraw', actionId: 'a' },
  'endorsement.give': { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i', level: 8 },
  'endorsement.withdraw': { type: 'endorsement.withdraw', activityId: 'endorse', lineId: 'goal:i' },
  'session.rehearse': { type: 'session.rehearse' },
  'session.start': { type: 'session.start' },
  'session.end': { type: 'session.end' },
  'agenda.goto': { type: 'agenda.goto', activityId: 'vote' },
  'activity.open': { type: 'activity.open', activityId: 'vote', judge: 'goals' },
  'activity.close': { type: 'activity.close', activityId: 'vote' },
  'vote.configure': {
    type: 'vote.configure',
    activityId: 'vote',
    settings: { method: { name: 'approval', max: 3 }, rule: 'fair_share', places: 2, weights: 'group' },
  },
  'results.reveal': { type: 'results.reveal', activityId: 'vote' },
  'results.hide': { type: 'results.hide', activityId: 'vote' },
  'timer.start': { type: 'timer.start', seconds: 60 },
  'timer.extend': { type: 'timer.extend', seconds: 60 },
  'timer.stop': { type: 'timer.stop' },
  'idea.hide': { type: 'idea.hide', ideaId: 'i' },
  'idea.unhide': { type: 'idea.unhide', ideaId: 'i' },
  'idea.language': { type: 'idea.language', ideaId: 'i', lang: 'ru' },
  'idea.move': { type: 'idea.move', ideaId: 'i', themeId: 't', horizonId: 'today' },
  'ideas.merge': { type: 'ideas.merge', priorityId: 'p', ideaIds: ['i', 'j'], heading },
  'idea.group': { type: 'idea.group', ideaId: 'i', priorityId: null },
  'priority.rename': { type: 'priority.rename', priorityId: 'p', heading },
  'action.hide': { type: 'action.hide', actionId: 'a' },
  'action.unhide': { type: 'action.unhide', actionId: 'a' },
  'option.strike': { type: 'option.strike', activityId: 'vote', option: 'p' },
  'option.restore': { type: 'option.restore', activityId: 'vote', option: 'p' },
  'goals.choose': { type: 'goals.choose', activityId: 'vote', priorityIds: ['p'] },
  'line.edit': {
    type: 'line.edit',
    lineId: 'action:a',
    base: 3,
    text: 'x',
    lang: 'ky',
    details: { who: 'w', byWhen: '', means: '', sign: '' },
  },
  'line.translate': { type: 'line.translate', lineId: 'goal:p', base: 0, text: 'x', lang: 'ru' },
  'line.relate': {
    type: 'line.relate',
    lineId: 'action:a',
    base: 0,
    goalLineIds: ['goal:q'],
    seeAlso: ['need:n'],
    dependsOn: [heading],
  },
  'line.add': {
    type: 'line.add',
    lineId: 'own:o',
    kind: 'action',
    themeId: 't',
    goalLineId: 'goal:p',
    text: 'x',
    lang: 'ky',
  },
  'line.join': { type: 'line.join', lineId: 'goal:p', into: null },
  'line.drop': { type: 'line.drop', lineId: 'goal:p', dropped: true },
  'lines.order': { type: 'lines.order', lineIds: ['goal:q', 'goal:p'] },
  'action.report': { type: 'action.report', lineId: 'earlier:1', status: 'done' },
  'line.light': { type: 'line.light', lineId: 'goal:p' },
  'moderation.undo': { type: 'moderation.undo', seq: 12 },
  'moderation.redo': { type: 'moderation.redo', seq: 12 },
};

const OPTIONAL: Readonly<Partial<Record<Command['type'], readonly string[]>>> = {
  'idea.submit': ['themeId', 'horizonId'],
  'activity.open': ['judge'],
  'line.edit': ['details'],
  'line.add': ['goalLineId', 'from'],
};

describe.each(Object.values(examples))('$type', (command) => {
  test('is read as it was sent', () => {
    expect(parseCommand({ id, ...command })).toEqual({ id, ...command });
  });

  test('[WIRE2] is malformed with a key too many or, each in turn, too few', () => {
    expect(parseCommand({ id, ...command, weight: 1_000 })).toBeUndefined();
    const isOptional = (key: string) => OPTIONAL[command.type]?.includes(key) ?? false;
    for (const key of ['id', ...Object.keys(command)].filter((key) => !isOptional(key))) {
      expect(parseCommand({ id, ...command, [key]: undefined })).toBeUndefined();
    }
  });

  test('[WIRE2] is malformed with any field of another kind', () => {
    for (const key of Object.keys(command)) {
      for (const wrong of [{}, [{}], key === 'dropped' ? 'true' : true, { $ne: null }, 1.5, -1]) {
        expect(parseCommand({ id, ...command, [key]: wrong })).toBeUndefined();
      }
    }
  });
});

test.each(['__proto__', 'constructor', 'toString', '', 'a b', 'a/b', 'x'.repeat(81), 'суу', 'a\u0000'])(
  '[WIRE2] %j is no id of an idea',
  (ideaId) => {
    expect(parseCommand({ id, type: 'idea.withdraw', ideaId })).toBeUndefined();
  },
);

test('a text that is too long is for the rules to refuse, in words', () => {
  const text = 'ы'.repeat(2_000);
  expect(parseCommand({ id, ...examples['idea.submit'], text })).toBeDefined();
});

test('a handshake without a token has none', () => {
  expect(parseHandshake({ protocol: 1, code: 'ABCDEF', role: 'screen' })).toEqual({
    protocol: 1,
    code: 'ABCDEF',
    role: 'screen',
  });
  expect(parseHandshake({ protocol: 1, code: 'ABCDEF', role: 'admin' })).toBeUndefined();
});

test('sync carries nothing', () => {
  expect([{}, { a: 1 }, null, [], 'x'].map(isSyncMessage)).toEqual([true, false, false, false, false]);
});

const cast = (fields: object) => parseCommand({ id, type: 'ballot.cast', activityId: 'vote', ...fields });
const ballots = {
  choices: [{ option: 'i', dots: 2 }],
  approved: ['i', 'j'],
  scores: [{ option: 'i', criterion: 'importance', score: 4 }],
  ranked: [['i', 'j'], ['k']],
  answers: [{ option: 'i', answer: 'pass' }],
};

test('[WIRE2] a ballot has one field, that of one method', () => {
  for (const [field, value] of Object.entries(ballots)) {
    expect(cast({ [field]: value })).toMatchObject({ [field]: value });
    for (const other of Object.keys(ballots).filter((name) => name !== field))
      expect(cast({ [field]: value, [other]: [] })).toBeUndefined();
  }
  expect(cast({})).toBeUndefined();
});

test('[WIRE2] settings of a vote are read for every method and refused with anything else', () => {
  const name = { ky: 'а', ru: 'б', en: 'c' };
  const configure = (method: object) =>
    parseCommand({
      id,
      type: 'vote.configure',
      activityId: 'vote',
      settings: { method, rule: 'median', places: 3, weights: 'person' },
    });
  for (const method of [
    { name: 'dots', budget: 5, cap: 2 },
    { name: 'approval', max: 3 },
    { name: 'score', criteria: [{ id: 'importance', name }], scale: 5 },
    { name: 'ranking', top: 5 },
    { name: 'agreement' },
  ]) {
    expect(configure(method)).toMatchObject({ settings: { method } });
    expect(configure({ ...method, more: 1 })).toBeUndefined();
  }
  expect(configure({ name: 'quadratic' })).toBeUndefined();
});
