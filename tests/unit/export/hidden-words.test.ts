// Whatever was hidden, struck, withdrawn or reworded, at whatever moment: its words are in nothing that is made afterwards.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sha256 } from '../../../server/audit/node-sha256';
import { archivedDraft } from '../../../server/engine/draft/archived-draft';
import { takeOver } from '../../../server/engine/draft/look-back';
import { diff } from '../../../server/engine/patch';
import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import type { RollUpDesign } from '../../../server/engine/roll-up/design';
import { districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import { renderCsv } from '../../../server/export/csv';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildReport } from '../../../server/export/report';
import { buildRollUpDocument } from '../../../server/export/roll-up/roll-up-document';
import { renderRollUpJson } from '../../../server/export/roll-up/roll-up-json';
import { buildRollUpWorkbook } from '../../../server/export/roll-up/roll-up-workbook';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { buildWorkbook } from '../../../server/export/workbook';
import { renderXlsx } from '../../../server/export/xlsx';
import { Similarity } from '../../../server/live/similarity';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { problemOfFact } from '../../../server/protocol/fact-schema';
import { checkArchive } from '../../../server/verify/check-archive';
import { MARK, MarkedWalk } from '../../support/marked-walk';
import { unpack } from '../../support/office-files';
import { sealed } from '../../support/sealed';

type Places = Readonly<Record<string, string>>;

/** Everything people read while the session runs. Whose own things they are, they may see. */
function onScreens({ state }: MarkedWalk): Places {
  const { activity, draft } = project(state, 'facilitator');
  const steps = activity?.kind === 'vote' ? { ...activity, struck: [] } : activity;
  return {
    phones: JSON.stringify(project(state, 'participant')),
    wall: JSON.stringify(project(state, 'screen')),
    // The desk keeps what is hidden, in a list of its own; what it says the room sees is what the room sees.
    desk: JSON.stringify([steps, Object.values(draft.lines).map(({ text, original }) => [text, original])]),
    archive: JSON.stringify(archivedDraft(state)),
    'next session': JSON.stringify(takeOver(state, { closingHash: 'abc', date: 0 })),
  };
}

/** Its maker matched what districts have in common, in words of then. */
type Matches = RollUpDesign['matches'];

function matchesOf({ state }: MarkedWalk): Matches {
  return districtOf(state, 'abc').priorities.map(({ id, heading }) => ({
    id,
    heading,
    members: CODES.map((code) => ({ code, priorityId: id })),
  }));
}

const CODES = ['ELES23', 'OTHER2', 'THIRD3'];

function inFiles({ state }: MarkedWalk, matches: Matches = []): Places {
  const report = buildReport(state, { startedAt: 1_790_000_000_000, closingHash: 'abc' });
  const district = districtOf(state, 'abc');
  const sessions = new Map(CODES.map((code) => [code, { ...district, code }]));
  const districts = CODES.map((code) => ({ code, place: code }));
  const both = rollUp({ title: 'All', districts, matches, apart: [] }, sessions);
  return {
    ...Object.fromEntries(TABLE_NAMES.map((name) => [`${name}.csv`, renderCsv(report, name, 'ru')])),
    json: renderJson(report),
    markdown: renderMarkdown(buildVisionDocument(report, 'ky')),
    'roll-up': JSON.stringify(both) + renderRollUpJson(both, 0),
    'roll-up on paper': renderMarkdown(buildRollUpDocument(both, 0, 'ky')),
  };
}

/** As a reader's program shows them. */
async function inOffice({ state }: MarkedWalk): Promise<Places> {
  const report = buildReport(state, { startedAt: 1_790_000_000_000, closingHash: 'abc' });
  const document = buildVisionDocument(report, 'en');
  const both = rollUp(
    { title: 'All', districts: [{ code: 'ELES23', place: 'x' }], matches: [], apart: [] },
    new Map([['ELES23', districtOf(state, 'abc')]]),
  );
  const parts = (bytes: Uint8Array) =>
    Object.values(unpack(bytes))
      .join('\n')
      .replace(/<[^>]+>/g, '');
  const pdf = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
    input: await renderPdf(document),
    maxBuffer: 64 * 1024 * 1024,
  }).stdout.toString();
  return {
    word: parts(await renderDocx(document)),
    workbook: parts(await renderXlsx(buildWorkbook(report, 'ky'))),
    'workbook of a roll-up': parts(await renderXlsx(buildRollUpWorkbook(both, 0, 'ky'))),
    pdf: pdf.replace(/\s+/g, ''),
  };
}

function leaksOf(walk: MarkedWalk, places: Places): readonly string[] {
  const { everywhere, butBeforePeople } = walk.forbidden();
  const judged = walk.judged();
  return Object.entries(places).flatMap(([place, text]) =>
    [...new Set(text.match(MARK) ?? [])]
      .filter((mark) => everywhere.has(mark) || (butBeforePeople.has(mark) && !judged.has(mark)))
      .map((mark) => `${place}: ${mark}`),
  );
}

