// The words that people had before them, forged in a log that is chained and sealed anew; and logs by the first rules, which
// fixed other things.
import { sha256 } from '../../../server/audit/node-sha256';
import { archivedDraft } from '../../../server/engine/draft/archived-draft';
import type { RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import { initialState } from '../../../server/engine/state';
import { checkArchive } from '../../../server/verify/check-archive';
import { close, collected, endorsing, facilitates, open, reveal, voted } from '../../support/scenes';
import { sealed } from '../../support/sealed';
import { given, NOW, Session, type Step } from '../../support/specification';

type Data = Readonly<Record<string, unknown>>;

const ended: Step[] = facilitates({ type: 'session.end' });
const check = (session: Pick<Session, 'state' | 'log'>) => checkArchive(() => sealed(session), sha256);

/** The data of one opening changed, everything after it folded and sealed anew. */
async function forged({ log }: Session, activityId: string, change: (data: Data) => Data) {
  const at = log.findLastIndex(
    ({ type, data }) => type === 'ActivityOpened' && (data as Data).activityId === activityId,
  );
  const facts = log.map((fact, place) => (place === at ? { ...fact, data: change(fact.data as Data) } : fact));
  const verdict = await check({
    log: facts as RecordedEvent[],
    state: (facts as RecordedEvent[]).reduce(evolve, initialState),
  });
  // Line 1 is the header.
  return { verdict, record: at + 2 };
}

const words = (data: Data) =>
  data.wordings as Readonly<Record<string, { readonly text: object; readonly goals?: readonly object[] }>>;

const lines = given(...endorsing, ...facilitates(close('endorse'), reveal('endorse')), ...ended).session;
const whole: Step[] = facilitates({ type: 'activity.open', activityId: 'endorse', judge: 'themes' });
const themes = given(
  ...voted,
  ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] }),
  ...whole,
  ...ended,
).session;

test('[VER9] what people had before them when they judged is what the log makes of it', async () => {
  expect(await check(lines)).toMatchObject({ ok: true, draft: 'agrees' });
  expect(await check(themes)).toMatchObject({ ok: true, draft: 'agrees' });
});

test.each<[what: string, session: Session, activityId: string, change: (data: Data) => Data, named: string]>([
  [
    'a line',
    lines,
    'endorse',
    (data) => ({ ...data, wordings: { ...words(data), 'goal:i2': { text: { text: 'No budget', lang: 'ky' } } } }),
    'wordings goal:i2',
  ],
  [
    'who does it',
    lines,
    'endorse',
    (data) => ({
      ...data,
      wordings: {
        ...words(data),
        'action:a1': { ...words(data)['action:a1'], details: { who: 'them', byWhen: '', means: '', sign: '' } },
      },
    }),
    'wordings action:a1',
  ],
  [
    'a translation that nobody entered',
    lines,
    'endorse',
    (data) => ({
      ...data,
      wordings: { ...words(data), 'goal:i3': { ...words(data)['goal:i3'], translations: { ru: 'Другое' } } },
    }),
    'wordings goal:i3',
  ],
  [
    'a goal of a theme',
    themes,
    'endorse',
    (data) => ({
      ...data,
      wordings: {
        ...words(data),
        'theme:law': { ...words(data)['theme:law'], goals: words(data)['theme:law']?.goals?.slice(1) },
      },
    }),
    'wordings theme:law',
  ],
  ['a line left out', lines, 'endorse', (data) => ({ ...data, lines: (data.lines as string[]).slice(1) }), 'lines'],
  [
    'the heading of an option',
    lines,
    'vote',
    (data) => ({
      ...data,
      options: (data.options as object[]).map((option, at) =>
        at === 0 ? { ...option, heading: { text: 'Other powers', lang: 'ky' } } : option,
      ),
    }),
    'options 0',
  ],
])(
  '[VER9] forged in a log that is chained anew is found, and its record named: %s',
  async (_what, session, activityId, change, named) => {
    const { verdict, record } = await forged(session, activityId, change);
    expect(verdict).toMatchObject({
      ok: false,
      verdict: 'broken',
      code: 'words_differ',
      badRecord: record,
      why: expect.stringContaining(named),
    });
  },
);

