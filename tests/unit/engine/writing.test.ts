// Writing the draft together at the desk: edits that do not overwrite each other, translations, relations, splits and joins.
import type { Command } from '../../../server/engine/commands';
import { decide, isRejection } from '../../../server/engine/decide';
import { wordingIn } from '../../../server/engine/draft/wording';
import { evolve } from '../../../server/engine/evolve';
import { MAX_OWN_LINES } from '../../../server/engine/limits';
import { project } from '../../../server/engine/project';
import type { DeskLine, DraftView } from '../../../server/engine/views';
import type { LineId, OwnText } from '../../../server/engine/vocabulary';
import { action, close, endorsing, facilitates, open, planning, reveal } from '../../support/scenes';
import type { Session } from '../../support/specification';
import { given } from '../../support/specification';

type Wish<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;
const edit = (lineId: LineId, text: string, base = 0, more: Partial<Wish<'line.edit'>> = {}): Command => ({
  type: 'line.edit',
  lineId,
  base,
  text,
  lang: 'en',
  ...more,
});
const translate = (lineId: LineId, text: string, base = 0): Command => ({
  type: 'line.translate',
  lineId,
  base,
  text,
  lang: 'ru',
});
const relate = (lineId: LineId, wish: Partial<Wish<'line.relate'>>, base = 0): Command => ({
  type: 'line.relate',
  lineId,
  base,
  goalLineIds: [],
  seeAlso: [],
  dependsOn: [],
  ...wish,
});
const add = (id: string, wish: Partial<Wish<'line.add'>> = {}): Command => ({
  type: 'line.add',
  lineId: `own:${id}`,
  kind: 'goal',
  themeId: 'law',
  text: `Own ${id}`,
  lang: 'en',
  ...wish,
});
const join = (lineId: LineId, into: LineId | null): Command => ({ type: 'line.join', lineId, into });
const drop = (lineId: LineId, dropped = true): Command => ({ type: 'line.drop', lineId, dropped });
const order = (...lineIds: LineId[]): Command => ({ type: 'lines.order', lineIds });
const light = (lineId: LineId | null): Command => ({ type: 'line.light', lineId });

const draft = ({ state }: Session, audience: 'facilitator' | 'screen' = 'facilitator'): DraftView =>
  audience === 'screen' ? project(state, 'screen').draft : project(state, 'facilitator').draft;
const line = (session: Session, id: LineId): DeskLine => draft(session).lines[id] as DeskLine;
const inOrder = (session: Session) =>
  Object.values(draft(session).lines)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
const undo = (session: Session) =>
  session.wish('facilitator', { type: 'moderation.undo', seq: session.state.acts.at(-1)?.seq ?? 0 });
/** Goals i2 (law, with action a1), i3 (services); need i4 and step i5 (law). */
const START = ['need:i4', 'goal:i2', 'action:a1', 'step:i5', 'goal:i3'];

