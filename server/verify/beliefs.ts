// How far an archive that does not contradict itself can be believed, as sentences of `Verify` in messages/.
import { FIRST_RULES } from '../engine/vocabulary';
import { inFours } from '../protocol/in-fours';
import type { GoodVerdict } from './check-archive';

export type Belief = {
  readonly words:
    | 'consistent'
    | 'byHash'
    | 'byKey'
    | 'byUnknownKey'
    | 'partly'
    | 'partlySigned'
    | 'firstRules'
    | 'notRecounted';
  readonly values: Readonly<Record<string, string | number>>;
};

/** What is said of a verdict rests on these alone. */
export type Believable = Pick<GoodVerdict, 'facts' | 'verdict' | 'expectedAt' | 'signedBy' | 'rules' | 'notRecounted'>;

export function beliefsOf(of: Believable): readonly Belief[] {
  const { facts, verdict, expectedAt, signedBy, rules, notRecounted } = of;
  const isExpected = expectedAt === facts;
  const whole = signedBy.filter((one) => one.facts === facts);
  const best = whole.find(({ known }) => known) ?? whole[0];
  const beliefs: Belief[] = [];
  if (isExpected) beliefs.push({ words: 'byHash', values: {} });
  else if (best !== undefined)
    beliefs.push({ words: best.known ? 'byKey' : 'byUnknownKey', values: { key: inFours(best.fingerprint) } });
  else if (verdict === 'consistent') beliefs.push({ words: 'consistent', values: {} });
  if (expectedAt !== undefined && !isExpected)
    beliefs.push({ words: 'partly', values: { record: expectedAt, later: facts - expectedAt } });
  for (const one of signedBy)
    if (one.facts < facts) {
      const key = inFours(one.fingerprint);
      beliefs.push({ words: 'partlySigned', values: { key, record: one.facts, later: facts - one.facts } });
    }
  if (rules === FIRST_RULES) beliefs.push({ words: 'firstRules', values: {} });
  if (notRecounted !== undefined) beliefs.push({ words: 'notRecounted', values: { steps: notRecounted.join(', ') } });
  return beliefs;
}

/** Whether what was given from outside fits all of the file; true where nothing was given. */
export function fitsWhatWasGiven({ facts, expectedAt }: Believable): boolean {
  return expectedAt === undefined || expectedAt === facts;
}
