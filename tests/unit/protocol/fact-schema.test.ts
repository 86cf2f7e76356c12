// The schema for logs from elsewhere knows every fact that the engine writes, and nothing else. The page's example session
// holds each kind of fact.
import { problemOfFact } from '../../../server/protocol/fact-schema';
import { fencesOf } from '../../support/protocol-page';

type Fact = { readonly seq: number; readonly type: string; readonly data: Readonly<Record<string, unknown>> };

const example = (fencesOf('archive', 'jsonl')[0]?.text ?? '').split('\n').slice(1, -1);
const facts = example.map((line): Fact => {
  const { prev: _, ...fact } = JSON.parse(line) as Fact & { prev: string };
  return fact;
});

test.each(facts.map((fact) => [`${fact.seq} ${fact.type}`, fact] as const))('[IMP2] %s', (_name, fact) => {
  expect(problemOfFact(fact)).toBeUndefined();
  expect(problemOfFact({ ...fact, more: 1 })).toBeDefined();
  // What an outcome holds beside its activity is declared again by the rules, not described here.
  if (fact.type !== 'OutcomeDeclared')
    expect(problemOfFact({ ...fact, data: { ...fact.data, more: 1 } })).toBeDefined();
});

test('[IMP2] a fact of no kind, and data that are none', () => {
  const [first] = facts;
  for (const type of ['Toppled', 'toString', '']) expect(problemOfFact({ ...first, type })).toBeDefined();
  for (const data of [null, [], 'x', undefined]) expect(problemOfFact({ ...first, data })).toBeDefined();
  expect(problemOfFact(null)).toBeDefined();
});
