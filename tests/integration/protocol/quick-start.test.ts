// The quick start of docs/protocol/quick-start.md, played as it is printed, by a stranger: its own WebSocket, its own patching and its
// own checksum, written from the pages alone. Of the project it uses only the server it talks to and the pages it reads.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { loadTemplate } from '../../../prisma/templates/load';
import { until } from '../../support/patience';
import { fencesOf, rowsOf } from '../../support/protocol-page';
import { startTestServer, type TestServer } from '../../support/server';

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
type Dict = { [key: string]: Value };
const isDict = (value: Value | undefined): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "Keeping a view": JSON Merge Patch. */
function merge(target: Value | undefined, patch: Dict): Dict {
  const merged: Dict = isDict(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = isDict(value) ? merge(merged[key], value) : value;
  }
  return merged;
}

/** "Checksum": canonical JSON, then FNV-1a, with big integers as a language without 32-bit arithmetic would do it. */
function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isDict(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Value)}`).join()}}`;
}
function checksum(view: Value): string {
  let hash = 0x811c9dc5n;
  for (const byte of Buffer.from(canonical(view), 'utf8')) hash = ((hash ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n;
  return hash.toString(16).padStart(8, '0');
}

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ design: loadTemplate() });
});
afterEach(() => server.close());

/** One printed curl command, carried out by fetch. */
async function curl(
  line: string,
  variables: Readonly<Record<string, string>>,
): Promise<{ status: number; body: Dict }> {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, raw, quoted, bare]) =>
    raw === undefined
      ? (quoted ?? bare ?? '').replace(/\$([A-Z]+)/g, (_, name: string) => variables[name] ?? `no ${name}`)
      : raw,
  );
  const after = (flag: string) => words[words.indexOf(flag) + 1] as string;
  const header = words.includes('-H') ? after('-H').split(': ') : [];
  const response = await fetch(words.find((word) => word.startsWith('http')) as string, {
    ...(header.length === 2 ? { headers: { [header[0] as string]: header[1] as string } } : {}),
    // What curl says of itself when it is given -d.
    ...(words.includes('-d')
      ? { method: 'POST', body: new Blob([after('-d')], { type: 'application/x-www-form-urlencoded' }) }
      : {}),
  });
  return { status: response.status, body: (await response.json()) as Dict };
}

test('the printed curl commands join, vote and show the result', async () => {
  const variables: Record<string, string> = {
    URL: server.url,
    CODE: server.code,
    FACILITATOR: server.facilitatorToken,
  };
  const lines = fencesOf('quickstart', 'sh').flatMap(({ text }) => text.split('\n'));
  expect(lines.length).toBeGreaterThan(8);
  const bodies: Dict[] = [];
  for (const line of lines) {
    const { status, body } = await curl(line, variables);
    expect({ line, status }).toEqual({ line, status: 200 });
    if (line.includes('/commands')) expect(body).toEqual({ ok: true, seq: expect.any(Number) });
    if (line.includes('/join')) variables.TOKEN = String(body.token);
    bodies.push(body);
  }
  expect(bodies.at(-1)).toMatchObject({
    view: {
      audience: 'participant',
      activity: { kind: 'vote', revealed: true, results: { 'clean-water': { dots: 3, supporters: 1, rank: 1 } } },
    },
    mine: { groupId: 'communities', ballots: { 'vote-goals': [{ option: 'clean-water', dots: 3 }] } },
  });
});

/** A connection that does what the page says, and nothing that it does not say. */
class Stranger {
  readonly #socket: WebSocket;
  readonly #waiting: { readonly begins: string; readonly resolve: (packet: string) => void }[] = [];
  readonly #unread: string[] = [];
  view: Dict = {};
  mine: Value | undefined;
  rev = -1;
  gaps = 0;
  /** Heartbeats heard, and those whose rev or checksum was not ours at that moment. */
  beats = 0;
  drifts = 0;

