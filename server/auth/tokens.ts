// Credentials. A participant's is a random device token; facilitator and screen hold a keyed hash of their session, the
// organiser one of the server.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ParticipantId } from '../engine/vocabulary';

export type LinkRole = 'facilitator' | 'screen';

export type Tokens = {
  /** Same device and session, same participant; nothing about the device can be read back from it. */
  participantId(sessionId: string, deviceToken: string): ParticipantId;
  linkToken(role: LinkRole, sessionId: string): string;
  fits(token: string, role: LinkRole, sessionId: string): boolean;
  /** Of whoever is responsible for the whole server: its workshops, its sessions, what is brought in from elsewhere. */
  readonly organiserToken: string;
  isOrganiser(token: string): boolean;
};

const SHORTEST_SECRET = 32;

export function createTokens(secret: string): Tokens {
  if (secret.length < SHORTEST_SECRET) throw new Error(`The secret must have at least ${SHORTEST_SECRET} characters.`);
  const keyed = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  const linkToken = (role: LinkRole, sessionId: string) => keyed(`${role}|${sessionId}`);
  const organiserToken = keyed('organiser');
  return {
    participantId: (sessionId, deviceToken) => keyed(`${sessionId}|${deviceToken}`).slice(0, 22),
    linkToken,
    fits: (token, role, sessionId) => isSame(token, linkToken(role, sessionId)),
    organiserToken,
    isOrganiser: (token) => isSame(token, organiserToken),
  };
}

/** In a time that tells nothing about where they differ. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** 128 random bits: 22 characters of base64url. */
export function newDeviceToken(): string {
  return randomBytes(16).toString('base64url');
}

export function isDeviceToken(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);
}
