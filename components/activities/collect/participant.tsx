/** @jsxImportSource preact */
// Writing ideas on the phone, each for one theme and one horizon.

import type words from '../../../messages/en/activity-collect.json';
import type { CollectView } from '../../../server/engine/activities/collect/types';
import { Chips } from '../../live/phone/parts/fields';
import { localText, type Page } from '../../live/phone/parts/page';
import type { ParticipantFace } from '../phone/face';
import { OwnIdeas } from '../phone/own-ideas';

type KindWords = (typeof words)['Phone'];
declare module '../../../i18n/messages' {
  interface PhoneWords extends KindWords {}
}

/** Whoever writes for another time than the vote's should know it before, not wonder afterwards where the idea went. */
function VotedHorizons({ page, activity }: { readonly page: Page; readonly activity: CollectView }) {
  const { horizonIds, votedHorizonIds } = activity;
  if (horizonIds.length === votedHorizonIds.length) return null;
  const horizons = page.view.horizons
    .filter(({ id }) => votedHorizonIds.includes(id))
    .map(({ name }) => localText(page, name))
    .join(', ');
  return <p class="soft">{page.words.say(horizons === '' ? 'notVotedOn' : 'votedHorizons', { horizons })}</p>;
}

export const collectParticipant: ParticipantFace<'collect'> = {
  Step: CollectParticipant,
};

function CollectParticipant({ page, activity }: { readonly page: Page; readonly activity: CollectView }) {
  const { say } = page.words;
  const named = (place: { id: string; name: Parameters<typeof localText>[1] }) => ({
    id: place.id,
    text: localText(page, place.name),
  });
  const themes = page.view.themes.map(named);
  const horizons = page.view.horizons.filter(({ id }) => activity.horizonIds.includes(id)).map(named);
  const textOf = (places: readonly { id: string; text: string }[], id: string | undefined) =>
    places.find((place) => place.id === id)?.text;
  return (
    <OwnIdeas
      page={page}
      activity={activity}
      label={say('ideaLabel')}
      mineTitle={say('myIdeas')}
      placeOf={({ themeId, horizonId }) =>
        [textOf(themes, themeId), textOf(horizons, horizonId)].filter((text) => text !== undefined).join(' · ')
      }
    >
      {(base) => (
        <>
          {horizons.length > 1 ? (
            <Chips page={page} name="horizonId" base={base} legend={say('chooseHorizon')} options={horizons} />
          ) : (
            <input type="hidden" name="horizonId" value={horizons[0]?.id} />
          )}
          <VotedHorizons page={page} activity={activity} />
          <Chips page={page} name="themeId" base={base} legend={say('chooseTheme')} options={themes} />
        </>
      )}
    </OwnIdeas>
  );
}
