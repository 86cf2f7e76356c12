// Sessions side by side, for the organiser: made, looked at, decided about, downloaded.
import type { OrganiserScope } from '../../auth/scopes';
import type { RollUpRow } from '../../data/roll-ups';
import { oncePer } from '../../engine/once';
import { decideRollUp } from '../../engine/roll-up/decide-roll-up';
import type { RollUpDesign } from '../../engine/roll-up/design';
import { type District, districtOf } from '../../engine/roll-up/district';
import { rollUp } from '../../engine/roll-up/roll-up';
import { DOCUMENTS } from '../../export/formats';
import type { Room } from '../../live/room';
import { DOCUMENT_NAMES } from '../../protocol/downloads';
import type { ListedRollUp, RollUpAnswer } from '../../protocol/organiser';
import { organiserBodies } from '../../protocol/organiser-schemas';
import { jsonAnswer, notFound } from '../answer';
import { disposition, downloadLocale, fileAnswer } from '../download';
import { isUuid } from '../is-uuid';
import { logFacts } from '../log-facts';
import { json, route } from '../row';
import { districtSealOf } from '../seal';
import type { Services } from '../services';
import { organiser } from '../who';

/** In one list. */
const LISTED = 100;

export const rollUpRows = [
  route({
    method: 'POST',
    path: '/api/organiser/roll-ups',
    who: organiser,
    says: 'Puts sessions side by side.',
    body: json(organiserBodies.newRollUp),
    async answer(scope, { body }, { services }) {
      const found = await sessionsOf(scope, body, services);
      if (found.size < body.districts.length) return jsonAnswer(409, { ok: false, code: 'unknown_district' });
      const row = await services.rollUps.add(scope, { ...body, matches: [], apart: [] });
      return jsonAnswer(201, answerOf(row, found));
    },
  }),
  route({
    method: 'GET',
    path: '/api/organiser/roll-ups',
    who: organiser,
    says: 'Which there are.',
    async answer(scope, _input, { services }) {
      const rows = await services.rollUps.list(scope, LISTED);
      const rollUps = rows.map(
        ({ id, design, createdAt }): ListedRollUp => ({
          id,
          title: design.title,
          districts: design.districts.map(({ place }) => place),
          createdAt: createdAt.getTime(),
        }),
      );
      return jsonAnswer(200, { ok: true, rollUps });
    },
  }),
  route({
    method: 'GET',
    path: '/api/organiser/roll-ups/:id',
    who: organiser,
    says: 'One of them, with its figures.',
    async answer(scope, { params }, { services }) {
      const row = await find(scope, params.id, services);
      if (row === undefined) return notFound(UNKNOWN);
      return jsonAnswer(200, answerOf(row, await sessionsOf(scope, row.design, services)));
    },
  }),
  route({
    method: 'POST',
    path: '/api/organiser/roll-ups/:id',
    who: organiser,
    says: 'Decides what stands beside what.',
    body: json(organiserBodies.rollUpWish),
    async answer(scope, { params, body }, { services }) {
      const row = await find(scope, params.id, services);
      if (row === undefined) return notFound(UNKNOWN);
      const found = await sessionsOf(scope, row.design, services);
      const design = decideRollUp(row.design, body.wish, found);
      if (typeof design === 'string') return jsonAnswer(409, { ok: false, code: design });
      // Decided on what the person saw; if somebody was faster, they see that first.
      if (!(await services.rollUps.change(scope, row.id, body.version, design)))
        return jsonAnswer(409, { ok: false, code: 'changed' });
      return jsonAnswer(200, answerOf({ ...row, version: body.version + 1, design }, found));
    },
  }),
  ...DOCUMENT_NAMES.map((document) =>
    route({
      method: 'GET',
      path: `/api/organiser/roll-ups/:id/exports/roll-up.${document}`,
      who: organiser,
      says: 'As a document.',
      query: ['lang'],
      sends: 'file',
      async answer(scope, { params, query }, { services, headers }) {
        const row = await find(scope, params.id, services);
        if (row === undefined) return notFound(UNKNOWN);
        const locale = downloadLocale(query.lang, headers);
        const figures = rollUp(row.design, await sessionsOf(scope, row.design, services));
        const bytes = await services.documents.render({ rollUp: figures, madeAt: Date.now(), locale, document });
        return fileAnswer(bytes, {
          'content-type': DOCUMENTS[document],
          'content-disposition': disposition(`eles-roll-up-${locale}.${document}`, `${figures.title}.${document}`),
          'content-language': locale,
        });
      },
    }),
  ),
];

const UNKNOWN = 'unknown_roll_up';

async function find(scope: OrganiserScope, id: string, { rollUps }: Services): Promise<RollUpRow | undefined> {
  return isUuid(id) ? rollUps.find(scope, id) : undefined;
}

/** Of a state as it is sealed: made once, like all that is dear. */
const sealedDistrict = oncePer(districtOf, (closingHash, seal) => [closingHash, JSON.stringify(seal)]);

async function known(room: Room, services: Services): Promise<District> {
  const { state } = room;
  const { code, sessionId } = room;
  const [{ closingHash }, seal] = await Promise.all([
    logFacts({ state, sessionId }, services),
    districtSealOf({ code, state }, services),
  ]);
  return sealedDistrict(state, closingHash, seal);
}

/** Those of its sessions that are on this server. */
async function sessionsOf(
  _for: OrganiserScope,
  { districts: wanted }: Pick<RollUpDesign, 'districts'>,
  services: Services,
): Promise<ReadonlyMap<string, District>> {
  const found = new Map<string, District>();
  for (const { code } of wanted) {
    const opened = await services.rooms.openRoom(code);
    if (opened !== undefined) found.set(code, await known(opened.room, services));
  }
  return found;
}

function answerOf({ id, version, design }: RollUpRow, found: ReadonlyMap<string, District>): RollUpAnswer {
  return { ok: true, id, version, rollUp: rollUp(design, found) };
}
