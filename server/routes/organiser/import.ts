// An archive on its way into this server: the organiser sends it, and is told how far it can be believed.
import { readExpectation } from '../../audit/expectation';
import type { OrganiserScope } from '../../auth/scopes';
import { canBePrinted } from '../../export/logo-page';
import { checkOnThread } from '../../import/check-on-thread';
import { type Imported, type ImportRefusal, importArchive } from '../../import/import-archive';
import type { ImportAnswer } from '../../protocol/organiser';
import { jsonAnswer, refuse } from '../answer';
import { linkTo } from '../links';
import { file, route } from '../row';
import type { Services } from '../services';
import { withUpload } from '../upload';
import { organiser } from '../who';

/** A thousand people make about 20 MB. */
const LARGEST_ARCHIVE = 512 * 1024 * 1024;

const STATUS: Readonly<Record<ImportRefusal['code'], number>> = {
  not_verified: 422,
  not_ended: 409,
  code_taken: 409,
  differs: 409,
};

export const importRows = [
  route({
    method: 'POST',
    path: '/api/organiser/archives',
    who: organiser,
    says: 'Takes in the archive of a session that has ended.',
    // `expect`: a closing hash or a key's fingerprint that the file has to fit. `replace`: closing hashes, with commas
    // between, of the imported sessions that the organiser has seen and wants set aside for this file.
    query: ['expect', 'replace'],
    body: file(LARGEST_ARCHIVE),
    async answer(scope, { query, body }, { services }) {
      const { store, sessions, imports, documents, rooms, inTurn } = services;
      const expect = query.expect === undefined ? undefined : readExpectation(query.expect);
      if (query.expect !== undefined && expect === undefined) return refuse('malformed');
      const replace = (query.replace ?? '').split(',');
      const { own: ownKeys } = await services.serverKey();
      const result = await withUpload(body, LARGEST_ARCHIVE, (path) =>
        inTurn(() =>
          importArchive(
            scope,
            path,
            { expect, replace },
            {
              store,
              sessions,
              imports,
              ownKeys,
              check: checkOnThread,
              write: services.writeFacts,
              canBePrinted: (organisations) => canBePrinted(organisations, documents),
              withhold: (code) => rooms.withhold(code),
              now: () => new Date(),
            },
          ),
        ),
      );
      if (result === 'too_large') return refuse('too_large');
      if (!result.ok) return jsonAnswer(STATUS[result.code], result);
      return jsonAnswer(result.known ? 200 : 201, answerOf(scope, result, services));
    },
  }),
];

function answerOf(
  scope: OrganiserScope,
  { code, known, sessionId, verdict }: Imported,
  services: Services,
): ImportAnswer {
  const { facts, confirmed, rules, expectedAt, signedBy, notRecounted } = verdict;
  const proof = {
    facts,
    verdict: verdict.verdict,
    confirmed,
    rules,
    ...(expectedAt === undefined ? {} : { expectedAt }),
    signedBy,
    ...(notRecounted === undefined ? {} : { notRecounted }),
  };
  return { ok: true, code, known, proof, facilitatorUrl: linkTo(scope, 'facilitator', { sessionId, code }, services) };
}
