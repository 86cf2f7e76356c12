// The difference between two views as a JSON Merge Patch (RFC 7396), and its application.
// Views hold no null, so null is free to mean "remove".

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** `Object.hasOwn` is younger than the oldest phones that patch a view. */
// biome-ignore lint/suspicious/noPrototypeBuiltins: called on the prototype, and for the reason above
const hasOwn = (object: object, key: string) => Object.prototype.hasOwnProperty.call(object, key);

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => hasOwn(b, key) && same(a[key], b[key]));
}

/** The patch that turns `before` into `after`, or undefined when they are equal. Arrays are replaced whole. */
export function diff(before: JsonObject, after: JsonObject): JsonObject | undefined {
  // Parts untouched by a fact are the very same object, so this costs what changed, not the size of the view.
  if (before === after) return undefined;
  const patch: Record<string, Json> = {};
  for (const key of Object.keys(before)) if (!hasOwn(after, key)) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const old = hasOwn(before, key) ? before[key] : undefined;
    if (isObject(old) && isObject(value)) {
      const inner = diff(old, value);
      if (inner !== undefined) patch[key] = inner;
    } else if (!same(old, value)) {
      patch[key] = value;
    }
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}

/** A new object; `target` is left as it was. */
export function applyPatch(target: JsonObject, patch: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (isObject(value)) {
      const old = hasOwn(result, key) ? result[key] : undefined;
      result[key] = applyPatch(isObject(old) ? old : {}, value);
    } else result[key] = value;
  }
  return result;
}
