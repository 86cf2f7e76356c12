// Names of columns that differ: groups and districts are named by people, who may call one like another, or like a column of ours.

/** A name that stands there already gets a number, from 2. */
export function distinctNames<Name extends string | number>(names: readonly Name[]): readonly (Name | string)[] {
  const taken = new Set(names.map(String));
  const seen = new Set<string>();
  return names.map((name) => {
    if (!seen.has(String(name))) {
      seen.add(String(name));
      return name;
    }
    let number = 2;
    while (taken.has(`${name} (${number})`)) number += 1;
    const other = `${name} (${number})`;
    taken.add(other);
    return other;
  });
}
