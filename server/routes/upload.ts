// A file that is sent as the body of a request, kept on disk while somebody works with it.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

class TooLarge extends Error {}

/** What `use` makes of the file, or `too_large`. The file is gone afterwards. */
export async function withUpload<T>(
  request: IncomingMessage,
  largest: number,
  use: (file: string) => Promise<T>,
): Promise<T | 'too_large'> {
  if (Number(request.headers['content-length'] ?? 0) > largest) {
    request.resume();
    return 'too_large';
  }
  const folder = await mkdtemp(join(tmpdir(), 'eles-upload-'));
  const file = join(folder, 'upload');
  let size = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largest) done(new TooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(request, measured, createWriteStream(file, { mode: 0o600 }));
    return await use(file);
  } catch (error) {
    if (error instanceof TooLarge) return 'too_large';
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
