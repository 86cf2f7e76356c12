// What wall, console and phone write of a judgement, as the HTML they are made of: without a browser nothing is laid out, and
// everything that could come on any page of the wall is there at once.
import { endorseFacilitator } from '../../components/activities/endorse/facilitator';
import { endorseScreen } from '../../components/activities/endorse/screen';
import { Judgement } from '../../components/draft/judgement';
import { DraftScreen } from '../../components/draft/screen';
import { renderDraftPage, renderParticipantPage } from '../../components/live/phone/html';
import { createWords } from '../../components/live/phone/parts/words';
import { messagesIn } from '../../i18n/messages';
import type { EndorseView } from '../../server/engine/activities/endorse/types';
import { project } from '../../server/engine/project';
import { projectMine } from '../../server/engine/project-mine';
import type { SessionState } from '../../server/engine/state';
import type { Locale } from '../../server/engine/vocabulary';
import { renderIn } from './render-in';

/** The view that stands in for a connection. */
const mockRoom: { view?: unknown } = {};
jest.mock('../../components/live/provider', () => ({ useRoom: () => ({ view: mockRoom.view, serverNow: () => 0 }) }));

/** `whole`: it tells of earlier times too. */
export type Screen = { readonly html: string; readonly whole: boolean };

/** The step of the judgement on wall and console, and the draft on both. */
export function judgementOnScreens(state: SessionState, locale: Locale): readonly Screen[] {
  const [wall, desk] = [project(state, 'screen'), project(state, 'facilitator')];
  mockRoom.view = wall;
  const lines = Object.values(desk.draft.lines);
  const judged = [...lines.map(({ endorsement }) => endorsement), ...Object.values(desk.draft.themes ?? {})];
  return [
    {
      html: renderIn(locale, <endorseScreen.Scene view={wall} activity={wall.activity as EndorseView} />),
      whole: true,
    },
    {
      html: renderIn(locale, <endorseFacilitator.Desk view={desk} activity={desk.activity as EndorseView} />),
      whole: true,
    },
    { html: renderIn(locale, <DraftScreen view={wall} />), whole: false },
    {
      html: judged
        .map((endorsement) => endorsement && renderIn(locale, <Judgement endorsement={endorsement} />))
        .join(' '),
      whole: true,
    },
  ];
}

/** The step of the judgement, and the draft to read. */
export function judgementOnPhone(state: SessionState, locale: Locale): readonly string[] {
  const words = createWords(messagesIn(locale));
  const page = { code: state.code, locale, words };
  const view = project(state, 'participant');
  const [[somebody] = ['']] = state.participants.entries();
  const mine = projectMine(state, somebody);
  return [
    renderParticipantPage(
      { ...page, nonce: 'n', now: 0, rev: state.seq, view, ...(mine && { mine }), drafts: {} },
      words,
      {},
    ),
    renderDraftPage({ ...page, view: project(state, 'screen') }, {}),
  ];
}
