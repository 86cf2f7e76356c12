// Join codes in memory: a guesser's thousands of wrong ones must not cost the database anything, or they would hold up
// votes. What another process added is found all the same, a few misses a second being asked about.
import type { Imports } from './imports';
import type { Sessions } from './sessions';

/** Misses that are asked about in a second. */
const ASKED_PER_SECOND = 5;

type Rows = { readonly sessions: Sessions; readonly imports: Imports };

export function withKnownCodes({ sessions, imports }: Rows, clock: () => number): Rows {
  let loading: Promise<Set<string>> | undefined;
  let second = 0;
  let asked = 0;

  function known(): Promise<Set<string>> {
    loading ??= sessions.codes().then(
      (codes) => new Set(codes),
      (error) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  function mayAsk(): boolean {
    const now = Math.floor(clock() / 1_000);
    if (now !== second) [second, asked] = [now, 0];
    asked += 1;
    return asked <= ASKED_PER_SECOND;
  }

  async function add(code: string): Promise<void> {
    (await loading)?.add(code);
  }

  const withCodes: Sessions = {
    ...sessions,
    async findByCode(code) {
      if (!(await known()).has(code) && !mayAsk()) return undefined;
      const row = await sessions.findByCode(code);
      if (row !== undefined) await add(code);
      return row;
    },
    async create(session, fact) {
      const done = await sessions.create(session, fact);
      if (done) await add(session.code);
      return done;
    },
  };
  return {
    sessions: withCodes,
    imports: {
      ...imports,
      async finish(session, closingHash) {
        const done = await imports.finish(session, closingHash);
        if (done) await add(session.code);
        return done;
      },
    },
  };
}
