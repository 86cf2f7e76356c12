// What a session's log says of itself: when it began, and the hash it ends with now.
import { hashLine, readLine } from '../live/log-line';
import type { Room } from '../live/room';
import type { Services } from './services';

/** `date` in milliseconds since 1970. */
export async function logFacts(
  { state, sessionId }: Pick<Room, 'state' | 'sessionId'>,
  { store }: Pick<Services, 'store'>,
): Promise<{ readonly date: number; readonly closingHash: string }> {
  const [[first], [last]] = await Promise.all([store.read(sessionId, 0, 1), store.read(sessionId, state.seq - 1, 1)]);
  if (first === undefined || last?.seq !== state.seq) throw new Error(`the log of ${sessionId} has a hole`);
  return { date: readLine(first.body).recorded.at, closingHash: hashLine(last.body) };
}
