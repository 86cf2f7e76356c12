// docs/protocol/ on views against the code: snapshots, patches, every kind of step, every field and who has it, the checksum.

import { applyPatch, type Json, type JsonObject } from '../../../server/engine/patch';
import { projectMine } from '../../../server/engine/project-mine';
import { canonicalJson, viewHash } from '../../../server/protocol/view-hash';
import { AUDIENCES, facts, isAudience, json, ME, stateAt, viewAt } from '../../support/example-session';
import { type Fence, fencesOf, rowsOf, sectionOf, sections } from '../../support/protocol-page';
import { draft } from '../../support/wire-shapes/draft';
import * as messages from '../../support/wire-shapes/messages';
import { activity } from '../../support/wire-shapes/view';

describe('views', () => {
  test('snapshots are what the example session shows to that audience at that rev', () => {
    expect(fencesOf('snapshot').map(({ of }) => of[0])).toEqual([...AUDIENCES]);
    for (const fence of fencesOf('snapshot')) {
      const [audience] = fence.of;
      const { rev, view, mine } = messages.snapshot.parse(json(fence));
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      expect(view).toEqual(viewAt(rev, audience));
      expect(mine).toEqual(audience === 'participant' ? projectMine(stateAt(rev), ME) : undefined);
    }
  });

  test('every kind of step is shown as it was, and so is the draft', () => {
    for (const fence of [...fencesOf('activity'), ...fencesOf('draft')]) {
      const [audience, rev] = fence.of;
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      const shape = fence.mark === 'draft' ? draft : activity;
      expect(shape.parse(json(fence))).toEqual(viewAt(Number(rev), audience)[fence.mark]);
    }
    const kinds = stateAt(1).design.agenda.map(({ kind }) => kind);
    expect(new Set(fencesOf('activity').map((fence) => json(fence).kind))).toEqual(new Set(kinds));
  });

  test('patches, heartbeats, mine and presence fit the example session', () => {
    for (const fence of fencesOf('patch')) {
      const [audience] = fence.of;
      const { base, rev, patch } = messages.patch.parse(json(fence));
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      expect(applyPatch(viewAt(base, audience), patch)).toEqual(viewAt(rev, audience));
    }
    for (const fence of fencesOf('heartbeat')) {
      const [audience] = fence.of;
      const { rev, hash } = messages.heartbeat.parse(json(fence));
      if (!isAudience(audience)) throw new Error(`no audience: ${audience}`);
      expect(hash).toBe(viewHash(viewAt(rev, audience)));
    }
    for (const fence of fencesOf('mine')) {
      const { rev, mine } = messages.mineMessage.parse(json(fence));
      expect(mine).toEqual(projectMine(stateAt(rev), ME));
    }
    for (const fence of fencesOf('presence')) expect(messages.presence.parse(json(fence))).toEqual(json(fence));
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
