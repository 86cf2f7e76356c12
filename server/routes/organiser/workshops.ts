// The workshops of this server, for the organiser: who stands behind each of them. Sessions keep the copy in their log.
import { sha256 } from '../../audit/node-sha256';
import { canonicalJson } from '../../engine/same-json';
import type { WorkshopDesign } from '../../engine/vocabulary';
import { canBePrinted } from '../../export/logo-page';
import type { OrganisationsAnswer, OrganiserWorkshop } from '../../protocol/organiser';
import { organiserBodies } from '../../protocol/organiser-schemas';
import { jsonAnswer, notFound } from '../answer';
import { json, route } from '../row';
import { organiser } from '../who';

/** Twelve signs of 64 kB and their names. */
const LARGEST_BODY = 1_200_000;
/** Workshops of sessions from elsewhere are read only: what their sessions say is in their logs. */
const isOwn = ({ slug }: { readonly slug: string }) => !/^imported-/.test(slug);

export const workshopRows = [
  route({
    method: 'GET',
    path: '/api/organiser/workshops',
    who: organiser,
    says: 'The workshops, and who stands behind each of them.',
    async answer(scope, _input, { services }) {
      const workshops = (await services.sessions.listWorkshops(scope)).filter(isOwn).map(
        (workshop): OrganiserWorkshop => ({
          id: workshop.id,
          title: workshop.title,
          organisations: workshop.design.organisations ?? [],
          version: versionOf(workshop.design),
        }),
      );
      return jsonAnswer(200, { ok: true, workshops });
    },
  }),
  route({
    method: 'POST',
    path: '/api/organiser/workshops/:id',
    who: organiser,
    says: 'Who stands behind one workshop from now on.',
    body: json(organiserBodies.organisations, LARGEST_BODY),
    async answer(scope, { params: { id }, body: { organisations, version } }, { services }) {
      const { sessions, documents } = services;
      const workshop = (await sessions.listWorkshops(scope)).filter(isOwn).find((one) => one.id === id);
      if (workshop === undefined) return notFound('unknown_workshop');
      if (!(await canBePrinted(organisations, documents))) return jsonAnswer(422, { ok: false, code: 'bad_picture' });
      const { design } = workshop;
      const after = { ...design, organisations };
      // Compared once more where it is written: two may have read the same and come here at once.
      const isSeen = version === undefined || version === versionOf(design);
      if (isSeen && (await sessions.changeDesign(scope, id, design, after)))
        return answer(200, { ok: true, version: versionOf(after) });
      const now = (await sessions.findWorkshop(id))?.design ?? design;
      const standing = { organisations: now.organisations ?? [], version: versionOf(now) };
      return answer(409, { ok: false, code: 'changed', ...standing });
    },
  }),
];

const answer = (status: number, body: OrganisationsAnswer) => jsonAnswer(status, body);

function versionOf({ organisations = [] }: WorkshopDesign): string {
  return sha256(canonicalJson(organisations)).slice(0, 16);
}
