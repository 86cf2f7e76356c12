import fc from 'fast-check';
import type { Answers, Publication, Source } from '../../../server/engine/voting/publishing/publication';
import { onView, publish } from '../../../server/engine/voting/publishing/publication';
import type { History, Room } from './publication-attack';
import { disclosed, figuresSeen } from './publication-attack';

/** Five people of group a, four of b, three of c; splits from three people on. */
const room = roomOf({ a: 5, b: 4, c: 3 }, 3);

function roomOf(sizes: Readonly<Record<string, number>>, smallestCell: number): Room {
  const people = Object.entries(sizes).flatMap(([group, size]) =>
    Array.from({ length: size }, (_, at) => [`${group}${at + 1}`, group] as const),
  );
  return { groupOf: Object.fromEntries(people), smallestCell };
}

/** `x a1 a2` = these two answer x. A person named again changes the answer; `- a1` withdraws it. */
function after(before: Answers, ...changes: readonly string[]): Answers {
  const standing = new Map(before);
  for (const change of changes) {
    const [answer = '', ...people] = change.split(' ');
    for (const id of people)
      if (answer === '-') standing.delete(id);
      else standing.set(id, answer);
  }
  return standing;
}
const NOBODY: Answers = new Map();
const EVERYBODY = after(NOBODY, 'x a1 a2 a3 a4 a5 b1 b2 b3 b4 c1 c2 c3');

/** What is on view after each reveal: `0` = the figures of the first one; `-a-b` withheld; `!` = something is held back. */
function views({ groupOf, smallestCell }: Room, history: History): readonly string[] {
  const source: Source<Answers> = {
    tables: ['item'],
    answers: (standing) => new Map([['item', standing]]),
    groupOf: (id) => groupOf[id]!,
    smallestCell,
  };
  let publication: Publication<Answers> | undefined;
  return history.map((standing, seq) => {
    publication = publish(publication, { seq, standing }, source);
    const { moment, withheld, held } = onView(publication, 'item')!;
    return `${moment.seq}${[...withheld]
      .sort()
      .map((group) => `-${group}`)
      .join('')}${held ? '!' : ''}`;
  });
}

test('[CELL4] a ballot or two after a reveal change nothing that is shown', () => {
  const second = after(EVERYBODY, 'y a1');
  expect(views(room, [EVERYBODY, second, after(second, 'y b1')])).toEqual(['0', '0!', '0!']);
});

test('[CELL4] a group with enough fresh answers is shown anew, the unchanged ones with it', () => {
  expect(views(room, [EVERYBODY, after(EVERYBODY, 'y a1 a2 a3')])).toEqual(['0', '1']);
});

test('[CELL4] fresh answers that are enough only together are shown in the total; their groups are withheld', () => {
  expect(views(room, [EVERYBODY, after(EVERYBODY, 'y a1 a2', 'y b1')])).toEqual(['0', '1-a-b']);
});

test('[CELL2] [CELL4] one fresh answer beside enough others takes their group with it', () => {
  expect(views(room, [EVERYBODY, after(EVERYBODY, 'y a1', 'y b1 b2 b3')])).toEqual(['0', '1-a-b']);
});

test('[CELL4] a small group stays withheld with its cover while neither changes', () => {
  const few = after(EVERYBODY, '- c2 c3');
  expect(views(room, [few, after(few, 'y a1 a2 a3')])).toEqual(['0-b-c', '1-b-c']);
});

test('[CELL4] hiding, revealing again and votes taken back change nothing and hold nothing back', () => {
  expect(views(room, [EVERYBODY, EVERYBODY, after(after(EVERYBODY, 'y a1'), 'x a1')])).toEqual(['0', '0', '0']);
});

test('[CELL4] withdrawals alone are not shown, and an answer that was published before is not fresh', () => {
  expect(views(room, [EVERYBODY, after(EVERYBODY, '- a1 a2 a3')])).toEqual(['0', '0!']);
  const turned = after(EVERYBODY, 'y a1 a2 a3');
  expect(views(room, [EVERYBODY, turned, after(turned, 'x a1 a2 a3')])).toEqual(['0', '1', '1!']);
});

