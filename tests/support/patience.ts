// How tests wait: for a condition, never for a time. Limits are far above need, so that a busy machine fails nothing and only
// what never comes does.

/** A tenth of this is plenty on a quiet machine, for a browser too. */
export const PATIENCE_MS = 120_000;

const LOOK_AGAIN_MS = 10;

/** Throws once `what` has been waited for in vain. */
export async function until(holds: () => boolean | Promise<boolean>, what: string | (() => string)): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
