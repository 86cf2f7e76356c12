import { project } from '../../../server/engine/project';
import { renderJson } from '../../../server/export/json';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { TABLE_NAMES, type TableName } from '../../../server/protocol/downloads';
import { ballot, close, collecting, facilitates, idea, open, reveal } from '../../support/scenes';
import { given } from '../../support/specification';

test('[SUP7] seconders are of ideas and supporters of options, in views, open data and tables', () => {
  const goals = { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] } as const;
  const { session } = given(
    ...collecting,
    ['p1', idea('i1', 'Roads')],
    ['p2', { type: 'idea.support', ideaId: 'i1' }],
    ...facilitates(close('collect'), open('vote')),
    ['p1', ballot(['i1', 2])],
    ...facilitates(close('vote'), reveal('vote'), goals),
  );
  // Where one of the two stands, from the thing that has it.
  const places = (value: unknown, path: string): readonly string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, one]) =>
          key === 'supporters' || key === 'seconders'
            ? [`${path.replace(/\.[^.]*\d[^.]*/g, '.*')}: ${key}`]
            : places(one, `${path}.${key}`),
        );
  const report = buildReport(session.state, { startedAt: 0, closingHash: '' });
  expect(new Set(places(project(session.state, 'facilitator'), ''))).toEqual(
    new Set([
      '.ideas.*: seconders',
      '.priorities.*: seconders',
      '.activity.results.*: supporters',
      '.draft.lines.*.trace: seconders',
      '.draft.lines.*.trace.votes.dots: supporters',
    ]),
  );
  expect(new Set(places(JSON.parse(renderJson(report)), ''))).toEqual(
    new Set(['.lines.*: seconders', '.lines.*.votes.dots: supporters', '.votes.*.options.*.dots: supporters']),
  );
  const columns = (table: TableName) => buildTable(report, table, 'en').head;
  expect(TABLE_NAMES.filter((table) => columns(table).includes('Supporters'))).toEqual(['votes']);
  expect(TABLE_NAMES.filter((table) => columns(table).includes('Seconded by'))).toEqual(['lines', 'answers']);
});