  constructor(port: number) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    this.#socket.on('message', (data) => this.#take(String(data)));
  }

  async opened(): Promise<void> {
    await once(this.#socket, 'open');
  }

  send(packet: string): void {
    this.#socket.send(packet);
  }

  /** The next packet that begins so. */
  next(begins: string): Promise<string> {
    const at = this.#unread.findIndex((packet) => packet.startsWith(begins));
    if (at >= 0) return Promise.resolve(this.#unread.splice(at, 1)[0] as string);
    return new Promise((resolve) => this.#waiting.push({ begins, resolve }));
  }

  async close(): Promise<void> {
    this.#socket.close();
    await once(this.#socket, 'close');
  }

  #take(packet: string): void {
    if (packet.startsWith('42')) {
      const [event, message] = JSON.parse(packet.slice(2)) as [string, Dict];
      if (event === 'snapshot') this.#keep(message);
      if (event === 'mine') this.mine = message.mine;
      if (event === 'patch') {
        if (message.base === this.rev) {
          this.view = merge(this.view, message.patch as Dict);
          this.rev = message.rev as number;
        } else this.gaps += 1;
      }
      if (event === 'heartbeat') {
        this.beats += 1;
        if (message.rev !== this.rev || message.hash !== checksum(this.view)) this.drifts += 1;
      }
    } else if (/^43\d+\[/.test(packet)) {
      const [answer] = JSON.parse(packet.replace(/^43\d+/, '')) as [Dict];
      if (answer.view !== undefined) this.#keep(answer);
    }
    const at = this.#waiting.findIndex(({ begins }) => packet.startsWith(begins));
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.resolve(packet);
    else this.#unread.push(packet);
  }

  #keep({ rev, view, mine }: Dict): void {
    this.rev = rev as number;
    this.view = view as Dict;
    if (mine !== undefined) this.mine = mine;
  }
}

let posted = 0;
async function post(token: string, command: object): Promise<Dict> {
  posted += 1;
  const response = await fetch(`${server.url}/api/sessions/${server.code}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ id: `stranger-${String(posted).padStart(8, '0')}`, ...command }),
  });
  return (await response.json()) as Dict;
}

/** Digits of the packet's type with its acknowledgement id, and the event's name where there is one. */
const beginningOf = (packet: string): string => /^\d+(\["\w+")?/.exec(packet)?.[0] ?? packet;

/** `…` stands for something left out, so only packets without it can be compared whole; numbers that differ by run may differ. */
const shapeOf = (packet: string): unknown => {
  const text = packet.replace(/^\d+/, '');
  return text === '' ? '' : JSON.parse(text, (_key, value) => (typeof value === 'object' ? value : typeof value));
};

test('[VIEW3] [VIEW5] the printed frames join, write an idea, and keep a view whose checksum is right', async () => {
  const lead = async (command: object) => {
    expect(await post(server.facilitatorToken, command)).toMatchObject({ ok: true });
  };
  await lead({ type: 'session.start' });
  await lead({ type: 'activity.open', activityId: 'villages-2030' });

  const stranger = new Stranger(server.port);
  const early = stranger.next('0{');
  await stranger.opened();
  const printed = fencesOf('frames', 'text')[0]?.text.split('\n') ?? [];
  expect(printed.length).toBeGreaterThan(12);
  let acks = 0;
  for (const line of printed) {
    const [direction, packet] = [line[0], line.slice(2)];
    if (direction === '>') {
      stranger.send(packet.replace('K7MR4D', server.code));
      continue;
    }
    const begins = beginningOf(packet);
    if (begins === '42["patch"') await lead({ type: 'activity.close', activityId: 'villages-2030' });
    const came = begins === '0' ? await early : await stranger.next(begins);
    if (!packet.includes('…')) expect({ line, shape: shapeOf(came) }).toEqual({ line, shape: shapeOf(packet) });
    if (/^43\d\[\{"ok"/.test(packet)) {
      expect(came).toContain('{"ok":true,"seq":');
      acks += 1;
    }
  }
  expect(acks).toBe(2);
  expect(stranger.view).toMatchObject({ activity: { id: 'villages-2030', status: 'closed' } });
  expect(stranger.mine).toMatchObject({ ideas: { Ub1rXo5nQeGf9mHk7tYz2A: { text: 'Жаштар айылда калсын' } } });
  expect([stranger.gaps, stranger.drifts]).toEqual([0, 0]);
  expect(stranger.beats).toBeGreaterThan(0);
  await stranger.close();
});

test('[VIEW5] patches carry a stranger of every audience through a vote, checked by each heartbeat', async () => {
  const person = 'A'.repeat(22);
  const tokens = { participant: person, screen: server.screenToken, facilitator: server.facilitatorToken };
  const strangers = await Promise.all(
    Object.entries(tokens).map(async ([role, token]) => {
      const stranger = new Stranger(server.port);
      await stranger.opened();
      stranger.send(`40${JSON.stringify({ protocol: 1, code: server.code, role, token })}`);
      await stranger.next('42["snapshot"');
      if (role !== 'participant') await stranger.next('42["presence"');
      return stranger;
    }),
  );
  const lead = server.facilitatorToken;
  const idea = { type: 'idea.submit', text: 'Таза суу', lang: 'ky', themeId: 'services', horizonId: '2030' };
  const steps: [string, object][] = [
    [person, { type: 'participant.join', groupId: 'communities' }],
    [lead, { type: 'session.start' }],
    [lead, { type: 'activity.open', activityId: 'goals-and-steps' }],
    [person, { ...idea, activityId: 'goals-and-steps', ideaId: 'one' }],
    [person, { ...idea, activityId: 'goals-and-steps', ideaId: 'two' }],
    [lead, { type: 'ideas.merge', priorityId: 'both', ideaIds: ['one', 'two'], heading: { text: 'Суу', lang: 'ky' } }],
    [lead, { type: 'activity.open', activityId: 'vote-goals' }],
    [person, { type: 'ballot.cast', activityId: 'vote-goals', choices: [{ option: 'both', dots: 2 }] }],
    [lead, { type: 'activity.close', activityId: 'vote-goals' }],
    [lead, { type: 'results.reveal', activityId: 'vote-goals' }],
  ];
  for (const [token, body] of steps) {
    expect(await post(token, body)).toEqual({ ok: true, seq: expect.any(Number) });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await Promise.all(
    strangers.map(async (stranger) => {
      const before = stranger.beats;
      await until(() => stranger.beats > before, 'a heartbeat');
      expect(stranger.drifts).toBe(0);
      expect(stranger.view).toMatchObject({ activity: { results: { both: { dots: 2 } } } });
      expect(stranger.gaps).toBe(0);
      await stranger.close();
    }),
  );
});

test('every HTTP endpoint of the page is there, and answers as its row says', async () => {
  const rows = rowsOf('HTTP', 'request').map(([request = '', , , statuses = '']) => {
    const [, method = '', path = ''] = /`(GET|POST) ([^`]+)`/.exec(request) ?? [];
    return { method, path, statuses: [...statuses.matchAll(/\d{3}/g)].map(String) };
  });
  expect(rows.length).toBe(10);
  for (const { method, path, statuses } of rows) {
    const url = server.url + path.replace('CODE', server.code).replace('…', 'draft.md');
    const ask = async (headers: Record<string, string>, body = '{}') =>
      (await fetch(url, { method, headers, ...(method === 'POST' ? { body } : {}) })).status;
    const asked = [
      await ask({}),
      await ask({}, '"'),
      await ask({ authorization: `Bearer ${server.facilitatorToken}` }),
      await ask({ authorization: `Bearer ${'A'.repeat(22)}` }, JSON.stringify({ groupId: 'nobody' })),
    ].map(String);
    const allowed = statuses.includes('201') ? statuses : ['200', ...statuses];
    expect({ path, unlisted: asked.filter((status) => !allowed.includes(status)) }).toEqual({ path, unlisted: [] });
    const wrong = await fetch(url, { method: 'DELETE' });
    expect([path, wrong.status, wrong.headers.get('allow')]).toEqual([path, 405, method]);
    if (path.includes('CODE')) {
      const unknown = await fetch(url.replace(server.code, 'AAAAAA'), {
        method,
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      expect([path, unknown.status]).toEqual([path, 404]);
    }
  }
});
