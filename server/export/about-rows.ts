// What the tables are of: session, moment and log. The closing hash and the key are what a reader holds an archive against.
import { inFours } from '../protocol/in-fours';
import type { Report } from './report';
import { standing } from './vision/title-page';
import type { Words } from './words';

export function aboutRows(report: Report, say: Words): readonly (readonly [string, string | number])[] {
  const { title, code, rehearsal, date, joined, smallestCell, log, organisations } = report;
  return [
    [say('aboutTitle'), title[say.locale]],
    [say('status'), standing(report, say)],
    ...(rehearsal ? [[say('status'), say('rehearsal')] as const] : []),
    ...organisations.map(({ role, name }) => [say(role), name[say.locale]] as const),
    [say('code'), code],
    [say('date'), say.day(date)],
    [say('participants'), joined],
    [say('aboutLeast'), smallestCell],
    [say('aboutRecords'), log.count],
    [say('closingHashWord'), log.closingHash],
    [say('aboutKey'), log.key === undefined ? say('unsignedLog') : inFours(log.key)],
  ];
}