function leaksToOthers(walk: MarkedWalk): readonly string[] {
  const { everywhere } = walk.forbidden();
  return [...walk.state.participants.entries()].flatMap(([who]) =>
    [...new Set(JSON.stringify(projectMine(walk.state, who)).match(MARK) ?? [])]
      .filter((mark) => everywhere.has(mark) && walk.authors.get(mark) !== who)
      .map((mark) => `things of ${who}: ${mark}`),
  );
}

async function leaksOfSimilar(walk: MarkedWalk): Promise<readonly string[]> {
  const { state } = walk;
  const activities = Object.entries(state.activities).map(([id, one]) => [id, { ...one, status: 'open' as const }]);
  const open = { ...state, activities: Object.fromEntries(activities) };
  const similarity = new Similarity(
    () => open,
    () => 0,
  );
  await similarity.groups();
  const { everywhere, butBeforePeople } = walk.forbidden();
  const texts = [...state.ideas.values(), ...state.withdrawn.ideas.values()];
  const answers = texts.map(({ text, activityId }) => similarity.similar('p7', { activityId, text }));
  similarity.close();
  return [...new Set(JSON.stringify(answers).match(MARK) ?? [])]
    .filter((mark) => everywhere.has(mark) || butBeforePeople.has(mark))
    .map((mark) => `similar: ${mark}`);
}

const STEPS = 260;

function walked(seed: number, each: (walk: MarkedWalk, step: number) => void): MarkedWalk {
  const walk = new MarkedWalk(seed);
  for (let step = 0; step < STEPS; step += 1) {
    walk.step(step / STEPS);
    each(walk, step);
  }
  return walk;
}

const SEEDS = Number(process.env.SEEDS ?? 6);

test('[GRP12] [VOTE13] words that were hidden or struck are in no view, patch, answer or file made afterwards', async () => {
  const tried = new Map<string, number>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    let before = project(new MarkedWalk(seed).state, 'screen');
    let matches: Matches = [];
    const check = (walk: MarkedWalk, step: number) => {
      const screen = project(walk.state, 'screen');
      const patch = JSON.stringify(diff(before as never, screen as never) ?? null);
      before = screen;
      if (matches.length === 0) matches = matchesOf(walk);
      const leaks = [
        ...leaksOf(walk, { patch }),
        ...(step % 7 === 0 ? [...leaksOf(walk, onScreens(walk)), ...leaksToOthers(walk)] : []),
        ...(step % 40 === 39 ? leaksOf(walk, inFiles(walk, matches)) : []),
      ];
      expect({ seed, step, leaks }).toEqual({ seed, step, leaks: [] });
    };
    const walk = walked(seed, check);
    walk.do({ type: 'session.end' });
    for (let step = STEPS; step < STEPS + 40; step += 1) {
      walk.step(1);
      check(walk, step);
    }
    expect({ seed, leaks: leaksOf(walk, { ...onScreens(walk), ...inFiles(walk, matches) }) }).toEqual({
      seed,
      leaks: [],
    });
    expect({ seed, leaks: await leaksOfSimilar(walk) }).toEqual({ seed, leaks: [] });
    if (seed % 6 === 1) expect({ seed, leaks: leaksOf(walk, await inOffice(walk)) }).toEqual({ seed, leaks: [] });
    // Whatever was written and undone on the way, the log is one that verifies.
    const archive = sealed(walk.session);
    const facts = archive.slice(1, -1).map((line) => {
      const { prev: _, ...fact } = JSON.parse(line) as { readonly prev: string };
      return problemOfFact(fact);
    });
    expect({ seed, problems: facts.filter((why) => why !== undefined) }).toEqual({ seed, problems: [] });
    expect({ seed, ...(await checkArchive(() => archive, sha256)) }).toMatchObject({ seed, ok: true });
    for (const [type, count] of walk.done) tried.set(type, (tried.get(type) ?? 0) + count);
    const lost = JSON.stringify(project(walk.state, 'screen').draft.themes ?? {}).includes('goalsOut');
    tried.set('goalsOut', (tried.get('goalsOut') ?? 0) + (lost ? 1 : 0));
    tried.set('banned', (tried.get('banned') ?? 0) + walk.forbidden().everywhere.size);
  }
  // A walk that hides nothing would find nothing.
  const often = [
    'idea.hide',
    'option.strike',
    'idea.withdraw',
    'action.hide',
    'goals.choose',
    'line.edit',
    'moderation.undo',
  ];
  if (process.env.SEEDS) console.log(tried);
  for (const type of [...often, 'banned']) expect([type, (tried.get(type) ?? 0) >= SEEDS / 3]).toEqual([type, true]);
});
