// Tells a database's many ways of failing apart: what is certain not to be written, and what is not certain.
import { StorageError, type StorageFailure } from './event-store';

/** Disk full (53100). Configuration and too many connections, of the same class, pass by themselves. */
const FULL = '53100';
const UNIQUE_VIOLATION = '23505';
/** Serialization, deadlock, shutting down, connection trouble, out of memory or connections, lock timeout. */
const PASSING = /^(08|57|53|40|55|25006|58)/;

/** The five-character SQLSTATE, however deep Prisma and its adapter have wrapped it. */
function sqlState(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 6) return undefined;
  const { originalCode, code, meta, cause, driverAdapterError } = error as Record<string, unknown>;
  for (const candidate of [originalCode, code, (meta as Record<string, unknown> | undefined)?.code]) {
    // Prisma's own codes begin with P and a digit (P2010); SQLSTATE P0001 would too but we raise none.
    if (typeof candidate === 'string' && /^[0-9A-Z]{5}$/.test(candidate) && !/^P\d{4}$/.test(candidate))
      return candidate;
  }
  const meta2 = meta as Record<string, unknown> | undefined;
  return (
    sqlState(cause, depth + 1) ??
    sqlState(driverAdapterError, depth + 1) ??
    sqlState(meta2?.driverAdapterError, depth + 1) ??
    sqlState(meta2?.cause, depth + 1)
  );
}

function failureOf(error: unknown): StorageFailure {
  const state = sqlState(error);
  if (state === FULL) return 'full';
  if (state === UNIQUE_VIOLATION) return 'moved_on';
  // No SQLSTATE: the database did not answer (socket closed, timed out), so nothing is certain.
  if (state === undefined || PASSING.test(state)) return 'unavailable';
  return 'broken';
}

/** Prisma turns the SQLSTATE of its own queries into P2002; raw queries keep it. */
export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'P2002' || sqlState(error) === UNIQUE_VIOLATION;
}

export function asStorageError(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError(failureOf(error), { cause: error });
}
