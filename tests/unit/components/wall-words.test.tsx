// What the wall, and the console beside it, write of a step: turnout and what to be careful about.

import { endorseScreen } from '../../../components/activities/endorse/screen';
import { Chosen } from '../../../components/activities/vote/wall/chosen';
import { TurnoutByGroup } from '../../../components/console/turnout-by-group';
import { WallFooter } from '../../../components/wall/wall-footer';
import { WallHeader } from '../../../components/wall/wall-header';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import type { ActivityView, ScreenView, Turnout } from '../../../server/engine/views';
import { LOCALES } from '../../../server/engine/vocabulary';
import type { OutcomeView } from '../../../server/engine/voting/selecting/outcome-view';
import { pageWordsIn } from '../../support/page-words';
import { renderIn } from '../../support/render-in';
import { ballot, close, facilitates, idea, joined, open, reveal } from '../../support/scenes';
import { Session, type Step } from '../../support/specification';
import { smallWorkshop } from '../../support/workshop';

// Stands in for a connection.
jest.mock('../../../components/live/provider', () => ({ useRoom: () => ({ serverNow: () => 0 }) }));

const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'] as const;

function play(session: Session, ...steps: readonly Step[]): void {
  for (const [who, command] of steps) expect(session.wish(who, command)).not.toEqual(expect.any(String));
}

function voted(): Session {
  const session = new Session(smallWorkshop);
  play(
    session,
    ...joined(...PEOPLE.map((id) => [id, 'communities'] as const)),
    ...facilitates({ type: 'session.start' }, open('collect')),
    ['p0', idea('i1', 'Clear powers')],
    ['p1', idea('i2', 'Own budget')],
    ...facilitates(close('collect'), open('vote')),
    ...PEOPLE.map((id): Step => [id, ballot(['i1', 1], ['i2', 1])]),
  );
  return session;
}

const wallOf = ({ state }: Session): ScreenView => project(state, 'screen');

test('[ENDO9] everybody has judged one of two lines: nobody is said to have judged "the lines"', () => {
  const session = voted();
  const goals = { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] } as const;
  play(session, ...facilitates(close('vote'), reveal('vote'), goals, open('endorse')));
  for (const id of PEOPLE)
    play(session, [id, { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i1', level: 1 }]);
  const atLeastOne = { ky: /кеминде бир сапка/i, ru: /хотя бы одну строку/i, en: /at least one line/ };
  const open1 = wallOf(session);
  const desk = project(session.state, 'facilitator');
  play(session, ...facilitates(close('endorse'), reveal('endorse')));
  const shown = wallOf(session);
  for (const locale of LOCALES) {
    const html = [
      renderIn(locale, <endorseScreen.Scene view={open1} activity={open1.activity as EndorseView} />),
      renderIn(locale, <TurnoutByGroup view={desk} turnout={desk.activity?.turnout as Turnout} />),
      renderIn(locale, <WallFooter view={shown} activity={shown.activity as EndorseView} code="ABC234" />),
    ];
    for (const page of html) expect(page).toMatch(atLeastOne[locale]);
  }
});

test('[SET2] the result of a vote whose counting was changed after it opened says so on the wall', () => {
  const session = voted();
  const unchanged = wallOf(session).activity as VoteView;
  const settings = { ...unchanged.settings, places: unchanged.settings.places + 1 };
  play(
    session,
    ...facilitates({ type: 'vote.configure', activityId: 'vote', settings }, close('vote'), reveal('vote')),
  );
  const view = wallOf(session);
  const activity = view.activity as VoteView;
  for (const locale of LOCALES) {
    const page = (one: VoteView) =>
      renderIn(
        locale,
        <Chosen view={view} activity={one} outcome={one.outcome as OutcomeView} onPages={() => undefined} />,
      );
    const { settingsChanged, flags } = pageWordsIn(locale).Vote;
    const told = page(activity);
    expect(told).toContain(flags.title);
    expect(told).toContain(settingsChanged);
    const { settingsChanged: _, ...other } = activity;
    expect(page(other)).not.toContain(settingsChanged);
  }
});

test('[SES17] the bar of the wall draws as done what was opened, and as skipped what was passed unopened', () => {
  const session = new Session(smallWorkshop);
  const steps = () => {
    const view = wallOf(session);
    const html = renderIn('en', <WallHeader view={view} activity={view.activity as ActivityView} />);
    return [...html.matchAll(/data-step="(\w+)"/g)].map(([, step]) => step);
  };
  const goTo = (activityId: string): Step => ['facilitator', { type: 'agenda.goto', activityId }];
  play(session, ...joined(['p0', 'communities']), ...facilitates({ type: 'session.start' }, open('collect')));
  play(session, goTo('vote'));
  expect(steps()).toEqual(['skipped', 'done', 'skipped', 'now', 'ahead', 'ahead']);
  play(session, goTo('ask'));
  expect(steps()).toEqual(['now', 'done', 'ahead', 'ahead', 'ahead', 'ahead']);
});
