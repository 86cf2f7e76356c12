// Tells the facilitator at the terminal, and scripts through start.json, where everything is.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { findAddresses, phoneOrigin } from './addresses';
import type { Environment } from './environment';
import { say } from './words.cjs';
import { writePrivateFile } from './write-private-file';

/** What the running server knows of its ready session. */
export type ReadySession = {
  port: number;
  code: string;
  facilitatorToken: string;
  screenToken: string;
  organiserToken: string;
};

/** The content of start.json. It is there only while the server listens. */
export type StartFile = {
  url: string;
  lanUrls: string[];
  code: string;
  joinUrl: string;
  screenUrl: string;
  facilitatorUrl: string;
  organiserUrl: string;
  pid: number;
};

export function announce(environment: Environment, session: ReadySession): StartFile {
  const start = buildStartFile(environment, session);
  writePrivateFile(startFile(environment.dataFolder), start);
  console.log(renderAnnouncement(start));
  return start;
}

/** Called before anything else at start, since a killed server could not do it, and again when it stops. */
export function withdraw(dataFolder: string): void {
  rmSync(startFile(dataFolder), { force: true });
}

export function buildStartFile(
  environment: Environment,
  { port, code, facilitatorToken, screenToken, organiserToken }: ReadySession,
): StartFile {
  const { url, localUrl, lanUrls } = findAddresses(environment.host, port);
  return {
    url,
    lanUrls,
    code,
    joinUrl: `${phoneOrigin(environment, port)}/j/${code}`,
    // Links of this laptop: "localhost" is a secure context, and the tokens in them stay off the network.
    screenUrl: `${localUrl}/screen/${code}#${screenToken}`,
    facilitatorUrl: `${localUrl}/console/${code}#${facilitatorToken}`,
    organiserUrl: `${localUrl}/organiser#${organiserToken}`,
    pid: process.pid,
  };
}

function renderAnnouncement({
  url,
  lanUrls,
  code,
  joinUrl,
  screenUrl,
  facilitatorUrl,
  organiserUrl,
}: StartFile): string {
  return [
    '',
    renderCode(joinUrl),
    '',
    `  ${say('join')}  ${joinUrl}`,
    `  ${say('code')}  ${code}`,
    '',
    `  ${say('onThisComputer')}  ${url}`,
    ...(lanUrls.length ? [`  ${say('onTheNetwork')}  ${lanUrls.join('  ')}`] : [`  ${say('noNetwork')}`]),
    `  ${say('wall')}  ${screenUrl}`,
    `  ${say('facilitator')}  ${facilitatorUrl}`,
    `  ${say('organiser')}  ${organiserUrl}`,
    '',
    `  ${say('howToStop')}`,
    '',
  ].join('\n');
}

function renderCode(joinUrl: string): string {
  const code = renderUnicodeCompact(joinUrl, { border: 2 });
  if (!process.stdout.isTTY) return code;
  // White on black whatever the terminal's own colours: many phones do not read a code with light and dark exchanged.
  return code.replace(/^.*$/gm, '\x1b[97;40m$&\x1b[0m');
}

function startFile(dataFolder: string): string {
  return join(dataFolder, 'start.json');
}
