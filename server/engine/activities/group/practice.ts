// The made-up facilitator joins ideas that say the same thing at the same place, one priority after the other.
import type { FacilitatorCommand } from '../../commands';
import type { IdeaId } from '../../vocabulary';
import type { MadeUpFacilitator, Practice, Saying } from '../practice';

const SECONDS = 120;
const MOST_IDEAS_IN_ONE_COMMAND = 200;

type Alike = { readonly saying: Saying; readonly ideaIds: IdeaId[] };

export const practice: Practice<'group'> = {
  seconds: SECONDS,
  async whileOpen(facilitator) {
    const several = [...alikeIn(facilitator).values()].filter(({ ideaIds }) => ideaIds.length > 1);
    let first = true;
    for (const { saying, ideaIds } of several) {
      await facilitator.pause(SECONDS / (several.length + 2));
      const merge = (text: string): FacilitatorCommand => ({
        type: 'ideas.merge',
        priorityId: facilitator.newId(),
        ideaIds: ideaIds.slice(0, MOST_IDEAS_IN_ONE_COMMAND),
        heading: { text, lang: 'ky' },
      });
      if (first) {
        // The wrong heading, noticed at once.
        await facilitator.wish(merge('?'));
        await facilitator.undo();
        first = false;
      }
      await facilitator.wish(merge(saying.ky), { unseen: true });
    }
    await facilitator.caughtUp();
    await rename(facilitator);
    facilitator.note(`${several.length} priorities made of ideas that say the same`);
  },
};

function alikeIn({ view, madeFrom }: MadeUpFacilitator): ReadonlyMap<string, Alike> {
  const alike = new Map<string, Alike>();
  const ideas = Object.entries(view().ideas).sort(([, a], [, b]) => a.order - b.order);
  for (const [id, { themeId, horizonId, hidden }] of ideas) {
    const saying = madeFrom.get(id);
    if (saying === undefined || themeId === undefined || hidden) continue;
    const key = `${themeId} ${horizonId} ${saying.id}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { saying, ideaIds: [id] });
    else known.ideaIds.push(id);
  }
  return alike;
}

async function rename(facilitator: MadeUpFacilitator): Promise<void> {
  const [id, priority] = Object.entries(facilitator.view().priorities).find(([, { merged }]) => merged) ?? [];
  if (id === undefined || priority === undefined) return;
  const { text, lang } = priority.heading;
  await facilitator.wish({ type: 'priority.rename', priorityId: id, heading: { text: `${text}.`, lang } });
}
