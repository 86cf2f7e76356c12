// Checks one archive on a thread of its own.
import type { BadVerdict, GoodVerdict, Known } from '../verify/check-archive';
import type { Ends } from './ends-of';
import { onThread } from './on-thread';

/** A good archive comes with what its session is listed by. */
export type Checked = BadVerdict | (GoodVerdict & { readonly ends: Ends });

export function checkOnThread(file: string, known: Known): Promise<Checked> {
  return onThread('check-worker.ts', { file, known });
}
