// A made-up person fills in a ballot, some too full at first, some twice; the facilitator chooses the goals.
import type { Ballot } from '../../commands';
import type { MadeUpFacilitator, Practice } from '../practice';
import { canonicalBallot, fillIn, overdo } from './practised-ballot';
import type { VoteView } from './types';

/** Why the last of the selected is no goal. */
const LET_GO = 'Бул иш буга чейин эле башталган, ошондуктан максат катары калтырган жокпуз.';

export const practice: Practice<'vote'> = {
  seconds: 160,
  async takePart(person, { id: activityId, options, settings: { method } }) {
    const { dice } = person;
    if (options.length === 0) return;
    /** What stands by the answers so far: says beforehand whether a wish can change anything. */
    let standing: string | undefined;
    const cast = async (ballot: Ballot) => {
      const text = canonicalBallot(ballot);
      const changesNothing = standing === text;
      if (await person.send({ type: 'ballot.cast', activityId, ...ballot }, { changesNothing })) standing = text;
    };
    await person.pause(1.5);
    const favourites = dice.shuffle(options.map((option) => option.id));
    const tooMuch = person.overspends ? overdo(method, favourites) : undefined;
    if (tooMuch !== undefined) {
      if (await person.send({ type: 'ballot.cast', activityId, ...tooMuch }, { once: true }))
        throw new Error(`a ballot over the limit was counted in ${activityId}`);
      await person.pause(8);
    }
    await cast(fillIn(method, favourites, dice));
    if (!person.changesMind) return;
    await person.pause(5);
    if (dice.chance(0.4)) {
      const changesNothing = standing === undefined;
      if (await person.send({ type: 'ballot.withdraw', activityId }, { changesNothing })) standing = undefined;
    }
    if (dice.chance(0.8)) await cast(fillIn(method, dice.shuffle(favourites), dice));
  },
  whenRevealed: chooseGoals,
};

/** What the vote selected; the last of it is let go for a reason, as happens in halls; then the wording of one goal. */
async function chooseGoals(facilitator: MadeUpFacilitator, activity: VoteView): Promise<void> {
  const selected = activity.outcome?.selected ?? [];
  await facilitator.pause(15);
  if (selected.length === 0) return;
  const priorityIds = selected.length > 2 ? selected.slice(0, -1) : selected;
  const differs = priorityIds.length < selected.length;
  await facilitator.wish({
    type: 'goals.choose',
    activityId: activity.id,
    priorityIds,
    ...(differs ? { reason: { text: LET_GO, lang: 'ky' } } : {}),
  });
  facilitator.note(`${priorityIds.length} goals chosen`);
  const line = facilitator.view().draft.lines[`goal:${priorityIds[0]}`];
  if (line === undefined) return;
  const { text, lang } = line.text;
  // As it should have been typed; or, if it was, as a sentence.
  const clean = facilitator.madeFrom.get(priorityIds[0] ?? '')?.[lang] ?? text;
  await facilitator.wish({
    type: 'line.edit',
    lineId: line.id,
    base: line.version ?? 0,
    text: clean === text ? `${text}.` : clean,
    lang,
  });
}
