// docs/protocol/ against the code: every example is read by the real schemas, folded by the real engine or recomputed,
// and nothing the wire can carry is missing from the page or only there.
import { createHash } from 'node:crypto';
import { recount } from '../../../server/audit/recount';
import { normaliseJoinCode } from '../../../server/auth/join-code';
import { type Ballot, type Command, type CommandType, PARTICIPANT_COMMANDS } from '../../../server/engine/commands';
import { decide } from '../../../server/engine/decide';
import { archivedDraft } from '../../../server/engine/draft/archived-draft';
import type { EventType, RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import * as limits from '../../../server/engine/limits';
import { applyPatch, type Json, type JsonObject } from '../../../server/engine/patch';
import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import { REJECTION_CODES } from '../../../server/engine/rejection';
import { type Idea, initialState, type SessionState } from '../../../server/engine/state';
import type { Audience } from '../../../server/engine/views';
import { type Actor, LOCALES, type VoteMethod } from '../../../server/engine/vocabulary';
import { countingOf } from '../../../server/engine/voting/methods/counting';
import { renderCsv } from '../../../server/export/csv';
import { buildReport } from '../../../server/export/report';
import { wordsIn } from '../../../server/export/words';
import { statusOf } from '../../../server/live/http/reply';
import { FACILITATOR_LIMITS, PARTICIPANT_LIMITS } from '../../../server/live/intake';
import { WINDOW_MS } from '../../../server/live/ticker';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { httpBodies, parseCommand, parseHandshake, parseSimilarQuestion } from '../../../server/protocol/schemas';
import { canonicalJson, viewHash } from '../../../server/protocol/view-hash';
import { PROTOCOL_VERSION, TEMPORARY_REFUSALS, TRANSPORT_REFUSALS } from '../../../server/protocol/wire';
import { checkArchive } from '../../../server/verify/check-archive';
import { wander } from '../../support/command-walk';
import {
  codesIn,
  type Fence,
  fences,
  fencesOf,
  filesOfPages,
  pageNames,
  pageText,
  rowsOf,
  sectionOf,
  sections,
} from '../../support/protocol-page';
import * as shapes from '../../support/wire-shapes';

const json = (fence: Fence) => JSON.parse(fence.text) as Json & JsonObject;
const sha256 = (line: string) => createHash('sha256').update(line, 'utf8').digest('hex');
const REFUSALS = [...REJECTION_CODES, ...TRANSPORT_REFUSALS] as readonly string[];
const AUDIENCES = ['participant', 'screen', 'facilitator'] as const;
const isAudience = (value: string | undefined): value is Audience => AUDIENCES.some((one) => one === value);

/** The example session: its archive, its facts, and its state after each of them. */
const archive = (fencesOf('archive', 'jsonl')[0] as Fence).text.split('\n');
const facts = archive.slice(1, -1).map((line) => JSON.parse(line) as RecordedEvent & { readonly prev: string });
const states: SessionState[] = [initialState];
for (const fact of facts) states.push(evolve(states.at(-1) as SessionState, fact));
const stateAt = (seq: number): SessionState => states[seq] as SessionState;
const viewAt = (seq: number, audience: Audience) => project(stateAt(seq), audience) as unknown as JsonObject;
/** The page's own person, whose `mine` it shows. */
const ME = String((json(fencesOf('http').find(({ of }) => of[0] === 'join') as Fence) as JsonObject).participantId);

describe('every page', () => {
  test('has no example that nobody checks', () => {
    const checked: Readonly<Record<string, readonly string[]>> = {
      json: [
        ...['command', 'ack', 'snapshot', 'activity', 'draft', 'patch', 'patch-part', 'mine', 'heartbeat', 'presence'],
        ...['similar-question', 'similar-ideas'],
        ...['handshake', 'refused-handshake', 'http', 'start', 'codes', 'checksum', 'checksum-numbers', 'ballot'],
      ],
      jsonl: ['archive'],
      csv: TABLE_NAMES,
      text: ['frames', 'checksum', 'checksum-numbers', ''],
      sh: ['quickstart', 'archive', ''],
    };
    const unchecked = fences.filter(({ language, mark }) => !checked[language]?.includes(mark));
    expect(unchecked).toEqual([]);
  });

  test('is in the index', () => {
    expect([...pageNames].sort()).toEqual([...filesOfPages].sort());
  });

  test('names the version and the limits of the code', () => {
    const text = (heading: string) => sectionOf(heading).text.replaceAll(',', '');
    expect(pageText).toContain(`The version of the protocol is **${PROTOCOL_VERSION}**.`);
    expect(text('idea.submit')).toContain(`| 1–${limits.IDEA_MAX_LENGTH} |`);
    expect(text('ideas.merge')).toContain(`| 1–${limits.HEADING_MAX_LENGTH} |`);
    expect(text('action.submit')).toContain(`| 0–${limits.ACTION_FIELD_MAX_LENGTH} |`);
    expect(text('line.edit')).toContain(`| 0–${limits.LINE_MAX_LENGTH} |`);
    expect(text('moderation.undo')).toContain(`Up to ${limits.UNDO_DEPTH} in turn`);
    expect(text('timer.start')).toContain(`1–${limits.TIMER_MAX_SECONDS} (more than ${limits.TIMER_MAX_SECONDS * 2}`);
    for (const [audience, ms] of Object.entries(WINDOW_MS))
      expect(text('Keeping a view')).toContain(`${ms} ms for \`${audience}\``);
    const rates = text('Rates and sizes');
    for (const { perSecond, burst } of [PARTICIPANT_LIMITS, FACILITATOR_LIMITS])
      expect(rates).toContain(`| ${perSecond} a second ${burst} at once |`);
    expect(rates).toContain(`packet of the socket | ${limits.LARGEST_MESSAGE} bytes`);
    expect(rates).toContain(`body of an HTTP request | ${limits.LARGEST_MESSAGE} bytes`);
  });
});

describe('codes, ids and tokens', () => {
  test('typed codes mean what the page says', () => {
    for (const fence of fencesOf('codes')) {
      for (const [typed, meant] of Object.entries(json(fence))) {
        expect([typed, normaliseJoinCode(typed) ?? null]).toEqual([typed, meant]);
      }
    }
    const [typed = [], meant = []] = sectionOf('Join codes').tables[0] ?? [];
    expect(typed.length).toBeGreaterThan(15);
    for (const [at, letter] of typed.slice(1).entries()) {
      expect(normaliseJoinCode(`${letter}ABCDE`)).toBe(`${meant[at + 1]}ABCDE`);
    }
  });

  test('names of every object are no ids, and the page lists them all', () => {
    const [, , ...names] = codesIn(rowsOf('Commands', 'kind').find(([kind]) => kind === '*id*')?.[1] ?? '').slice(1);
    expect([...names].sort()).toEqual(Object.getOwnPropertyNames(Object.prototype).sort());
  });

  test('handshake, start.json and answers have exactly the fields they have', () => {
    for (const fence of fencesOf('handshake')) expect(parseHandshake(json(fence))).toEqual(json(fence));
    for (const fence of fencesOf('start')) expect(shapes.start.parse(json(fence))).toEqual(json(fence));
    for (const fence of fencesOf('refused-handshake')) {
      const { code } = json(fence).data as { code: string };
      expect(json(fence)).toEqual({ message: code, data: { code } });
    }
    const refusals = rowsOf('Handshake', 'code').map(([code]) => code);
    expect(refusals.filter((code) => !(TRANSPORT_REFUSALS as readonly unknown[]).includes(code))).toEqual([]);
    const fields = rowsOf('Handshake', 'field').map(([field]) => field as string);
    expect(fields.sort()).toEqual(Object.keys(json(fencesOf('handshake')[0] as Fence)).sort());
  });
});

/** Complete, or it does not compile. */
const COMMANDS: Readonly<Record<CommandType, true>> = {
  'participant.join': true,
  'idea.submit': true,
  'idea.withdraw': true,
  'idea.support': true,
  'idea.unsupport': true,
  'ballot.cast': true,
  'ballot.withdraw': true,
  'action.submit': true,
  'action.withdraw': true,
  'endorsement.give': true,
  'endorsement.withdraw': true,
  'session.rehearse': true,
  'session.start': true,
  'session.end': true,
  'agenda.goto': true,
  'activity.open': true,
  'activity.close': true,
  'vote.configure': true,
  'results.reveal': true,
  'results.hide': true,
  'timer.start': true,
  'timer.extend': true,
  'timer.stop': true,
  'idea.hide': true,
  'idea.unhide': true,
  'idea.move': true,
  'idea.language': true,
  'ideas.merge': true,
  'idea.group': true,
  'priority.rename': true,
  'action.hide': true,
  'action.unhide': true,
  'option.strike': true,
  'option.restore': true,
  'goals.choose': true,
  'line.edit': true,
  'line.translate': true,
  'line.relate': true,
  'line.add': true,
  'line.join': true,
  'line.drop': true,
  'lines.order': true,
  'action.report': true,
  'line.light': true,
  'moderation.undo': true,
  'moderation.redo': true,
};
const commandTypes = Object.keys(COMMANDS) as CommandType[];
const exampleOf = (type: CommandType): JsonObject =>
  json(fencesOf('command').find(({ of }) => of[0] === type) as Fence);

describe('commands', () => {
  test('every command has its example under its own heading, and nothing else has', () => {
    expect(fencesOf('command').map(({ of, heading }) => [of[0], heading])).toEqual(
      commandTypes.map((type) => [type, type]),
    );
    const headings = sections.map(({ heading }) => heading);
    const first = headings.indexOf("Facilitator's commands");
    expect(headings.filter((heading) => PARTICIPANT_COMMANDS.some((type) => type === heading))).toEqual([
      ...PARTICIPANT_COMMANDS,
    ]);
    expect(headings.slice(headings.indexOf("Participant's commands") + 1, first)).toEqual([...PARTICIPANT_COMMANDS]);
  });

  test.each(commandTypes)('%s is read as it stands, and its table lists its fields', (type) => {
    const example = exampleOf(type);
    expect(parseCommand(example)).toEqual(example);
    const rows = sectionOf(type).tables[0]?.slice(1) ?? [];
    const fields = new Set(rows.map(([field = '']) => field.replace(/[[.].*/, '')));
    const own = Object.keys(example).filter((key) => key !== 'id' && key !== 'type');
    expect([...fields].sort()).toEqual(own.sort());
    for (const key of own) {
      const isOptional = rows.some(([field, kind]) => field === key && /optional/.test(kind ?? ''));
      const { [key]: _, ...without } = example;
      expect([key, parseCommand(without) !== undefined]).toEqual([key, isOptional]);
    }
  });

  test('[BAL2] the ballot shown of each method is one that its rules take as it stands', () => {
    const criteria = ['importance', 'feasibility'].map((id) => ({ id, name: { ky: id, ru: id, en: id } }));
    const methods: Readonly<Record<string, VoteMethod>> = {
      approval: { name: 'approval', max: 2 },
      score: { name: 'score', criteria, scale: 5 },
      ranking: { name: 'ranking', top: 2 },
      agreement: { name: 'agreement' },
    };
    const shown = fencesOf('ballot').map((fence) => [fence.of[0] as string, json(fence) as JsonObject] as const);
    expect(shown.map(([method]) => method)).toEqual(Object.keys(methods));
    for (const [method, ballot] of shown) {
      const counting = countingOf(methods[method] as VoteMethod, ['priority-1', 'idea-3']);
      const cast = { ...exampleOf('ballot.withdraw'), type: 'ballot.cast', ...ballot };
      expect(parseCommand(cast)).toEqual(cast);
      expect(counting.check(ballot as unknown as Ballot)).not.toHaveProperty('rejected');
    }
  });

  const said = (type: CommandType, what: 'Facts' | 'Refusals') =>
    [...codesIn(new RegExp(`\\*\\*${what}:\\*\\*(.*)`).exec(sectionOf(type).text)?.[1] ?? '')].sort();

  // A step may have two commands' worth of history before a rule bites, so walks begin everywhere in the example session.
  const long = 'ы'.repeat(700);
  const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
  const ideaIds = [...ids('idea', 4), ...ids('answer', 2), 'priority-1', 'priority-1', 'nobody'];
  const priorityIds = ['priority-1', 'priority-2', 'idea-1', 'idea-3', 'nobody', null];
  const lineIds = [
    'goal:priority-1',
    'goal:idea-3',
    'action:action-1',
    'step:idea-4',
    'goal:nobody',
    'earlier:0',
    'earlier:1',
  ];
  const ownLine = 'own:8rW2xB6vQm';
  const again = <T>(times: number, ...items: readonly T[]) => Array.from({ length: times }, () => items).flat();
  const wordings = ['жол', '', '\u200d', long].map((text) => ({ text, lang: 'ky' }));
  const dots = (...choices: [option: string, dots: number][]) => choices.map(([option, n]) => ({ option, dots: n }));
  const DOTS = { name: 'dots', budget: 5, cap: 3 };
  const settings = (method: object, rule: string, places: number) => ({ method, rule, places, weights: 'person' });
  const activityIds = (facts[0] as Extract<RecordedEvent, { type: 'SessionCreated' }>).data.design.agenda.map(
    ({ id }) => id,
  );
  const any =
    (...values: readonly unknown[]) =>
    () =>
      values;
  const pools = {
    groupId: any('communities', 'lsg-heads', 'nobody'),
    activityId: any(...activityIds, ...activityIds, 'nowhere'),
    ideaId: any(...ideaIds),
    actionId: any(...ids('action', 5), 'nobody'),
    goalId: any(...priorityIds),
    lineId: any(...lineIds, ownLine, ownLine),
    base: ({ lineWork }: SessionState) => [0, 1, ...Object.values(lineWork).map(({ version }) => version)],
    into: any(...lineIds, ownLine, null, null, null),
    from: any('action:action-1', 'goal:priority-1', 'nobody', undefined),
    goalLineId: any('goal:priority-1', 'goal:idea-3', 'nobody', undefined),
    goalLineIds: any([], ['goal:idea-3'], ['action:action-1'], ids('nobody', 11)),
    seeAlso: any([], ['goal:idea-3'], ['nobody']),
    dependsOn: any([], wordings.slice(0, 1), wordings.slice(1, 2), wordings.slice(3), again(11, wordings[0])),
    lineIds: any(['goal:priority-1'], ['action:action-1', ownLine], ['goal:idea-3', 'action:action-1'], ['nobody']),
    dropped: any(true, false),
    judge: any('goals', 'themes', undefined, undefined),
    status: any('done', 'under_way', 'not_started'),
    priorityId: any(...priorityIds),
    ideaIds: any(['idea-1', 'idea-2'], ['idea-2'], ['idea-1', 'idea-3'], ['idea-5'], ['answer-1'], [], ['nobody']),
    priorityIds: any(['priority-1'], ['idea-3', 'priority-1'], [], ['nobody']),
    choices: any(
      dots(['priority-1', 3]),
      dots(['priority-1', 3], ['idea-3', 2]),
      dots(['priority-1', 3], ['idea-3', 3]),
      dots(['priority-1', 4]),
      dots(['idea-3', 1], ['idea-3', 1]),
      dots(['nobody', 1]),
      [],
    ),
    settings: any(
      settings(DOTS, 'fair_share', 2),
      settings(DOTS, 'most_supported', 3),
      settings(DOTS, 'borda', 1),
      settings({ name: 'approval', max: 2 }, 'fair_share', 1),
    ),
    heading: any(...wordings),
    reason: any(...wordings, undefined),
    text: any('жол', 'суу', '', '\u200d', long),
    what: any('жол', '', long),
    sign: any('', 'суу', long),
    themeId: any('services', 'rural-development', 'nowhere', undefined),
    horizonId: any('2030', 'tomorrow', 'today', undefined),
    level: any(1, 4, 8),
    theirs: any(true, undefined, undefined, undefined),
    option: any('priority-1', 'idea-3', 'nowhere'),
    seconds: any(0, 60, 14_400, 14_401),
    seq: ({ acts, undone }: SessionState) => [acts.at(-1)?.seq ?? 0, undone.at(-1)?.seq ?? 0, acts[0]?.seq ?? 0, 1],
  };
  /** Narrower than the example, and half of them no rehearsal: the rarer refusals are then met too. */
  const varied = (state: SessionState, at: number): SessionState => ({
    ...state,
    rehearsal: at % 2 === 1,
    design: {
      ...state.design,
      horizons: state.design.horizons.filter(({ id }) => id !== 'today'),
      agenda: state.design.agenda.map((step) => ('maxPerPerson' in step ? { ...step, maxPerPerson: 1 } : step)),
    },
  });
  const people = [...stateAt(facts.length).participants.entries()].map(([id]) => ({
    role: 'participant' as const,
    id,
  }));
  const now = facts.at(-1)?.at ?? 0;
  // A session is a rehearsal only if that comes before the first person: many walks begin at the empty lobby. Others begin
  // just before the end with some step open again.
  const reopened = activityIds.map((activityId) => {
    const last = facts.at(-2) as RecordedEvent;
    return evolve(stateAt(last.seq), { ...last, type: 'ActivityOpened', data: { activityId } });
  });
  // A vote by another method than the example's, for ballots of the wrong one.
  const opening = facts.find(({ type, data }) => type === 'ActivityOpened' && 'options' in data) as RecordedEvent;
  const byAgreement = { method: { name: 'agreement' }, rule: 'consensus', places: 2, weights: 'person' } as const;
  const configured: RecordedEvent = {
    ...opening,
    type: 'VoteConfigured',
    data: { activityId: 'vote-goals', settings: byAgreement },
  };
  const agreeing = evolve(evolve(stateAt(opening.seq - 1), configured), opening);
  const written = stateAt(facts.length - 1);
  const ownLines = Array.from({ length: limits.MAX_OWN_LINES }, (_, at) => [`own:${at}`, written.lineWork[ownLine]]);
  const crowded = { ...written, lineWork: Object.fromEntries(ownLines) } as SessionState;
  // More priorities than one ballot could name.
  const unvoted = stateAt(
    (facts.find(({ type, data }) => type === 'ActivityOpened' && 'options' in data)?.seq ?? 1) - 1,
  );
  const [idea] = [...unvoted.ideas.values()].filter(({ horizonId }) => horizonId === '2030');
  const heap = Array.from({ length: 1_500 }, (_, at) => `an-idea-with-a-long-name-of-its-own-${at}`);
  const overfull = {
    ...unvoted,
    ideas: heap.reduce((ideas, id) => ideas.set(id, { ...(idea as Idea), id, priorityId: null }), unvoted.ideas),
  };
  const starts = [
    ...again(6, crowded),
    ...again(60, stateAt(1)),
    ...again(15, ...reopened, agreeing),
    ...states.slice(1),
  ].map(varied);
  const seen = wander(starts, commandTypes.map(exampleOf), pools, {
    actors: [
      ...people.slice(0, 2),
      { role: 'participant', id: 'somebody-else-entirely' },
      { role: 'facilitator' },
      { role: 'facilitator', desk: 'desk-of-another' },
    ],
    steps: 2_000,
    now,
  });

  // What no walk comes to by chance.
  const full = decide(overfull, {
    actor: { role: 'facilitator' },
    command: { type: 'activity.open', activityId: 'vote-goals' },
    now,
  });
  if ('rejected' in full) seen['activity.open'].refusals.add(full.rejected);
  // A vote that was set up, opened, answered and taken back keeps its method.
  const byFacilitator = { role: 'facilitator', desk: 'desk-of-the-vote' } as const;
  const voter = { role: 'participant', id: ME } as const;
  const approving = settings({ name: 'approval', max: 2 }, 'fair_share', 1);
  const undoLast = ({ acts }: SessionState) => ({ type: 'moderation.undo', seq: acts.at(-1)?.seq ?? 0 });
  const wishes: readonly (readonly [Actor, (state: SessionState) => object])[] = [
    [byFacilitator, () => ({ type: 'vote.configure', activityId: 'vote-goals', settings: approving })],
    [byFacilitator, () => ({ type: 'activity.open', activityId: 'vote-goals' })],
    [voter, () => ({ type: 'ballot.cast', activityId: 'vote-goals', approved: ['priority-1'] })],
    [byFacilitator, undoLast],
    [byFacilitator, undoLast],
  ];
  let led = unvoted;
  for (const [actor, wish] of wishes) {
    const command = wish(led) as Command;
    const decision = decide(led, { actor, command, now });
    if ('rejected' in decision) seen[command.type].refusals.add(decision.rejected);
    else
      for (const fact of decision)
        led = evolve(led, { ...fact, actor, commandId: '', at: now, seq: led.seq + 1 } as RecordedEvent);
  }

  test.each(commandTypes)('%s leads to the facts and refusals that its section names, and to no others', (type) => {
    // What was taken back is rarely done again on a random walk: it leads to what undoing leads to.
    const exactly = (expected: readonly string[]) =>
      type === 'moderation.redo' ? expect.arrayContaining([...expected]) : expected;
    expect(said(type, 'Facts')).toEqual(exactly([...seen[type].facts].sort()));
    expect(said(type, 'Refusals')).toEqual(exactly([...seen[type].refusals].sort()));
  });
});

test('[SIM1] a question about similar ideas is read as it stands, and its answer has exactly its fields', () => {
  const [question] = fencesOf('similar-question').map(json);
  expect(parseSimilarQuestion(question)).toEqual(question);
  const [answer] = fencesOf('similar-ideas').map(json);
  expect(shapes.similarIdeas.parse(answer)).toEqual(answer);
});

describe('answers', () => {
  test('acks are acks', () => {
    expect(fencesOf('ack').length).toBeGreaterThan(3);
    for (const fence of fencesOf('ack')) {
      const shape = json(fence).ok === true ? shapes.counted : shapes.refused;
      expect(shape.parse(json(fence))).toEqual(json(fence));
      if (json(fence).ok === false) expect(REFUSALS).toContain(json(fence).code);
    }
  });

  test('the table of refusals is that of the code: codes, whether they pass, and statuses', () => {
    const rows = rowsOf('Refusals', 'code').map(([code, kind, status]) => [code, kind, status]);
    const expected = REFUSALS.map((code) => [
      code,
      (TEMPORARY_REFUSALS as readonly string[]).includes(code) ? 'temporary' : 'final',
      String(statusOf(code as (typeof TRANSPORT_REFUSALS)[number])),
    ]);
    expect([...rows].sort()).toEqual(expected.sort());
  });

  test('HTTP bodies and answers have exactly the fields they have', () => {
    const requests: Readonly<Record<string, { parse(value: unknown): unknown }>> = {
      'join-request': httpBodies.join,
      'sign-in-request': httpBodies.signIn,
      'new-session-request': httpBodies.newSession,
    };
    const shapesOf = { ...shapes.http, ...requests } as Readonly<Record<string, { parse(value: unknown): unknown }>>;
    const names = fencesOf('http').map(({ of }) => of[0] as string);
    expect([...names].sort()).toEqual(Object.keys(shapesOf).sort());
    for (const fence of fencesOf('http'))
      expect(shapesOf[fence.of[0] as string]?.parse(json(fence))).toEqual(json(fence));
    const { snapshot } = json(fencesOf('http').find(({ of }) => of[0] === 'join') as Fence) as { snapshot: JsonObject };
    expect(snapshot.view).toEqual(viewAt(Number(snapshot.rev), 'participant'));
  });
});

describe('views', () => {
  test('snapshots are what the example session shows to that audience at that rev', () => {
    expect(fencesOf('snapshot').map(({ of }) => of[0])).toEqual([...AUDIENCES]);
    for (const fence of fencesOf('snapshot')) {
      const [audience] = fence.of;
      const { rev, view, mine } = shapes.snapshot.parse(json(fence));
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      expect(view).toEqual(viewAt(rev, audience));
      expect(mine).toEqual(audience === 'participant' ? projectMine(stateAt(rev), ME) : undefined);
    }
  });

  test('every kind of step is shown as it was, and so is the draft', () => {
    for (const fence of [...fencesOf('activity'), ...fencesOf('draft')]) {
      const [audience, rev] = fence.of;
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      const shape = fence.mark === 'draft' ? shapes.draft : shapes.activity;
      expect(shape.parse(json(fence))).toEqual(viewAt(Number(rev), audience)[fence.mark]);
    }
    const kinds = stateAt(1).design.agenda.map(({ kind }) => kind);
    expect(new Set(fencesOf('activity').map((fence) => json(fence).kind))).toEqual(new Set(kinds));
  });

  test('patches, heartbeats, mine and presence fit the example session', () => {
    for (const fence of fencesOf('patch')) {
      const [audience] = fence.of;
      const { base, rev, patch } = shapes.patch.parse(json(fence));
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      expect(applyPatch(viewAt(base, audience), patch)).toEqual(viewAt(rev, audience));
    }
    for (const fence of fencesOf('heartbeat')) {
      const [audience] = fence.of;
      const { rev, hash } = shapes.heartbeat.parse(json(fence));
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      expect(hash).toBe(viewHash(viewAt(rev, audience)));
    }
    for (const fence of fencesOf('mine')) {
      const { rev, mine } = shapes.mineMessage.parse(json(fence));
      expect(mine).toEqual(projectMine(stateAt(rev), ME));
    }
    for (const fence of fencesOf('presence')) expect(shapes.presence.parse(json(fence))).toEqual(json(fence));
  });

  test('the part of a patch is one that undoes a grouping', () => {
    const [part] = fencesOf('patch-part').map(json) as [JsonObject];
    const undone = facts.find(({ type }) => type === 'ModerationUndone')?.seq ?? 0;
    const { priorities } = applyPatch(viewAt(undone - 1, 'facilitator'), part);
    expect(priorities).toEqual(viewAt(undone, 'facilitator').priorities);
  });

  /** Who ever gets which field, over the whole example session. */
  function givenTo(part: (view: JsonObject) => Json | undefined): Map<string, string> {
    const given = new Map<string, string>();
    for (const [letter, audience] of [
      ['P', 'participant'],
      ['S', 'screen'],
      ['F', 'facilitator'],
    ] as const) {
      for (const seq of facts.keys()) {
        for (const key of Object.keys((part(viewAt(seq + 1, audience)) as JsonObject | undefined) ?? {})) {
          const letters = given.get(key) ?? '';
          if (!letters.includes(letter)) given.set(key, `${letters} ${letter}`.trim());
        }
      }
    }
    return given;
  }
  /** First parts of the names in a table, with the letters behind them. */
  const listed = (rows: readonly (readonly string[])[]): [string, string][] =>
    rows
      .filter(([, who]) => /^[PSF ]+$/.test(who ?? ''))
      .flatMap(([names = '', who = '']) =>
        names.split(',').map((name): [string, string] => [name.replaceAll('`', '').trim().replace(/\..*/, ''), who]),
      );
  const widest = (pairs: [string, string][]): [string, string][] => {
    const letters = new Map<string, string>();
    for (const [name, who] of pairs) if ((letters.get(name) ?? '').length < who.length) letters.set(name, who);
    return [...letters].sort();
  };

  test('the table of the view lists every field and who has it', () => {
    // Nobody set a clock in the example session.
    const rows = rowsOf('Views', 'field').filter(([field]) => field !== 'clockJump');
    expect(widest(listed(rows))).toEqual([...givenTo((view) => view)].sort());
  });

  test.each(['ask', 'collect', 'group', 'vote', 'plan', 'endorse'])(
    'the tables of the step list every field of %s and who has it',
    (kind) => {
      const heading = sections.find(({ heading }) => heading.startsWith(`Kind ${kind}:`))?.heading ?? '';
      // In the example session every person counts the same.
      const rows = [...rowsOf('The activity', 'field'), ...rowsOf(heading, 'field')].filter(
        ([field = '']) => !/rankByPerson|weightedVotes/.test(field),
      );
      const given = givenTo((view) => {
        const activity = view.activity as JsonObject | undefined;
        return activity?.kind === kind ? activity : undefined;
      });
      expect(widest(listed(rows))).toEqual([...given].sort());
    },
  );

  test('[VIEW5] the checksum of the page comes out', () => {
    const [value] = fencesOf('checksum').map(json) as [Json];
    expect(canonicalJson(value)).toBe(fencesOf('checksum', 'text')[0]?.text);
    const { text } = sectionOf('Checksum');
    expect(/and the checksum `(\w+)`/.exec(text)?.[1]).toBe(viewHash(value));
    const [numbers] = fencesOf('checksum-numbers').map(json) as [Json];
    expect(canonicalJson(numbers)).toBe(fencesOf('checksum-numbers', 'text')[0]?.text);
    expect(/whose checksum is `(\w+)`/.exec(text)?.[1]).toBe(viewHash(numbers));
    const { view } = json(fencesOf('snapshot')[0] as Fence);
    expect(/snapshot\]\([^)]*\) has `(\w+)`/.exec(text)?.[1]).toBe(viewHash(view as Json));
  });
});