test('[VER9] a line judged anew, and a step that is opened by taking an act back, are as the rules fix them', async () => {
  const { session } = given(
    ...endorsing,
    ['p1', { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i2', level: 1 }],
    ...facilitates(close('endorse'), { type: 'line.edit', lineId: 'goal:i2', base: 0, text: 'Factory', lang: 'ky' }),
    ...facilitates(open('endorse'), close('endorse')),
  );
  session.wish('facilitator', { type: 'moderation.undo', seq: session.state.acts.at(-1)?.seq ?? 0 });
  expect(session.log.at(-1)?.type).toBe('ActivityOpened');
  session.wish('facilitator', { type: 'session.end' });
  expect(await check(session)).toMatchObject({ ok: true });
  const { verdict } = await forged(session, 'endorse', (data) => ({ ...data, wordings: { 'goal:i3': { text: {} } } }));
  expect(verdict).toMatchObject({ ok: false });
});

/** As a server wrote it before rules had a number: it hid an idea and left the option, and no words in the fact that opened a step. */
function byFirstRules(): Session {
  const session = new Session();
  const record = (fact: RecordedEvent) => {
    session.log.push(fact);
    session.state = evolve(session.state, fact);
  };
  const [created] = session.log.splice(0) as [RecordedEvent];
  const { rules: _, ...data } = created.data as Data & { readonly rules?: number };
  session.state = initialState;
  record({ ...created, data } as RecordedEvent);
  const steps: Step[] = [
    ...collected,
    ...facilitates(open('vote')),
    ...voted.slice(collected.length + 1),
    ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i2', 'i3'] }),
  ];
  for (const [who, command] of steps) session.wish(who, command);
  const fact = { type: 'IdeaHidden', data: { ideaId: 'i2' }, actor: { role: 'facilitator' }, commandId: 'c-hidden' };
  record({ ...fact, seq: session.state.seq + 1, at: NOW } as RecordedEvent);
  for (const [who, command] of ended) session.wish(who, command);
  return session;
}

/** The draft that a server of that time sealed it with. */
const sealedWith = ({ state, log }: Session, draft: ReturnType<typeof archivedDraft>) => {
  const archive = sealed({ state, log });
  const trailer = JSON.parse(archive.at(-1) ?? '{}') as object;
  return checkArchive(() => [...archive.slice(0, -1), JSON.stringify({ ...trailer, draft })], sha256);
};

test('[VER10] a session by the first rules may end with a draft in which hidden words still stood', async () => {
  const session = byFirstRules();
  expect(session.state.rules).toBe(1);
  const now = archivedDraft(session.state);
  const then = archivedDraft({ ...session.state, wordsStay: true });
  expect(now.map(({ id }) => id)).not.toContain('goal:i2');
  expect(then.map(({ id }) => id)).toContain('goal:i2');
  for (const draft of [now, then])
    expect(await sealedWith(session, draft)).toMatchObject({ ok: true, draft: 'agrees' });
  const other = then.map((line) => ({ ...line, text: `${line.text}!` }));
  expect(await sealedWith(session, other)).toMatchObject({ ok: false, code: 'draft_differs' });
});

test('[VER10] no session by the rules of today may', async () => {
  const { session } = given(
    ...voted,
    ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i2', 'i3'] }),
    ...facilitates({ type: 'idea.hide', ideaId: 'i2' }),
    ...ended,
  );
  const then = archivedDraft({ ...session.state, wordsStay: true, activities: byFirstRules().state.activities });
  expect(then.map(({ id }) => id)).toContain('goal:i2');
  expect(await sealedWith(session, then)).toMatchObject({ ok: false, code: 'draft_differs' });
  expect(await check(session)).toMatchObject({ ok: true });
});
