// A made-up person judges every goal and some of the actions, line by line; one or the other takes a judgement back.
import { AGREEMENT_LEVELS, type AgreementLevel, type LineId } from '../../vocabulary';
import type { Practice } from '../practice';

/** Nobody reads a hundred lines on a phone. */
const ACTION_LINES_JUDGED = 10;
/** How likely each of the eight levels is, from full agreement down. */
const WEIGHTS = [38, 22, 14, 8, 7, 5, 5, 1];

export const practice: Practice<'endorse'> = {
  seconds: 170,
  async takePart(person, { id: activityId, lines }) {
    const { dice } = person;
    /** What stands by the answers so far: says beforehand whether a wish can change anything. */
    const judged = new Map<LineId, AgreementLevel>();
    const give = async (lineId: LineId, level: AgreementLevel) => {
      const changesNothing = judged.get(lineId) === level;
      const counts = await person.send({ type: 'endorsement.give', activityId, lineId, level }, { changesNothing });
      if (counts) judged.set(lineId, level);
    };
    const actions = dice.shuffle(lines.filter(({ kind }) => kind === 'action')).slice(0, ACTION_LINES_JUDGED);
    const read = lines.filter((one) => one.kind === 'goal' || actions.includes(one));
    for (const { id: lineId } of read) {
      await person.pause(read.length + 2);
      if (dice.chance(0.08)) continue;
      const likely = Object.fromEntries(WEIGHTS.map((weight, at) => [String(at + 1), weight]));
      const level = AGREEMENT_LEVELS[Number(dice.weighted(likely)) - 1] ?? 4;
      // The next line is read while the phone still sends.
      person.meanwhile(give(lineId, level));
    }
    const [first] = read;
    if (first === undefined || !person.changesMind || !dice.chance(0.4)) return;
    await person.allAnswered();
    await give(first.id, 6);
    const changesNothing = !judged.has(first.id);
    await person.send({ type: 'endorsement.withdraw', activityId, lineId: first.id }, { changesNothing });
  },
};
