// What people wrote has a direction of its own, whatever that of the page, and breaks where it has no gap.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectScreen } from '../../../components/activities/collect/screen';
import { endorseFacilitator } from '../../../components/activities/endorse/facilitator';
import { DraftScreen } from '../../../components/draft/screen';
import type { CollectView } from '../../../server/engine/activities/collect/types';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import { project } from '../../../server/engine/project';
import { pocketPhone } from '../../support/pocket-phone';
import { renderIn } from '../../support/render-in';
import { ballot, close, facilitates, idea, joined, open, reveal } from '../../support/scenes';
import { given, NOW } from '../../support/specification';

// Stands in for a connection.
jest.mock('../../../components/live/provider', () => ({ useRoom: () => ({ serverNow: () => 0 }) }));

// After the wall has told every result.
beforeEach(() => jest.useFakeTimers({ now: NOW + 3_600_000 }));
afterEach(() => jest.useRealTimers());

const WORDS = 'מים_נקיים_בכל_בית';
/** The elements that these words stand in, without those that let the words say their direction. */
const elsewhere = (html: string): readonly string[] => {
  // A mark before the words is closed before they begin.
  const unmarked = html.replace(/<b\b[^>]*>[^<]*<\/b>/g, '');
  const holders = [...unmarked.matchAll(new RegExp(`<[^<>]*>[^<>]*${WORDS}`, 'g'))].map(([holder]) => holder);
  expect(holders).not.toEqual([]);
  return holders.filter((holder) => !/ dir="auto"[^<]*>/.test(holder));
};

test('[TEXT2] words say their own direction on phone, wall and console', async () => {
  const { session } = given(
    ...joined(['p1', 'heads'], ['p2', 'communities']),
    ...facilitates({ type: 'session.start' }, open('collect')),
    ['p1', idea('i1', WORDS)],
  );
  const phone = async () => (await pocketPhone(session, 'p1')).html();
  const html = [await phone()];
  for (const command of [close('collect'), reveal('collect')]) session.wish('facilitator', command);
  const collected = project(session.state, 'screen');
  html.push(renderIn('en', <collectScreen.Scene view={collected} activity={collected.activity as CollectView} />));
  session.wish('facilitator', open('vote'));
  html.push(await phone());
  for (const who of ['p1', 'p2']) session.wish(who, ballot(['i1', 1]));
  const goals = { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] } as const;
  for (const command of [close('vote'), reveal('vote')]) session.wish('facilitator', command);
  html.push(await phone());
  for (const command of [goals, open('endorse')]) session.wish('facilitator', command);
  html.push(await phone(), renderIn('en', <DraftScreen view={project(session.state, 'screen')} />));
  const desk = project(session.state, 'facilitator');
  html.push(renderIn('en', <endorseFacilitator.Desk view={desk} activity={desk.activity as EndorseView} />));
  expect(html.flatMap(elsewhere)).toEqual([]);
});

test('[TEXT2] a word without a break is broken where it has to be', () => {
  const rule = (file: string, of: string) => {
    const text = readFileSync(join(__dirname, '../../..', file), 'utf8');
    return text.slice(text.indexOf(`${of} {`)).split('}')[0];
  };
  expect(rule('app/globals.css', '[dir="auto"]')).toContain('overflow-wrap: anywhere');
  expect(rule('components/live/phone/parts/base.css', 'body')).toContain('overflow-wrap: anywhere');
});
