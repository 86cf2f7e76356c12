'use client';
// How the room feels, once it is shown.
import type { PulseView } from '../../../server/engine/activities/pulse/types';
import { useLocalText } from '../../ui/words';
import type { ScreenFace } from '../face';

export const pulseScreen: ScreenFace<'pulse'> = { Scene: PulseScreen };

function PulseScreen({ activity: { moods, counts = {} } }: { readonly activity: PulseView }) {
  const local = useLocalText();
  return (
    <ul>
      {moods.map(({ id, name }) => (
        <li key={id}>
          {local(name)} {counts[id]}
        </li>
      ))}
    </ul>
  );
}
