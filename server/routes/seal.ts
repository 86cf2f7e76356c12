// What closes a log for whoever wants to check it later: its closing hash, and the signatures under it.
import { fingerprintOf, type SealSignature } from '../audit/seal-signature';
import type { DistrictSeal } from '../engine/roll-up/district';
import type { Room } from '../live/room';
import type { Services } from './services';

type Signing = Pick<Services, 'sessions' | 'serverKey'>;

/**
 * This server signs what was run here. A session that came in keeps the signatures it came with, as far as they reach: to sign
 * it would be to vouch for what this server has not seen.
 */
export async function signaturesOf(
  { code }: Pick<Room, 'code'>,
  { count, closingHash }: { readonly count: number; readonly closingHash: string },
  { sessions, serverKey }: Signing,
): Promise<readonly SealSignature[]> {
  const row = await sessions.findByCode(code);
  if (row?.importedAt !== undefined) return row.signatures ?? [];
  const { publicKey: key, sign } = await serverKey();
  return [{ count, key, signature: sign(closingHash) }];
}

/** What a roll-up says of the log it takes figures from. */
export async function districtSealOf(
  { code, state }: Pick<Room, 'code' | 'state'>,
  { sessions, serverKey }: Signing,
): Promise<DistrictSeal> {
  const row = await sessions.findByCode(code);
  if (row?.importedAt === undefined) return { kind: 'own', key: (await serverKey()).fingerprint };
  const { signatures = [] } = row;
  const [widest] = [...signatures].sort((a, b) => b.count - a.count);
  if (widest === undefined) return { kind: 'unsigned' };
  const key = fingerprintOf(widest.key);
  return widest.count === state.seq ? { kind: 'signed', key } : { kind: 'partly', key, facts: widest.count };
}

/** Fingerprint of the key that stands for this session on wall, console and papers; undefined where none does. */
export async function keyOf(
  { code }: Pick<Room, 'code'>,
  { sessions, serverKey }: Signing,
): Promise<string | undefined> {
  const row = await sessions.findByCode(code);
  if (row?.importedAt === undefined) return (await serverKey()).fingerprint;
  const [first] = row.signatures ?? [];
  return first === undefined ? undefined : fingerprintOf(first.key);
}
