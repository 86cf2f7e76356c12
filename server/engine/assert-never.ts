// How a choice over all of a union ends, so that a case that is forgotten does not compile.

export function assertNever(value: never): never {
  throw new TypeError(`no case for ${JSON.stringify(value)}`);
}

/** Where something of a later version may come at run time and must stop nothing: `as` is what is then made of it. */
export function elseAs<Value>(_value: never, as: Value): Value {
  return as;
}
