import { ballotField, ballotValues, formBallot } from '../../../server/protocol/form-ballot';
import { formCommand } from '../../../server/protocol/form-command';
import type { FormFields } from '../../../server/protocol/form-fields';

const form = (method: string, ...fields: FormFields) => formBallot([['method', method], ...fields], 'vote');
const withdrawn = { type: 'ballot.withdraw', activityId: 'vote' };
const ranked = (...order: string[]): FormFields =>
  order.map((option, index) => [ballotField.rank(option), `${index + 1}`] as const);

describe('a form that says a ballot', () => {
  it('[PHONE1] says dots, with the one that a button adds or takes', () => {
    const fields: FormFields = [
      [ballotField.dots('a.b'), '2'],
      [ballotField.dots('c'), ''],
      ['more', 'c'],
    ];
    expect(form('dots', ...fields)).toEqual({
      type: 'ballot.cast',
      activityId: 'vote',
      choices: [
        { option: 'a.b', dots: 2 },
        { option: 'c', dots: 1 },
      ],
    });
    expect(form('dots', [ballotField.dots('c'), '1'], ['fewer', 'c'])).toEqual(withdrawn);
  });

  it('[PHONE1] says the ticked options', () => {
    expect(form('approval', [ballotField.approve('b'), 'on'], [ballotField.approve('a'), 'on'])).toMatchObject({
      approved: ['b', 'a'],
    });
  });

  it('[PHONE1] says answers, and scores of the questions that have one', () => {
    expect(form('agreement', [ballotField.answer('a'), 'pass'])).toMatchObject({
      answers: [{ option: 'a', answer: 'pass' }],
    });
    const fields: FormFields = [
      [ballotField.score('a.1', 'importance'), '4'],
      [ballotField.score('a.1', 'feasibility'), ''],
    ];
    expect(form('score', ...fields)).toMatchObject({ scores: [{ option: 'a.1', criterion: 'importance', score: 4 }] });
  });

  it('[PHONE1] says an order, and each button moves one option in it', () => {
    const order = ranked('a', 'b', 'c');
    const moved = (button: string, option: string) => form('ranking', ...order, [button, option]);
    expect(moved('add', 'd')).toMatchObject({ ranked: [['a'], ['b'], ['c'], ['d']] });
    expect(moved('add', 'b')).toMatchObject({ ranked: [['a'], ['b'], ['c']] });
    expect(moved('up', 'c')).toMatchObject({ ranked: [['a'], ['c'], ['b']] });
    expect(moved('up', 'a')).toMatchObject({ ranked: [['a'], ['b'], ['c']] });
    expect(moved('down', 'a')).toMatchObject({ ranked: [['b'], ['a'], ['c']] });
    expect(moved('down', 'c')).toMatchObject({ ranked: [['a'], ['b'], ['c']] });
    expect(moved('out', 'b')).toMatchObject({ ranked: [['a'], ['c']] });
    expect(moved('up', 'nobody knows it')).toMatchObject({ ranked: [['a'], ['b'], ['c']] });
  });

  it('reads places as numbers, not as texts', () => {
    const order = Array.from({ length: 11 }, (_, index) => `o${index}`);
    expect(form('ranking', ...[...ranked(...order)].reverse())).toMatchObject({ ranked: order.map((id) => [id]) });
  });

  it.each(['dots', 'approval', 'agreement', 'score', 'ranking'])(
    '[VOTE2] withdraws when it is empty (%s)',
    (method) => {
      expect(form(method)).toEqual(withdrawn);
    },
  );

  it.each([
    ['dots', { choices: [{ option: 'a', dots: 3 }] }],
    ['approval', { approved: ['a', 'b'] }],
    ['agreement', { answers: [{ option: 'a', answer: 'disagree' }] }],
    ['score', { scores: [{ option: 'a', criterion: 'c.1', score: 5 }] }],
    ['ranking', { ranked: [['b'], ['a']] }],
  ] as const)('gives back the ballot it was filled in with (%s)', (method, ballot) => {
    expect(form(method, ...ballotValues(ballot))).toEqual({ type: 'ballot.cast', activityId: 'vote', ...ballot });
  });
});

test('a ballot comes through the same door as every other form', () => {
  const fields: FormFields = [
    ['type', 'ballot.cast'],
    ['activityId', 'vote'],
    ['method', 'approval'],
    [ballotField.approve('a'), 'on'],
  ];
  expect(formCommand(fields)).toEqual({ type: 'ballot.cast', activityId: 'vote', approved: ['a'] });
});
