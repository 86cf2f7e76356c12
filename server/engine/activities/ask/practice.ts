// A made-up person answers an open question once or twice.
import { hideByMistake, write } from '../ideas/practice';
import type { Practice } from '../practice';

export const practice: Practice<'ask'> = {
  seconds: 110,
  async takePart(person, { id }) {
    const fitting = person.sayings.filter(({ answerTo }) => answerTo === id);
    const pool = fitting.length > 0 ? fitting : person.sayings.filter(({ answerTo }) => answerTo !== undefined);
    await write(person, id, pool, person.dice.int(1, 2));
  },
  whenClosed: hideByMistake,
};
