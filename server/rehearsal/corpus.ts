// What the made-up people say: the priorities shipped with the template.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Saying } from '../engine/activities/practice';

const FILE = path.join(__dirname, '..', '..', 'prisma', 'templates', 'priorities-ky-ru-en.jsonl');

export function loadSayings(): readonly Saying[] {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Saying);
}
