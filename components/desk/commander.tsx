'use client';
// Sends the facilitator's wishes and says plainly what became of them: done, or refused and why.
import { useTranslations } from 'next-intl';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FacilitatorCommand } from '../../server/engine/commands';
import { type Answer, useRoom } from '../live/provider';
import { randomId } from '../live/random-id';
import { deskId } from './desk-id';
import { readDeskName } from './desk-name';

export type Notice = { readonly kind: 'done' | 'refused'; readonly text: string };
export type Commander = {
  /**
   * True when every wish was counted. Stops at the first that was refused. `seen`: the `rev` of what the wish was made
   * of, for dialogs and forms that have been open for a while; what is on the page now without it.
   */
  run(commands: readonly FacilitatorCommand[], done?: string, seen?: number): Promise<boolean>;
  say(notice: Notice | undefined): void;
  /** A wish is on its way: its button waits instead of sending it twice. */
  readonly busy: boolean;
  readonly notice: Notice | undefined;
  /** A dialog is open: what is behind it stays until it is closed, whatever other desks do. The answer lets go. */
  hold(): () => void;
  readonly held: boolean;
};

/** What went well need not be dismissed; a refusal stays until it is. */
const DONE_MS = 8_000;

const CommanderContext = createContext<Commander | undefined>(undefined);

export function CommanderProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('Console');
  const refusals = useTranslations('Refusal');
  const { send, rev } = useRoom<'facilitator'>();
  // What is on the page, which may be a moment behind what has arrived.
  const onPage = useRef(rev);
  useLayoutEffect(() => {
    onPage.current = rev;
  }, [rev]);
  const [underWay, setUnderWay] = useState(0);
  const [notice, say] = useState<Notice>();

  useEffect(() => {
    if (notice?.kind !== 'done') return;
    const timer = setTimeout(() => say(undefined), DONE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const run = useCallback(
    async (commands: readonly FacilitatorCommand[], done?: string, lookedAt = onPage.current) => {
      const why = (answer: Exclude<Answer, { readonly ok: true }>) =>
        answer.code === 'no_answer' ? t('noAnswer') : refusals(answer.code, 'params' in answer ? answer.params : {});
      setUnderWay((count) => count + 1);
      let seen = lookedAt;
      // Several wishes of one press are taken back together.
      const press = commands.length > 1 ? { press: randomId() } : {};
      try {
        for (const command of commands) {
          const by = readDeskName();
          const answer = await send({ ...command, desk: deskId(), seen, ...press, ...(by === '' ? {} : { by }) });
          if (answer.ok) {
            // What follows in the same press builds on what it has just done.
            seen = Math.max(seen, answer.seq);
            continue;
          }
          say({ kind: 'refused', text: t('notDone', { why: why(answer) }) });
          return false;
        }
        say(done === undefined ? undefined : { kind: 'done', text: done });
        return true;
      } finally {
        setUnderWay((count) => count - 1);
      }
    },
    [send, t, refusals],
  );

  const [holds, setHolds] = useState(0);
  const hold = useCallback(() => {
    setHolds((count) => count + 1);
    return () => setHolds((count) => count - 1);
  }, []);
  const commander = useMemo(
    () => ({ run, say, busy: underWay > 0, notice, hold, held: holds > 0 }),
    [run, underWay, notice, hold, holds],
  );
  return <CommanderContext value={commander}>{children}</CommanderContext>;
}

export function useCommander(): Commander {
  const commander = useContext(CommanderContext);
  if (commander === undefined) throw new Error('useCommander needs a CommanderProvider above it');
  return commander;
}
