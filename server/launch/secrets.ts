// The server's own secret: made at the first start, kept in a file only its owner may read. There is no default one.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StartProblem } from './words.cjs';
import { writePrivateFile } from './write-private-file';

const shape = z.object({
  /** Signs the links of facilitator and wall, and turns a device's token into a participant's id. */
  secret: z.base64url().min(43),
});

export type Secrets = z.infer<typeof shape>;

export function loadSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    const made: Secrets = { secret: randomBytes(32).toString('base64url') };
    writePrivateFile(file, made);
    return made;
  }
  chmodSync(file, 0o600);
  // A new secret would turn away everybody who has joined: a damaged file is for a person to look at.
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new StartProblem('secretsUnreadable', { file }, { cause });
  }
}
