// `npm start` and `npm run dev`. This first file is written so that even a very old Node can read it and say so.
import { createRequire } from 'node:module';
import process from 'node:process';

const need = { major: 20, minor: 19 };
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const load = createRequire(import.meta.url);

function sayTooOld() {
  const values = { need: `${need.major}.${need.minor}`, have: process.versions.node };
  try {
    return load('./words.cjs').say('nodeTooOld', values);
  } catch {
    return `Eles needs Node.js ${values.need} or newer and this is ${values.have}: install a newer one from https://nodejs.org.`;
  }
}

if (major < need.major || (major === need.major && minor < need.minor)) {
  console.error(sayTooOld());
  process.exitCode = 1;
} else {
  import('./launch.mjs').then(({ launch }) => launch({ dev: process.argv.includes('--dev') }));
}
