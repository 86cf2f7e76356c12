// docs/clients/participant.py against a real server: a person at a terminal goes through a seminar with it.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoryStorage, type Storage } from '../../../server/container';
import type { Mine } from '../../../server/engine/views';
import type { ActivityDesign, VoteSettings, WorkshopDesign } from '../../../server/engine/vocabulary';
import type { Snapshot } from '../../../server/protocol/wire';
import { until } from '../../support/patience';
import { startTestServer, type TestServer } from '../../support/server';
import { inAll, smallWorkshop } from '../../support/workshop';

const PROGRAM = path.join(__dirname, '../../../docs/clients/participant.py');

/** Debian's own where there is one: what stands first on the path may be any version. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const criteria = ['importance', 'feasibility'].map((id) => ({ id, name: inAll(id) }));
const settings: readonly Pick<VoteSettings, 'method' | 'rule'>[] = [
  { method: { name: 'dots', budget: 5, cap: 3 }, rule: 'most_supported' },
  { method: { name: 'approval', max: 2 }, rule: 'most_supported' },
  { method: { name: 'score', criteria, scale: 5 }, rule: 'median' },
  { method: { name: 'ranking', top: 2 }, rule: 'borda' },
  { method: { name: 'agreement' }, rule: 'consensus' },
];
/** A vote of each method, named by it. */
const design: WorkshopDesign = {
  ...smallWorkshop,
  agenda: smallWorkshop.agenda.flatMap((step): ActivityDesign[] =>
    step.kind === 'vote'
      ? settings.map((its) => ({ ...step, id: its.method.name, settings: { ...step.settings, ...its } }))
      : [step],
  ),
};

let server: TestServer;
let folder: string;
let storage: Storage;
beforeEach(async () => {
  storage = memoryStorage();
  server = await startTestServer({ storage, design });
  folder = mkdtempSync(path.join(tmpdir(), 'eles-python-'));
});
afterEach(async () => {
  await Promise.all(terminals.splice(0).map((terminal) => terminal.kill()));
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const terminals: Terminal[] = [];

/** A terminal with the client in it. */
class Terminal {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<unknown[]>;
  #printed = '';

  constructor(keep: string) {
    this.#child = spawn(PYTHON, [PROGRAM, server.url, server.code, '--keep', keep, '--lang', 'en']);
    this.#closed = once(this.#child, 'close');
    terminals.push(this);
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (text: Buffer) => {
        this.#printed += text.toString('utf8');
      });
  }

  type(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** Waits until this has been printed since the last wait, and reads on behind it. */
  async sees(wanted: string | RegExp): Promise<string> {
    const place = () => (typeof wanted === 'string' ? this.#printed.indexOf(wanted) : this.#printed.search(wanted));
    await until(
      () => place() >= 0,
      () => `"${wanted}" to be printed; seen: ${this.#printed}`,
    );
    const line = this.#printed.slice(place()).split('\n')[0] as string;
    this.#printed = this.#printed.slice(place() + line.length);
    return line;
  }

  async ended(): Promise<number | null> {
    this.type('quit');
    const [code] = await this.#closed;
    return code as number | null;
  }

  kill(): Promise<unknown> {
    this.#child.kill('SIGKILL');
    return this.#closed;
  }
}

let posted = 0;
async function lead(command: object): Promise<void> {
  posted += 1;
  const response = await fetch(`${server.url}/api/sessions/${server.code}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.facilitatorToken}` },
    body: JSON.stringify({ id: `facilitator-${String(posted).padStart(8, '0')}`, ...command }),
  });
  expect(await response.json()).toMatchObject({ ok: true });
}

/** What the server shows the person whose token stands in the client's file. */
async function mine(keep: string) {
  const { token } = JSON.parse(readFileSync(keep, 'utf8'));
  const response = await fetch(`${server.url}/api/sessions/${server.code}/view`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await response.json()) as Snapshot).mine as Mine;
}

