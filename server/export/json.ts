// The whole report as open data: names of fields never change with the language, texts come in all of them. Ids of ideas and
// priorities stay inside, since their authors know them. Described by docs/schema/vision-report.schema.json.
import { currentTexts } from '../engine/draft/wording';
import type { Trace } from '../engine/views';
import type { Report, ReportEarlier, ReportLine } from './report';
import type { ReportVote } from './report-votes';

export const REPORT_SCHEMA_ID = 'urn:eles:vision-report:1';

export function renderJson(report: Report): string {
  const { title, code, phase, rehearsal, tidied, date, timeZone, smallestCell, joined, joinedByGroup } = report;
  const { organisations, groups, themes, judgedThemes, lines, open, ideas, questions, steps, priorities, votes } =
    report;
  const { turnout, earlier, log } = report;
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
      earlier: earlier === undefined ? undefined : openEarlier(earlier),
      log,
    },
    null,
    2,
  )}\n`;
}

function openEarlier({ code, date, title, lines, closingHash }: ReportEarlier) {
  return { code, date: new Date(date).toISOString(), title, lines, closingHash };
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
function openVote(vote: ReportVote) {
  const { title, settings, settingsChanged, settingsRecorded, ballots, joined, emptyPlaces, departure } = vote;
  const { bordaBeaten, options } = vote;
  return {
    title,
    settings,
    settingsChanged,
    settingsRecorded,
    ballots,
    joined,
    emptyPlaces,
    departure,
    bordaBeaten,
    options,
    flags: vote.flags === undefined ? undefined : openFlags(vote.flags),
  };
}

function openFlags({ close, tiedAtCut, lowTurnout, notHeard, lowTurnoutGroups }: NonNullable<ReportVote['flags']>) {
  return { close, tiedAtCut, lowTurnout, notHeard, lowTurnoutGroups };
}
