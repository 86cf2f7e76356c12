// A made-up person says how it is, and some say it again otherwise.
import type { Practice } from '../practice';

export const practice: Practice<'pulse'> = {
  seconds: 30,
  async takePart(person, { id: activityId, moods }) {
    for (let times = person.changesMind ? 2 : 1; times > 0; times--) {
      await person.pause(2);
      await person.send({ type: 'pulse.tell', activityId, mood: person.dice.pick(moods).id });
    }
  },
};
