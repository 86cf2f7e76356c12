// What is worked out once and kept: a constant that is dear to make, and the answer of a pure function to an object that never
// changes. Nothing else is kept outside the container (tests/architecture.test.ts): neither of these can be told anything,
// so two servers in one process learn nothing of each other.

/** Made when it is first asked for. What could not be made yet (undefined) is asked for again. */
export function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Forgotten with the object. What else the answer hangs on is named by `settledBy` and compared one by one with what it was: the
 * latest answer is kept. Whatever of `rest` is not named may only help to work it out.
 */
export function oncePer<Key extends object, Rest extends readonly unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
  settledBy: (...rest: Rest) => readonly unknown[] = () => [],
): (key: Key, ...rest: Rest) => Value {
  const made = new WeakMap<Key, { readonly value: Value; readonly by: readonly unknown[] }>();
  return (key, ...rest) => {
    const by = settledBy(...rest);
    const known = made.get(key);
    if (known !== undefined && by.every((one, at) => one === known.by[at])) return known.value;
    const value = make(key, ...rest);
    made.set(key, { value, by });
    return value;
  };
}