describe('exports', () => {
  const seq = facts.length;
  const report = buildReport(stateAt(seq), { startedAt: facts[0]?.at ?? 0, closingHash: '' });

  test.each(TABLE_NAMES)('%s.csv is that of the example session', (table) => {
    const text = fencesOf(table, 'csv')[0]?.text.replaceAll('\n', '\r\n');
    expect(`\ufeff${text}\r\n`).toBe(renderCsv(report, table, 'en'));
  });

  test('words that stand for values are those of the exports', () => {
    const rows =
      sectionOf('Exports')
        .tables.find(([head]) => head?.includes('ky'))
        ?.slice(1) ?? [];
    for (const [word, ...said] of rows)
      expect(said).toEqual(LOCALES.map((locale) => wordsIn(locale)(word as Parameters<ReturnType<typeof wordsIn>>[0])));
    expect(rows.length).toBeGreaterThan(8);
  });
});

/** Complete, or it does not compile. */
const FACTS: Readonly<Record<EventType, true>> = {
  SessionCreated: true,
  RehearsalDeclared: true,
  SessionStarted: true,
  SessionEnded: true,
  ParticipantJoined: true,
  AgendaMoved: true,
  ActivityOpened: true,
  ActivityClosed: true,
  VoteConfigured: true,
  ResultsRevealed: true,
  ResultsHidden: true,
  OutcomeDeclared: true,
  ClockJumped: true,
  TimerStarted: true,
  TimerStopped: true,
  IdeaSubmitted: true,
  IdeaEdited: true,
  IdeaWithdrawn: true,
  IdeaSupported: true,
  IdeaUnsupported: true,
  IdeaHidden: true,
  IdeaUnhidden: true,
  IdeaMoved: true,
  IdeaLanguageSet: true,
  IdeasMerged: true,
  IdeaGrouped: true,
  PriorityRenamed: true,
  OptionStruck: true,
  OptionRestored: true,
  BallotCast: true,
  BallotWithdrawn: true,
  ActionSubmitted: true,
  ActionEdited: true,
  ActionWithdrawn: true,
  ActionHidden: true,
  ActionUnhidden: true,
  GoalsChosen: true,
  LineEdited: true,
  LineTranslated: true,
  LineRelated: true,
  LineAdded: true,
  LineJoined: true,
  LineDropped: true,
  LinesOrdered: true,
  LineLit: true,
  ActionReported: true,
  EndorsementGiven: true,
  EndorsementWithdrawn: true,
  ModerationUndone: true,
  ModerationRedone: true,
};
/** What did not happen in the example session: the table of facts is all that the page says of it. */
const NOT_IN_THE_EXAMPLE: readonly EventType[] = ['IdeaLanguageSet', 'ModerationRedone', 'ClockJumped'];