test('[CELL4] answers held back are shown as soon as there are enough of them', () => {
  const [one, two] = [after(EVERYBODY, 'y a1'), after(EVERYBODY, 'y a1 a2')];
  expect(views(room, [EVERYBODY, one, two, after(two, 'y a3')])).toEqual(['0', '0!', '0!', '3']);
});

test('[CELL5] the total of a room of few is shown, once', () => {
  const few = after(NOBODY, 'x a1', 'y b1');
  expect(views(room, [NOBODY, few, after(few, 'y a1')])).toEqual(['0', '1-a-b', '1-a-b!']);
});

test('[CELL4] a publication remembers by plain JSON', () => {
  const source = {
    tables: ['item'],
    answers: (standing: Readonly<Record<string, string>>) => new Map([['item', new Map(Object.entries(standing))]]),
    groupOf: (id: string) => room.groupOf[id]!,
    smallestCell: 3,
  };
  const [first, second] = [EVERYBODY, after(EVERYBODY, 'y a1')].map((all) => Object.fromEntries(all));
  const one = publish(undefined, { seq: 1, standing: first! }, source);
  const restored = JSON.parse(JSON.stringify(one)) as typeof one;
  expect(publish(restored, { seq: 2, standing: second! }, source)).toEqual(
    publish(one, { seq: 2, standing: second! }, source),
  );
});

const GROUPS = { a: [1, 5], b: [0, 4], c: [0, 3] } as const;
const rooms = fc
  .record({
    a: fc.integer({ min: GROUPS.a[0], max: GROUPS.a[1] }),
    b: fc.integer({ min: GROUPS.b[0], max: GROUPS.b[1] }),
    c: fc.integer({ min: GROUPS.c[0], max: GROUPS.c[1] }),
    smallestCell: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ smallestCell, ...sizes }) => roomOf(sizes, smallestCell));

/** Between two reveals some people do something: few as a rule, since that is where the danger is. */
const histories = rooms.chain((where) => {
  const people = Object.keys(where.groupOf);
  const deeds = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom('x', 'y', 'z', '-')), { maxLength: 8 });
  return fc.tuple(fc.subarray(people), fc.array(deeds, { minLength: 1, maxLength: 4 })).map(([early, steps]) => {
    const history: Answers[] = [after(NOBODY, `x ${early.join(' ')}`.trim())];
    for (const step of steps) history.push(after(history.at(-1)!, ...step.map(([id, answer]) => `${answer} ${id}`)));
    return { where, history };
  });
});

test('[CELL5] nothing solved from all tables ever shown depends on fewer people than the smallest cell', () => {
  fc.assert(
    fc.property(histories, ({ where, history }) => {
      expect(disclosed(where, figuresSeen(where, history))).toBeUndefined();
    }),
    { numRuns: 3_000 },
  );
});

test('[CELL9] [CELL10] of items not even the first total depends on fewer', () => {
  fc.assert(
    fc.property(histories, ({ where, history }) => {
      const room = { ...where, hidesFew: true };
      expect(disclosed(room, figuresSeen(room, history))).toBeUndefined();
    }),
    { numRuns: 1_500 },
  );
});

test('[CELL5] the attack of these tests finds what a table refreshed at every reveal gives away', () => {
  const refreshed: typeof publish = (_before, now, source) => publish(undefined, now, source);
  const history = [EVERYBODY, after(EVERYBODY, 'y a1')];
  expect(disclosed(room, figuresSeen(room, history, refreshed))).toBeDefined();
  // Enough changed each time, and yet: third − (second − first) is the one who was there all along.
  const [first, second] = [after(NOBODY, 'x a1 a2 a3 a4'), after(NOBODY, 'x a1 a2 a3 a4', 'x b1 b2 b3')];
  const third = after(second, '- a2 a3 a4');
  expect(disclosed(room, figuresSeen(room, [first, second, third], refreshed))).toEqual(expect.arrayContaining(['a1']));
  expect(views(room, [first, second, third])).toEqual(['0', '1', '1!']);
});
