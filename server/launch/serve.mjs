// Hands over to the TypeScript half of the server. Imported by the launcher, or run as a process of its own in development.
import { createRequire } from 'node:module';
import process from 'node:process';

// No outside request is ever made: both tools would report to their makers.
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.env.CHECKPOINT_DISABLE = '1';

const load = createRequire(import.meta.url);
load('tsx/cjs');
await load('../index.ts').main();
