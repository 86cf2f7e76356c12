// The first page of a vision, and the last: who made it, who came, where to sign, and which log it was made of.
import { inFours } from '../../protocol/in-fours';
import { pictureOf } from '../../protocol/picture';
import { type Block, paragraph, plain, table } from '../document';
import type { Report } from '../report';
import type { Words } from '../words';

export function titlePage(report: Report, say: Words): readonly Block[] {
  const { title, code, rehearsal, date, groups, joined, joinedByGroup } = report;
  const people = groups.map(({ id, name }) => [plain(name[say.locale]), plain(say.cell(joinedByGroup[id] ?? 0))]);
  return [
    ...logos(report, say),
    { kind: 'title', text: title[say.locale] },
    ...organisations(report, say),
    paragraph(say.day(date)),
    paragraph(standing(report, say), 'italics'),
    ...(rehearsal ? [paragraph(say('rehearsal'), 'bold')] : []),
    paragraph(`${say('code')}: ${code}`),
    table(
      [say('participants'), say('people')],
      [...people, [plain(say('total'), 'bold'), plain(say.cell(joined), 'bold')]],
      [5, 1],
      1,
    ),
    { kind: 'contents', title: say('contents') },
  ];
}

/** Whether it may still change, and whether it was changed after the room had gone. */
export function standing({ phase, tidied }: Report, say: Words): string {
  if (phase !== 'ended') return say('live');
  return tidied === 0 ? say('ended') : say('endedTidied', { count: tidied });
}

function logos({ organisations }: Report, say: Words): readonly Block[] {
  const pictures = organisations.flatMap(({ name, logo = '' }) => {
    const picture = pictureOf(logo);
    return picture === undefined ? [] : [{ name: name[say.locale], picture }];
  });
  return pictures.length === 0 ? [] : [{ kind: 'logos', logos: pictures }];
}

function organisations(report: Report, say: Words): readonly Block[] {
  return (['organiser', 'funder'] as const).flatMap((role) => {
    const names = report.organisations.filter((one) => one.role === role).map(({ name }) => name[say.locale]);
    return names.length === 0 ? [] : [paragraph(`${say(role)}: ${names.join('; ')}`)];
  });
}

export function signaturePage(report: Report, say: Words): readonly Block[] {
  const rows = report.groups.map(({ name }) => [plain(name[say.locale]), plain(''), plain(''), plain('')]);
  return [
    { kind: 'heading', level: 1, runs: plain(say('signatures')), newPage: true },
    paragraph(say('signaturesHow')),
    { ...table([say('group'), say('name'), say('signature'), say('date')], rows, [4, 4, 3, 2]), isForm: true },
    ...logWords(report, say),
  ];
}

function logWords({ log: { count, closingHash, key } }: Report, say: Words): readonly Block[] {
  return [
    paragraph(`${say('log', { count })} ${closingHash}`, 'soft'),
    ...(key === undefined ? [] : [paragraph(`${say('key')} ${inFours(key)}`, 'soft')]),
    paragraph(say('verify'), 'soft'),
  ];
}