describe('words', () => {
  test('[DRAFT5] the second writer who started from the same wording is told, and overwrites nothing', () => {
    const { session } = given(...planning, ...facilitates(edit('goal:i2', 'First')));
    expect(session.wish('facilitator', edit('goal:i2', 'Second'))).toBe('line_changed');
    expect(line(session, 'goal:i2').text.text).toBe('First');
    const { version } = line(session, 'goal:i2');
    session.wish('facilitator', edit('goal:i2', 'Second', version));
    expect(line(session, 'goal:i2').text.text).toBe('Second');
  });

  test('[DRAFT5] the same wish sent twice is no refusal', () => {
    given(...planning, ...facilitates(edit('goal:i2', 'First')))
      .when('facilitator', edit('goal:i2', 'First'))
      .thenNothing();
  });

  test('[DRAFT3] what is composed anew is offered, and taken or left by a person', () => {
    const merged = {
      type: 'ideas.merge',
      priorityId: 'm4',
      ideaIds: ['i4'],
      heading: { text: 'Old laws', lang: 'en' },
    } as const;
    const rename = (text: string) =>
      ({ type: 'priority.rename', priorityId: 'm4', heading: { text, lang: 'en' } }) as const;
    const { session } = given(...planning, ...facilitates(merged, edit('need:m4', 'Laws of 1992'), rename('Laws')));
    expect(line(session, 'need:m4')).toMatchObject({
      text: { text: 'Laws of 1992' },
      original: { text: 'Laws' },
      originalChanged: true,
    });
    session.wish('facilitator', edit('need:m4', 'Laws of 1992', line(session, 'need:m4').version));
    expect(line(session, 'need:m4')).not.toHaveProperty('originalChanged');
    session.wish('facilitator', rename('All laws'));
    session.wish('facilitator', edit('need:m4', '', line(session, 'need:m4').version));
    expect(line(session, 'need:m4').text.text).toBe('All laws');
  });

  test('[DRAFT4] who and when of an action are filled in at the desk, and its gaps close', () => {
    const details = { who: 'District', byWhen: '2027', means: '', sign: '' };
    const { session } = given(...planning, ...facilitates(edit('action:a1', 'Do it', 0, { details, lang: 'ky' })));
    expect(line(session, 'action:a1')).toMatchObject({ text: { text: 'Do it' }, action: details });
    expect(draft(session).gaps?.map(({ lineId }) => lineId)).toEqual(['goal:i3']);
    given(...planning)
      .when('facilitator', edit('goal:i2', 'X', 0, { details }))
      .thenRefused('wrong_line');
    given(...planning)
      .when('facilitator', edit('action:a1', 'X', 0, { details: { ...details, who: 'y'.repeat(201) } }))
      .thenRefused('text_too_long');
  });

  test('[DRAFT6] a translation is shown in its language until the wording changes', () => {
    const { session } = given(...planning, ...facilitates(translate('goal:i2', 'Свой бюджет'), reveal('plan')));
    const inRussian = (audience: 'facilitator' | 'screen'): OwnText =>
      wordingIn(draft(session, audience).lines['goal:i2'] as DeskLine, 'ru');
    expect(inRussian('screen')).toEqual({ text: 'Свой бюджет', lang: 'ru' });
    session.wish('facilitator', edit('goal:i2', 'A budget of our own', line(session, 'goal:i2').version));
    expect(line(session, 'goal:i2').translations?.ru).toEqual({ text: 'Свой бюджет', outdated: true });
    expect(draft(session, 'screen').lines['goal:i2']).not.toHaveProperty('translations');
    expect(inRussian('facilitator').lang).toBe('en');
    session.wish('facilitator', translate('goal:i2', 'Свой бюджет', line(session, 'goal:i2').version));
    expect(inRussian('screen').lang).toBe('ru');
    session.wish('facilitator', translate('goal:i2', '', line(session, 'goal:i2').version));
    expect(line(session, 'goal:i2')).not.toHaveProperty('translations');
  });

  test('[DRAFT6] a line is not translated into its own language', () => {
    given(...planning)
      .when('facilitator', { ...translate('goal:i2', 'X'), lang: 'ky' } as Command)
      .thenRefused('wrong_line');
  });

  test('[ENDO1] what people judge keeps its words and its place in the draft', () => {
    for (const wish of [
      edit('goal:i2', 'X'),
      translate('goal:i2', 'X'),
      relate('goal:i2', { seeAlso: ['goal:i3'] }),
      drop('goal:i2'),
    ])
      given(...endorsing)
        .when('facilitator', wish)
        .thenRefused('still_open');
    given(...endorsing, ...facilitates(add('b')))
      .when('facilitator', join('own:b', 'goal:i2'))
      .thenRefused('still_open');
    given(...endorsing, ...facilitates(close('endorse')))
      .when('facilitator', drop('goal:i2'))
      .thenTypes('LineDropped');
  });
});

describe('lines of the desk', () => {
  test('[DRAFT7] a line that is split shows what is behind it on both halves, one after the other', () => {
    const { session } = given(...planning, ...facilitates(add('b', { from: 'goal:i2' }), add('c')));
    expect(inOrder(session)).toEqual(['need:i4', 'goal:i2', 'action:a1', 'own:b', 'own:c', 'step:i5', 'goal:i3']);
    expect(line(session, 'own:b').trace).toMatchObject({ desk: true, priorityId: 'i2', votes: { ballots: 3 } });
    expect(line(session, 'own:c').trace).toEqual({ desk: true, ideas: [] });
  });

  test('[DRAFT7] an action needs a goal of its theme, and nothing else may have one', () => {
    const refused = (wish: Partial<Wish<'line.add'>>, code: 'wrong_line' | 'unknown_line') =>
      given(...planning)
        .when('facilitator', add('b', wish))
        .thenRefused(code);
    refused({ kind: 'action' }, 'unknown_line');
    refused({ kind: 'action', goalLineId: 'goal:i3' }, 'wrong_line');
    refused({ kind: 'action', goalLineId: 'need:i4' }, 'wrong_line');
    refused({ goalLineId: 'goal:i2' }, 'wrong_line');
    refused({ from: 'need:i4' }, 'wrong_line');
    given(...planning)
      .when('facilitator', add('b', { kind: 'action', goalLineId: 'goal:i2' }))
      .thenTypes('LineAdded');
  });

  test('[DRAFT7] an id stands for one line, and asked again adds no second', () => {
    given(...planning, ...facilitates(add('b')))
      .when('facilitator', add('b'))
      .thenNothing();
    given(...planning, ...facilitates(add('b')))
      .when('facilitator', add('b', { text: 'Other' }))
      .thenRefused('id_taken');
    given(...planning)
      .when('facilitator', add('b', { lineId: 'goal:i2' }))
      .thenRefused('id_taken');
  });

  test('[DRAFT7] there is an end to them', () => {
    const many = Array.from({ length: MAX_OWN_LINES }, (_, at) => add(`n${at}`));
    given(...planning, ...facilitates(...many))
      .when('facilitator', add('one-more'))
      .thenRefused('too_many_lines');
  });
});

