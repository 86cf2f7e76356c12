// An archive on its way into this server: the organiser sends it, and is told how far it can be believed.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readExpectation } from '../../audit/expectation';
import { canBePrinted } from '../../export/logo-page';
import { checkOnThread } from '../../import/check-on-thread';
import { type Imported, type ImportRefusal, importArchive } from '../../import/import-archive';
import type { ImportAnswer } from '../../protocol/organiser';
import type { HttpContext } from './context';
import { linkTo } from './links';
import { refuse, sendJson } from './reply';
import { withUpload } from './upload';

/** A thousand people make about 20 MB. */
const LARGEST_ARCHIVE = 512 * 1024 * 1024;

const STATUS: Readonly<Record<ImportRefusal['code'], number>> = {
  not_verified: 422,
  not_ended: 409,
  code_taken: 409,
  differs: 409,
};

/**
 * `?expect=`: a closing hash or a key's fingerprint that the file has to fit. `?replace=`: closing hashes, with commas
 * between, of the imported sessions that the organiser has seen and wants set aside for this file.
 */
export async function importOne(
  request: IncomingMessage,
  response: ServerResponse,
  context: HttpContext,
): Promise<true> {
  const { store, sessions, imports, documents, rooms, inTurn } = context;
  const given = context.url.searchParams.get('expect') ?? undefined;
  const expect = given === undefined ? undefined : readExpectation(given);
  if (given !== undefined && expect === undefined) return refuse(response, 'malformed');
  const replace = (context.url.searchParams.get('replace') ?? '').split(',');
  const { own: ownKeys } = await context.serverKey();
  const result = await withUpload(request, LARGEST_ARCHIVE, (file) =>
    inTurn(() =>
      importArchive(
        file,
        { expect, replace },
        {
          store,
          sessions,
          imports,
          ownKeys,
          check: checkOnThread,
          write: context.writeFacts,
          canBePrinted: (organisations) => canBePrinted(organisations, documents),
          withhold: (code) => rooms.withhold(code),
          now: () => new Date(),
        },
      ),
    ),
  );
  if (result === 'too_large') return refuse(response, 'too_large');
  if (!result.ok) return sendJson(response, STATUS[result.code], result);
  return sendJson(response, result.known ? 200 : 201, answerOf(result, context));
}

function answerOf({ code, known, sessionId, verdict }: Imported, context: HttpContext): ImportAnswer {
  const { facts, confirmed, rules, expectedAt, signedBy } = verdict;
  const proof = {
    facts,
    verdict: verdict.verdict,
    confirmed,
    rules,
    ...(expectedAt === undefined ? {} : { expectedAt }),
    signedBy,
  };
  return { ok: true, code, known, proof, facilitatorUrl: linkTo('facilitator', { sessionId, code }, context) };
}
