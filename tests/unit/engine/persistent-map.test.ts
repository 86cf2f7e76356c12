import fc from 'fast-check';
import { PersistentMap } from '../../../server/engine/persistent-map';

const steps = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.integer())));

test('[LOG2] a persistent map does what a Map does, and never changes an older version', () => {
  fc.assert(
    fc.property(steps, (changes) => {
      let map = PersistentMap.empty<number>();
      const model = new Map<string, number>();
      for (const [key, value] of changes) {
        const older = [map, new Map(map.entries())] as const;
        map = value === null ? map.delete(key) : map.set(key, value);
        if (value === null) model.delete(key);
        else model.set(key, value);
        expect(new Map(older[0].entries())).toEqual(older[1]);
      }
      expect(new Map(map.entries())).toEqual(model);
      expect(map.size).toBe(model.size);
      for (const [key] of changes) expect([map.has(key), map.get(key)]).toEqual([model.has(key), model.get(key)]);
      expect(new Map(PersistentMap.from(map.entries()).entries())).toEqual(model);
    }),
  );
});
