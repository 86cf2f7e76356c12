// A line that was reworded after the room judged it, on the phone: what was judged, when it was changed by the workshop's clock,
// and how it reads now.
import { datesIn } from '../../../i18n/dates';
import { composeDraft } from '../../../server/engine/draft/compose';
import { timeZoneOf } from '../../../server/engine/time-zone';
import { judgementOnPhone } from '../../support/render-judged';
import { close, endorsing, facilitates, reveal } from '../../support/scenes';
import { textOfHtml } from '../../support/shares';
import { given, type Step } from '../../support/specification';

const judged: Step[] = [
  ...endorsing,
  ...['p1', 'p2', 'p3'].map(
    (who): Step => [who, { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i2', level: 1 }],
  ),
  ...facilitates(close('endorse'), reveal('endorse')),
];

describe.each([
  ['ky', 'Азыр мындай окулат: Factory first', 'Зал баа берген сөздөр: Own budget'],
  ['ru', 'Сейчас читается так: Factory first', 'Зал оценивал: Own budget'],
  ['en', 'Reads now: Factory first', 'Judged was: Own budget'],
] as const)('[DRAFT13] in %s', (locale, readsNow, judgedWas) => {
  const { session } = given(
    ...judged,
    ...facilitates({ type: 'line.edit', lineId: 'goal:i2', base: 0, text: 'Factory first', lang: 'ky' }),
  );
  const [step = '', draft = ''] = judgementOnPhone(session.state, locale).map((html) =>
    textOfHtml(html).replace(/\s+/g, ' '),
  );

  test('the step shows the judged words once and how the line reads now, the draft the other way round', () => {
    expect(step).toContain(readsNow);
    expect(step.match(/Own budget/g)).toHaveLength(1);
    expect(draft).toContain(judgedWas);
    expect(draft.match(/Factory first/g)).toHaveLength(1);
  });

  test('[EXP12] the time is that of the workshop, as its reader writes it, with the full stop right behind it', () => {
    const at = composeDraft(session.state).lines['goal:i2']?.endorsement?.changed?.at ?? 0;
    const { day, time } = datesIn(locale, timeZoneOf(session.state.design));
    for (const page of [step, draft]) expect(page).toContain(`: ${day(at)}, ${time(at)}.`);
  });
});