describe('the archive', () => {
  test('the table of facts lists every type, and the example session has each of them', () => {
    expect(rowsOf('Facts', 'type').map(([type]) => type)).toEqual(Object.keys(FACTS));
    const types = (Object.keys(FACTS) as EventType[]).filter((type) => !NOT_IN_THE_EXAMPLE.includes(type));
    expect(new Set(facts.map(({ type }) => type))).toEqual(new Set(types));
  });

  const shown = rowsOf('Facts', 'type').filter(([type]) => !NOT_IN_THE_EXAMPLE.some((one) => one === type));
  test.each(shown.map(([type, data]) => [type, data] as const))('%s carries the data of its row', (type, data = '') => {
    const cell = data.startsWith('`') || data === '' ? data : `\`${data}\``;
    const names = [...cell.matchAll(/`(\w+)`(\?)?/g)].filter(([, name]) => name !== 'null');
    const needed = names.filter(([, , optional]) => optional === undefined).map(([, name]) => name as string);
    const allowed = names.map(([, name]) => name as string);
    const all = facts.filter((fact) => fact.type === type);
    for (const fact of all) {
      expect(Object.keys(fact.data)).toEqual(expect.arrayContaining(needed));
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(fact.data)));
    }
    // What is optional is there in one of them at least, or it is not worth a word.
    expect(new Set(all.flatMap((fact) => Object.keys(fact.data)))).toEqual(new Set(allowed));
  });

  test('[LOG3] [EXP4] its chain holds, by this test and by the recount', async () => {
    let prev = sha256(archive[0] as string);
    for (const [at, line] of archive.slice(1, -1).entries()) {
      const fact = facts[at] as (typeof facts)[number];
      expect([fact.seq, fact.prev]).toEqual([at + 1, prev]);
      prev = sha256(line);
    }
    const { draft, ...trailer } = JSON.parse(archive.at(-1) as string);
    expect(trailer).toEqual({ end: true, count: facts.length, closingHash: prev });
    expect(draft).toEqual(archivedDraft(stateAt(facts.length)));
    expect(await recount(archive, sha256)).toMatchObject({ seq: facts.length, closingHash: prev, participants: 4 });
    expect(await checkArchive(() => archive, sha256)).toMatchObject({ ok: true, draft: 'agrees' });
  });

  test('every line has its keys in the order of the page', () => {
    expect(Object.keys(JSON.parse(archive[0] as string))).toEqual(['format', 'version', 'sessionId']);
    const keys = rowsOf('The archive', 'key').map(([key]) => key);
    for (const line of archive.slice(1, -1)) expect(Object.keys(JSON.parse(line))).toEqual(keys);
  });

  test('the sums that a reader is asked to compute come out', () => {
    const sums = [...(fencesOf('archive', 'sh')[0]?.text ?? '').matchAll(/sed -n (\d+)p .*: ([0-9a-f]{64})$/gm)];
    expect(sums.length).toBe(3);
    for (const [, line, sum] of sums) expect(sha256(archive[Number(line) - 1] as string)).toBe(sum);
    expect(Number(sums[2]?.[1])).toBe(archive.length - 1);
  });
});
