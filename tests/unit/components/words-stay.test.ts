import { goalsStay, type LineAct, languageStays, wordsStay } from '../../../components/draft/writing/words-stay';
import type { Command } from '../../../server/engine/commands';
import { decide, isRejection } from '../../../server/engine/decide';
import { project } from '../../../server/engine/project';
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';
import { JUDGED, type Judged } from '../../../server/engine/vocabulary';
import { action, close, facilitates, goto, planning } from '../../support/scenes';
import { facilitator, given, NOW, type Session, type Step } from '../../support/specification';

const judging = (judge: Judged): readonly Step[] => [
  ...planning,
  ['p2', action('a2', 'i2', 'Do that')],
  ...facilitates(
    { type: 'line.add', lineId: 'own:goal', kind: 'goal', themeId: 'law', text: 'Another', lang: 'ky' },
    { type: 'line.add', lineId: 'own:joined', kind: 'goal', themeId: 'law', text: 'Joined', lang: 'ky' },
    { type: 'line.join', lineId: 'own:joined', into: 'goal:i2' },
    { type: 'line.edit', lineId: 'goal:i3', base: 0, text: 'Good services for all', lang: 'ky' },
    goto('endorse'),
    { type: 'activity.open', activityId: 'endorse', judge },
    // Written while people judge: these are nobody's answer yet.
    {
      type: 'line.add',
      lineId: 'own:action',
      kind: 'action',
      themeId: 'law',
      goalLineId: 'goal:i2',
      text: 'New',
      lang: 'ky',
    },
  ),
];

/** What the console sends for each act, with words that are surely others. */
function wishOf(act: LineAct, line: DeskLine, { draft }: FacilitatorView): Command | undefined {
  const { id: lineId, kind, themeId, version: base = 0 } = line;
  const other = Object.values(draft.lines).find(
    (one) => one.id !== lineId && one.kind === kind && one.themeId === themeId && one.goalLineId === line.goalLineId,
  );
  switch (act) {
    case 'edit':
    case 'split':
      return { type: 'line.edit', lineId, base, text: 'In other words', lang: 'en' };
    case 'translate':
      return { type: 'line.translate', lineId, base, text: 'По-русски', lang: 'ru' };
    case 'relate':
      return {
        type: 'line.relate',
        lineId,
        base,
        goalLineIds: [],
        seeAlso: [],
        dependsOn: [{ text: 'X', lang: 'ky' }],
      };
    case 'join':
      return other && { type: 'line.join', lineId, into: other.id };
    case 'drop':
      return { type: 'line.drop', lineId, dropped: true };
    case 'part':
      return line.joined?.[0] && { type: 'line.join', lineId: line.joined[0].id, into: null };
  }
}

const ACTS: readonly LineAct[] = ['edit', 'split', 'join', 'translate', 'relate', 'drop', 'part'];

describe('[SES15] the console knows which acts on a line are refused while people judge', () => {
  const refused = (session: Session, command: Command) => {
    const decision = decide(session.state, { actor: facilitator, command, now: NOW });
    return isRejection(decision) ? decision.rejected : undefined;
  };

  test.each(JUDGED)('when %s are judged', (judge) => {
    const { session } = given(...judging(judge));
    const view = project(session.state, 'facilitator');
    const seen = { stays: 0, free: 0 };
    for (const line of Object.values(view.draft.lines)) {
      for (const act of ACTS) {
        const wish = wishOf(act, line, view);
        if (wish === undefined) continue;
        const into = wish.type === 'line.join' && wish.into !== null ? view.draft.lines[wish.into] : undefined;
        const stays = wordsStay(view, act, line) || (into !== undefined && wordsStay(view, act, into));
        expect([line.id, act, refused(session, wish)]).toEqual([line.id, act, stays ? 'still_open' : undefined]);
        seen[stays ? 'stays' : 'free'] += 1;
      }
    }
    expect(seen.stays).toBeGreaterThan(2);
    expect(seen.free).toBeGreaterThan(2);
    for (const kind of ['goal', 'need', 'step'] as const) {
      const wish = { type: 'line.add', lineId: 'own:late', kind, themeId: 'law', text: 'Late', lang: 'ky' } as const;
      expect([kind, refused(session, wish)]).toEqual([kind, goalsStay(view, kind, 'law') ? 'still_open' : undefined]);
    }
    for (const ideaId of Object.keys(view.ideas)) {
      const wish = { type: 'idea.language', ideaId, lang: 'ru' } as const;
      expect([ideaId, refused(session, wish)]).toEqual([
        ideaId,
        languageStays(view, ideaId) ? 'still_open' : undefined,
      ]);
    }
  });

  test.each(JUDGED)('and which acts cannot be taken back meanwhile, when %s are judged', (judge) => {
    const { session } = given(...judging(judge));
    const { acts } = project(session.state, 'facilitator');
    const undone = Object.entries(acts).filter(([, { type }]) => type.startsWith('Line'));
    expect(undone.map(([, { type }]) => type)).toContain('LineEdited');
    for (const [seq, { type, builtUpon = false }] of undone) {
      const command = { type: 'moderation.undo', seq: Number(seq) } as const;
      const why = refused(session, command);
      expect([type, builtUpon]).toEqual([type, why !== undefined]);
    }
  });

  test('and that all of it is possible again once the step is closed', () => {
    const { session } = given(...judging('lines'), ...facilitates(close('endorse')));
    const view = project(session.state, 'facilitator');
    for (const line of Object.values(view.draft.lines)) {
      expect(ACTS.filter((act) => wordsStay(view, act, line))).toEqual([]);
    }
  });
});
