// The whole report as open data: names of fields never change with the language, texts come in all of them. Ids of ideas and
// priorities stay inside, since their authors know them. Described by docs/schema/vision-report.schema.json.
import { currentTexts } from '../engine/draft/wording';
import type { Trace } from '../engine/views';
import type { Report, ReportLine } from './report';
import type { ReportVote } from './report-votes';

export const REPORT_SCHEMA_ID = 'urn:eles:vision-report:1';

export function renderJson(report: Report): string {
  const { log, groups, joinedByGroup, themes, lines, votes, open, ideas, questions, steps, ...others } = report;
  const { priorities, turnout, ...rest } = others;
  const { earlier, judgedThemes, ...about } = rest;
  const { organisations, title, code, phase, rehearsal, date, timeZone, smallestCell, joined, tidied } = about;
  return `${JSON.stringify(
    {
      $schema: REPORT_SCHEMA_ID,
      format: 'eles-vision-report',
      version: 1,
      title,
      code,
      phase,
      rehearsal,
      tidied,
      date: new Date(date).toISOString(),
      timeZone,
      smallestCell,
      joined,
      organisations: organisations.map(({ role, name }) => ({ role, name })),
      groups: groups.map(({ id, name }) => ({ id, name, joined: joinedByGroup[id] ?? 0 })),
      themes: themes.map(({ theme }) => ({ id: theme.id, name: theme.name, endorsement: judgedThemes[theme.id] })),
      lines: lines.map(openLine),
      open,
      ideas,
      questions,
      // Kinds that the other parts tell leave it out.
      steps: steps.length === 0 ? undefined : steps,
      priorities,
      votes: votes.map(openVote),
      turnout,
      earlier: earlier === undefined ? undefined : { ...earlier, date: new Date(earlier.date).toISOString() },
      log,
    },
    null,
    2,
  )}\n`;
}

function openLine({ number, goal, alsoServes, seeAlso, line, gaps }: ReportLine) {
  const { kind, themeId, text, original, action, dependsOn = [], joined = [], endorsement } = line;
  return {
    number,
    kind,
    theme: themeId,
    goal,
    alsoServes,
    text,
    translations: currentTexts(line.translations),
    original,
    action,
    dependsOn,
    seeAlso,
    gaps,
    ...openTrace(line.trace),
    joined: joined.map((part) => ({ text: part.text, ...openTrace(part.trace), endorsement: part.endorsement })),
    endorsement,
  };
}

function openTrace({ desk, earlier, ideas, seconders, votes }: Trace) {
  return { writtenInRoom: desk === true, carriedOn: earlier !== undefined, ideas, seconders, votes };
}

/** Polarised and split options are named among what is `open`, by their wording. */
function openVote({ flags, whyEmpty: _, ...vote }: ReportVote) {
  if (flags === undefined) return vote;
  const { close, tiedAtCut, lowTurnout, notHeard, lowTurnoutGroups } = flags;
  return { ...vote, flags: { close, tiedAtCut, lowTurnout, notHeard, lowTurnoutGroups } };
}