test('a stranger takes part with the printed Python client, by every method, and each checksum is right', async () => {
  const keep = path.join(folder, 'kept.json');
  const terminal = new Terminal(keep);
  await terminal.sees('groups: ');
  terminal.type('join communities');
  await terminal.sees('counted participant.join');
  await lead({ type: 'session.start' });
  await lead({ type: 'activity.open', activityId: 'collect' });
  await terminal.sees('[collect, open]');
  for (const text of ['Ар бир үйгө таза суу', 'A road that stays open all winter']) {
    terminal.type(`write services 2030 ${text}`);
    await terminal.sees('counted idea.submit');
  }
  terminal.type('write services yesterday Жок');
  await terminal.sees('refused idea.submit: malformed');

  const [water, road] = Object.keys((await mine(keep)).ideas) as [string, string];
  const answers = {
    dots: 'vote 1=3 2=1',
    approval: 'vote 2',
    score: 'vote 1.importance=5 1.feasibility=2',
    ranking: 'vote 2 1',
    agreement: 'vote 1=agree 2=pass',
  };
  for (const [method, typed] of Object.entries(answers)) {
    await lead({ type: 'activity.open', activityId: method });
    await terminal.sees('[vote, open]');
    await terminal.sees('2. A road');
    terminal.type(typed);
    await terminal.sees('counted ballot.cast');
  }
  const given = await mine(keep);
  const inOrder = <Said extends { readonly option: string }>(...said: Said[]) =>
    said.sort((a, b) => (a.option < b.option ? -1 : 1));
  expect(given.ballots).toEqual({ dots: inOrder({ option: water, dots: 3 }, { option: road, dots: 1 }) });
  expect(given.ballotsOf).toEqual({
    approval: { approved: [road] },
    score: {
      scores: [
        { option: water, criterion: 'feasibility', score: 2 },
        { option: water, criterion: 'importance', score: 5 },
      ],
    },
    ranking: { ranked: [[road], [water]] },
    agreement: { answers: inOrder({ option: water, answer: 'agree' }, { option: road, answer: 'pass' }) },
  });

  // A heartbeat comes every few seconds: one is heard after all this at the latest now.
  const sound = async () => {
    for (;;) {
      terminal.type('status');
      const said = await terminal.sees('receipt ');
      if (!said.includes('right 0,')) return said;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  expect(await sound()).toMatch(/waiting 0; checksums right \d+, wrong 0; gaps 0$/);
  expect(await terminal.ended()).toBe(0);
});

test('[CMD1] what was typed while the server was away is sent once it is back, also by another process', async () => {
  const keep = path.join(folder, 'kept.json');
  const terminal = new Terminal(keep);
  await terminal.sees('groups: ');
  terminal.type('join communities');
  await terminal.sees('counted participant.join');
  await lead({ type: 'session.start' });
  await lead({ type: 'activity.open', activityId: 'ask' });
  await terminal.sees('[ask, open]');
  const { port, code, sessionId } = server;
  await server.close();
  terminal.type('write Жаштар айылда калсын');
  await terminal.sees('no connection');
  await terminal.kill();
  expect(JSON.parse(readFileSync(keep, 'utf8')).waiting).toHaveLength(1);

  server = await startTestServer({ storage, session: { code, sessionId }, port });
  const next = new Terminal(keep);
  await next.sees('counted idea.submit');
  expect(Object.values((await mine(keep)).ideas).map(({ text }) => text)).toEqual(['Жаштар айылда калсын']);
  expect(await next.ended()).toBe(0);
});

test('a client at a door that is not there is told so and ends', async () => {
  const stranger = spawn(PYTHON, [PROGRAM, server.url, 'AAAAAA', '--keep', path.join(folder, 'other.json')]);
  const said: string[] = [];
  stranger.stdout.on('data', (text: Buffer) => said.push(text.toString('utf8')));
  expect(await once(stranger, 'close')).toEqual([1, null]);
  expect(said.join('')).toBe('refused at the door: unknown_session\n');
});
