// Reads a request's body with a hard limit: nobody makes the server hold more than it asked for.
import type { IncomingMessage } from 'node:http';
import { LARGEST_MESSAGE } from '../../engine/limits';

/** `too_large` as soon as that is clear; the rest is not kept. */
export async function readBody(request: IncomingMessage, limit = LARGEST_MESSAGE): Promise<string | 'too_large'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume();
    return 'too_large';
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? 'too_large' : Buffer.concat(chunks).toString('utf8');
}

/** Undefined for what is not JSON; an empty body is an empty object. */
export function parseJson(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