describe('joining and dropping', () => {
  test('[DRAFT7] a joined line keeps its words and trace, its actions go over, and it can be parted again', () => {
    const { session } = given(...planning, ...facilitates(add('b'), join('goal:i2', 'own:b')));
    expect(inOrder(session)).toEqual(['need:i4', 'own:b', 'action:a1', 'step:i5', 'goal:i3']);
    expect(line(session, 'own:b').joined).toMatchObject([
      { id: 'goal:i2', text: { text: 'Own budget' }, trace: { votes: { ballots: 3 } } },
    ]);
    expect(line(session, 'action:a1').goalLineId).toBe('own:b');
    session.wish('facilitator', join('goal:i2', null));
    expect(inOrder(session)).toEqual(['need:i4', 'goal:i2', 'action:a1', 'own:b', 'step:i5', 'goal:i3']);
  });

  test('[DRAFT7] only lines of one kind and theme are joined, and none with itself', () => {
    const refused = (from: LineId, into: LineId) =>
      given(...planning)
        .when('facilitator', join(from, into))
        .thenRefused('wrong_line');
    refused('goal:i2', 'need:i4');
    refused('goal:i2', 'goal:i3');
    refused('goal:i2', 'goal:i2');
  });

  test('[DRAFT7] joins in a row end in one line, and no circle is possible', () => {
    const { session } = given(
      ...planning,
      ...facilitates(add('b'), add('c'), join('goal:i2', 'own:b'), join('own:b', 'own:c')),
    );
    expect(line(session, 'own:c').joined?.map(({ id }) => id)).toEqual(['goal:i2', 'own:b']);
    expect(session.wish('facilitator', join('own:c', 'goal:i2'))).toBe('unknown_line');
  });

  test('[DRAFT9] a dropped line and the actions of a dropped goal leave every view, and come back', () => {
    const { session } = given(...planning, ...facilitates(reveal('plan'), drop('goal:i2')));
    expect(inOrder(session)).toEqual(['need:i4', 'step:i5', 'goal:i3']);
    expect(draft(session).dropped).toEqual([{ id: 'goal:i2', text: { text: 'Own budget', lang: 'ky' } }]);
    expect(draft(session, 'screen')).not.toHaveProperty('dropped');
    expect(Object.keys(draft(session, 'screen').lines)).toEqual(['goal:i3']);
    session.wish('facilitator', drop('goal:i2', false));
    expect(inOrder(session)).toEqual(START);
  });
});

describe('relations', () => {
  test('[DRAFT8] an action serves two goals, and stays with the second when the first is dropped', () => {
    const { session } = given(
      ...planning,
      ...facilitates(relate('action:a1', { goalLineIds: ['goal:i3', 'goal:i2'] })),
    );
    expect(line(session, 'action:a1')).toMatchObject({ goalLineId: 'goal:i2', alsoUnder: ['goal:i3'] });
    expect(draft(session).gaps?.map(({ gap }) => gap)).not.toContain('goal_without_action');
    session.wish('facilitator', drop('goal:i2'));
    expect(line(session, 'action:a1')).toMatchObject({ goalLineId: 'goal:i3', themeId: 'services' });
    expect(line(session, 'action:a1')).not.toHaveProperty('alsoUnder');
  });

  test('[DRAFT8] only actions serve goals, and only goals are served', () => {
    given(...planning)
      .when('facilitator', relate('need:i4', { goalLineIds: ['goal:i2'] }))
      .thenRefused('wrong_line');
    given(...planning)
      .when('facilitator', relate('action:a1', { goalLineIds: ['need:i4'] }))
      .thenRefused('wrong_line');
  });

  test('[DRAFT1] programmes a line depends on and lines to be read with it; one that leaves the draft is no reference', () => {
    const dependsOn = [{ text: ' Clean  water programme ', lang: 'en' as const }];
    const { session } = given(...planning, ...facilitates(relate('goal:i2', { seeAlso: ['goal:i3'], dependsOn })));
    expect(line(session, 'goal:i2')).toMatchObject({
      seeAlso: ['goal:i3'],
      dependsOn: [{ text: 'Clean water programme' }],
    });
    session.wish('facilitator', drop('goal:i3'));
    expect(line(session, 'goal:i2')).not.toHaveProperty('seeAlso');
    const many = Array.from({ length: 11 }, () => ({ text: 'x', lang: 'en' as const }));
    given(...planning)
      .when('facilitator', relate('goal:i2', { dependsOn: many }))
      .thenRefused('too_many_lines');
  });
});

