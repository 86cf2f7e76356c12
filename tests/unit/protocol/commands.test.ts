// docs/protocol/commands.md and facilitator-commands.md against the code: the example and the table of every command.

import { PARTICIPANT_COMMANDS } from '../../../server/engine/activities/registry';
import type { Ballot } from '../../../server/engine/commands';
import type { JsonObject } from '../../../server/engine/patch';
import type { VoteMethod } from '../../../server/engine/vocabulary';
import { countingOf } from '../../../server/engine/voting/methods/counting';
import { parseCommand, parseSimilarQuestion } from '../../../server/protocol/schemas';
import { commandTypes, exampleOf, json } from '../../support/example-session';
import { fencesOf, sectionOf, sections } from '../../support/protocol-page';
import { similarIdeas } from '../../support/wire-shapes/messages';

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
});

test('[SIM1] a question about similar ideas is read as it stands, and its answer has exactly its fields', () => {
  const [question] = fencesOf('similar-question').map(json);
  expect(parseSimilarQuestion(question)).toEqual(question);
  const [answer] = fencesOf('similar-ideas').map(json);
  expect(similarIdeas.parse(answer)).toEqual(answer);
});
