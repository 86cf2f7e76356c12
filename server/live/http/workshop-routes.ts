// The workshops of this server, for the organiser: who stands behind each of them. Sessions keep the copy in their log.
import type { ServerResponse } from 'node:http';
import { sha256 } from '../../audit/node-sha256';
import { canonicalJson } from '../../engine/same-json';
import type { WorkshopDesign } from '../../engine/vocabulary';
import { canBePrinted } from '../../export/logo-page';
import type { OrganisationsAnswer, OrganiserWorkshop } from '../../protocol/organiser';
import { organiserBodies } from '../../protocol/organiser-schemas';
import type { Route } from './context';
import { isOrganiser } from './is-organiser';
import { readJson } from './read-json';
import { refuse, sendJson, sendNotAllowed } from './reply';

/** Twelve signs of 64 kB and their names. */
const LARGEST_BODY = 1_200_000;
/** Workshops of sessions from elsewhere are read only: what their sessions say is in their logs. */
const IMPORTED = /^imported-/;

export const workshopRoutes: Route = async (request, response, context) => {
  const [path, id] = /^\/api\/organiser\/workshops(?:\/([0-9a-f-]{36}))?$/.exec(context.url.pathname) ?? [];
  if (path === undefined) return false;
  const method = id === undefined ? 'GET' : 'POST';
  if (request.method !== method) return sendNotAllowed(response, method);
  if (context.caller.isForeignPage) return refuse(response, 'forbidden');
  if (!isOrganiser(request, context)) return refuse(response, 'unauthorised');
  const workshops = (await context.sessions.listWorkshops()).filter(({ slug }) => !IMPORTED.test(slug));
  if (id === undefined) {
    const listed = workshops.map(
      (workshop): OrganiserWorkshop => ({
        id: workshop.id,
        title: workshop.title,
        organisations: workshop.design.organisations ?? [],
        version: versionOf(workshop.design),
      }),
    );
    return sendJson(response, 200, { ok: true, workshops: listed });
  }
  const workshop = workshops.find((one) => one.id === id);
  if (workshop === undefined) return sendJson(response, 404, { ok: false, code: 'unknown_workshop' });
  const body = await readJson(request, response, organiserBodies.organisations, LARGEST_BODY);
  if (body === undefined) return true;
  const { organisations, version } = body;
  if (!(await canBePrinted(organisations, context.documents)))
    return sendJson(response, 422, { ok: false, code: 'bad_picture' });
  const { design } = workshop;
  const after = { ...design, organisations };
  // Compared once more where it is written: two may have read the same and come here at once.
  const isSeen = version === undefined || version === versionOf(design);
  if (isSeen && (await context.sessions.changeDesign(id, design, after)))
    return answer(response, 200, { ok: true, version: versionOf(after) });
  const now = (await context.sessions.findWorkshop(id))?.design ?? design;
  const standing = { organisations: now.organisations ?? [], version: versionOf(now) };
  return answer(response, 409, { ok: false, code: 'changed', ...standing });
};

const answer = (response: ServerResponse, status: number, body: OrganisationsAnswer) =>
  sendJson(response, status, body);

function versionOf({ organisations = [] }: WorkshopDesign): string {
  return sha256(canonicalJson(organisations)).slice(0, 16);
}