describe('order and light', () => {
  test('[DRAFT5] lines of one kind under one heading are ordered; others follow', () => {
    const { session } = given(...planning, ...facilitates(add('b'), add('c'), order('own:c', 'goal:i2')));
    expect(inOrder(session)).toEqual(['need:i4', 'own:c', 'goal:i2', 'action:a1', 'own:b', 'step:i5', 'goal:i3']);
    expect(session.wish('facilitator', order('own:c'))).toEqual([]);
    expect(session.wish('facilitator', order('own:c', 'goal:i3'))).toBe('wrong_line');
    expect(session.wish('facilitator', order())).toBe('unknown_line');
  });

  test('[DRAFT10] the lit line is seen by all who see the line', () => {
    const { session } = given(...planning, ...facilitates(light('step:i5')));
    expect(draft(session).lit).toBe('step:i5');
    expect(draft(session, 'screen')).not.toHaveProperty('lit');
    session.wish('facilitator', light('goal:i2'));
    expect(draft(session, 'screen').lit).toBe('goal:i2');
    session.wish('facilitator', light(null));
    expect(draft(session)).not.toHaveProperty('lit');
  });

  test('[DRAFT11] an activity that opens takes the light', () => {
    const { session } = given(...planning, ...facilitates(light('goal:i2')));
    session.wish('facilitator', open('endorse'));
    expect(draft(session)).not.toHaveProperty('lit');
  });
});

describe('undo and what others see', () => {
  test('[DRAFT10] every act is undone, one by one, back to the draft as it was composed', () => {
    const { session } = given(...planning);
    const before = draft(session);
    const acts: Command[] = [
      add('b', { from: 'goal:i2' }),
      edit('goal:i2', 'Half'),
      translate('goal:i3', 'Услуги'),
      relate('action:a1', { goalLineIds: ['own:b'] }),
      order('own:b', 'goal:i2'),
      join('goal:i2', 'own:b'),
      drop('step:i5'),
    ];
    for (const act of acts) expect(session.wish('facilitator', act)).toHaveLength(1);
    for (const _ of acts) expect(undo(session)).toHaveLength(1);
    expect(draft(session)).toEqual(before);
  });

  test('[DRAFT10] words of an activity that is not revealed do not slip out by a join, nor does a reference to their line', () => {
    const { session } = given(
      ...planning,
      ['p2', action('a2', 'i2', 'Secret so far')],
      ...facilitates(
        add('b', { kind: 'action', goalLineId: 'goal:i2' }),
        join('action:a2', 'own:b'),
        relate('goal:i2', { seeAlso: ['action:a1'] }),
      ),
    );
    expect(line(session, 'own:b').joined).toHaveLength(1);
    const wall = draft(session, 'screen');
    expect(wall.lines['own:b']).not.toHaveProperty('joined');
    expect(wall.lines['goal:i2']).not.toHaveProperty('seeAlso');
    expect(JSON.stringify(wall)).not.toContain('Secret so far');
    session.wish('facilitator', reveal('plan'));
    expect(draft(session, 'screen').lines['own:b']?.joined).toHaveLength(1);
  });
});

test('[DRAFT5] a change says by whom, and a later one without a name says nobody', () => {
  const { session } = given(...planning);
  const evolveAs = (name: string | undefined, text: string): DeskLine => {
    const { state } = session;
    const decision = decide(state, {
      actor: { role: 'facilitator' },
      command: edit('goal:i2', text, line(session, 'goal:i2').version ?? 0),
      now: 0,
    });
    if (isRejection(decision) || decision[0] === undefined) throw new Error('refused');
    const actor = { role: 'facilitator', ...(name === undefined ? {} : { name }) } as const;
    session.state = evolve(state, { ...decision[0], seq: state.seq + 1, at: 5, actor, commandId: 'c' });
    return line(session, 'goal:i2');
  };
  expect(evolveAs('Айгүл', 'One')).toMatchObject({ changedBy: 'Айгүл', changedAt: 5 });
  expect(draft(session, 'screen').lines['goal:i2']).not.toHaveProperty('changedBy');
  expect(evolveAs(undefined, 'Two')).not.toHaveProperty('changedBy');
});
