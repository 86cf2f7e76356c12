// The whole report as open data: names of fields never change with the language, texts come in all of them. Ids of ideas and
// priorities stay inside, since their authors know them. Described by docs/schema/vision-report.schema.json.
import type { Report, ReportLine } from './report';
import type { ReportVote } from './report-votes';

export const REPORT_SCHEMA_ID = 'urn:eles:vision-report:1';

export function renderJson(report: Report): string {
  const { log, groups, joinedByGroup, themes, lines, votes, open, ideas, priorities, turnout, ...about } = report;
  const { title, code, phase, rehearsal, date, smallestCell, joined } = about;
  return `${JSON.stringify(
    {
      $schema: REPORT_SCHEMA_ID,
      format: 'eles-vision-report',
      version: 1,
      title,
      code,
      phase,
      rehearsal,
      date: new Date(date).toISOString(),
      smallestCell,
      joined,
      groups: groups.map(({ id, name }) => ({ id, name, joined: joinedByGroup[id] ?? 0 })),
      themes: themes.map(({ theme }) => ({ id: theme.id, name: theme.name })),
      lines: lines.map(openLine),
      open,
      ideas,
      priorities,
      votes: votes.map(openVote),
      turnout,
      log,
    },
    null,
    2,
  )}\n`;
}

function openLine({ number, goal, line, gaps }: ReportLine) {
  const { kind, themeId, text, original, action, trace, endorsement } = line;
  const { ideas, supporters, votes } = trace;
  return { number, kind, theme: themeId, goal, text, original, action, gaps, ideas, supporters, votes, endorsement };
}

/** Polarised and split options are named among what is `open`, by their wording. */
function openVote({ flags, ...vote }: ReportVote) {
  if (flags === undefined) return vote;
  const { close, tiedAtCut, lowTurnout, notHeard, lowTurnoutGroups } = flags;
  return { ...vote, flags: { close, tiedAtCut, lowTurnout, notHeard, lowTurnoutGroups } };
}
