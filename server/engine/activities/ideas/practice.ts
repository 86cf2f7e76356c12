// How made-up people write ideas: in their own words, now and then supporting somebody else's instead, or changing their mind.
import type { ActivityId, IdeaId } from '../../vocabulary';
import type { MadeUpFacilitator, MadeUpPerson, Saying, Words } from '../practice';

/** How many of those who type look at the ideas shown below their words. */
const LOOKS_AT_SIMILAR = 0.35;

type Written = { readonly ideaId: IdeaId; readonly saying: Saying; readonly text: string; counted: boolean };

/** Writes down some sayings; those who change their mind then put one right and take one back. */
export async function write(
  person: MadeUpPerson,
  activityId: ActivityId,
  pool: readonly Saying[],
  count: number,
): Promise<void> {
  const { dice, lang } = person;
  if (pool.length === 0) return;
  const written: Written[] = [];
  for (const saying of dice.shuffle(pool).slice(0, count)) {
    await person.pause(count + 1);
    const ideaId = person.newId();
    const text = person.say(saying);
    if (await supportInstead(person, { activityId, text, ...placeOf(saying) })) continue;
    person.remember(ideaId, saying);
    const idea = { ideaId, saying, text, counted: false };
    written.push(idea);
    const sent = person.send({ type: 'idea.submit', activityId, ideaId, text, lang, ...placeOf(saying) });
    // Not waited for: typing goes on while the phone sends.
    person.meanwhile(
      sent.then((counted) => {
        idea.counted = counted;
      }),
    );
  }
  if (!person.changesMind) return;
  await person.pause(count + 1);
  const [first, second] = written;
  await person.allAnswered();
  if (first?.counted) await putRight(person, activityId, first);
  if (second !== undefined && dice.chance(0.5))
    await person.send({ type: 'idea.withdraw', ideaId: second.ideaId }, { changesNothing: !second.counted });
}

/** The same thing without the slips. */
async function putRight(person: MadeUpPerson, activityId: ActivityId, { ideaId, saying, text: before }: Written) {
  const { lang } = person;
  const text = saying[lang];
  // A slip that only doubles a space is gone once it is stored.
  const changesNothing = text === before.replace(/\s+/g, ' ').trim();
  const submit = { type: 'idea.submit', activityId, ideaId, text, lang, ...placeOf(saying) } as const;
  await person.send(submit, { changesNothing, once: true });
}

/** While typing some look at what the phone shows, and stand behind somebody else's words. Few take that back. */
async function supportInstead(person: MadeUpPerson, words: Words): Promise<boolean> {
  const { dice } = person;
  if (!dice.chance(LOOKS_AT_SIMILAR)) return false;
  const ideaId = await person.alikeTo(words);
  if (ideaId === undefined) return false;
  const counts = await person.send({ type: 'idea.support', ideaId });
  if (counts && dice.chance(0.1)) await person.send({ type: 'idea.unsupport', ideaId });
  return counts;
}

function placeOf({ themeId, horizonId }: Saying) {
  return themeId === undefined || horizonId === undefined ? {} : { themeId, horizonId };
}

/** The facilitator hides something by mistake and takes it back. */
export async function hideByMistake(facilitator: MadeUpFacilitator, activityId: ActivityId): Promise<void> {
  await facilitator.pause(4);
  const view = facilitator.view();
  const ideas = Object.entries(view.ideas).filter(([, idea]) => idea.activityId === activityId);
  const [[ideaId] = []] = ideas.sort(([, a], [, b]) => a.order - b.order);
  const [actionId] = Object.keys(view.actions);
  if (ideaId !== undefined) await facilitator.wish({ type: 'idea.hide', ideaId });
  else if (actionId !== undefined) await facilitator.wish({ type: 'action.hide', actionId });
  else return;
  await facilitator.undo();
}
