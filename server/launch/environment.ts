// The settings a person may give, read once at start. `.env.example` explains each.
import { resolve } from 'node:path';
import * as z from 'zod';
import { isNetwork } from '../auth/caller';
import { StartProblem } from './words.cjs';

const shape = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ELES_DATA_DIR: z.string().min(1).default('.data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== ''))
    .refine((entries) => entries.every(isNetwork))
    .optional(),
  NODE_ENV: z.string().optional(),
});

export type Environment = {
  host: string;
  /** 0 asks the system for a free one. */
  port: number;
  /** Without it an embedded Postgres runs in the data folder. */
  databaseUrl?: string | undefined;
  dataFolder: string;
  /** What phones are told instead of the laptop's own address: scheme, host and port. */
  publicUrl?: string | undefined;
  /** Addresses and networks of the proxies in front, whose X-Forwarded-* headers are believed. */
  trustedProxies?: readonly string[] | undefined;
  dev: boolean;
};

export function readEnvironment(env: Record<string, string | undefined> = process.env): Environment {
  // An empty line in .env means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new StartProblem('badSetting', { name, value: env[name] ?? '' });
  }
  const { HOST, PORT, DATABASE_URL, ELES_DATA_DIR, PUBLIC_URL, TRUSTED_PROXIES, NODE_ENV } = parsed.data;
  // Cookies, forms and the pages' own files live at the root: below a path they would be the proxy's other pages'.
  if (PUBLIC_URL !== undefined && !/^\/+$/.test(new URL(PUBLIC_URL).pathname))
    throw new StartProblem('subPath', { value: PUBLIC_URL });
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    dataFolder: resolve(ELES_DATA_DIR),
    publicUrl: PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL).origin,
    trustedProxies: TRUSTED_PROXIES,
    dev: NODE_ENV === 'development',
  };
}
