// A JSON body that fits its schema, or the refusal that has been sent.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod';
import { LARGEST_MESSAGE } from '../../engine/limits';
import { parseJson, readBody } from './body';
import { refuse } from './reply';

/** Undefined: already answered. */
export async function readJson<T>(
  request: IncomingMessage,
  response: ServerResponse,
  schema: z.ZodType<T>,
  limit = LARGEST_MESSAGE,
): Promise<T | undefined> {
  const text = await readBody(request, limit);
  if (text === 'too_large') {
    refuse(response, 'too_large');
    return undefined;
  }
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) refuse(response, 'malformed');
  return parsed.data;
}
