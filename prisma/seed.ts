// Puts the shipped seminar into the database and sees to it that one session is ready to be joined.
import type { SessionRow, Sessions } from '../server/data/sessions';
import type { OpenSession } from '../server/live/new-session';
import { loadTemplate } from './templates/load';

const TEMPLATE_SLUG = 'lsg-vision-2030';

/** The running session, or a new one of the first workshop. Seeding again changes nothing but the template's design, and keeps its organisations. */
export async function seed(sessions: Sessions, openSession: OpenSession): Promise<Pick<SessionRow, 'id' | 'code'>> {
  const shipped = loadTemplate();
  const { title } = shipped;
  const standing = await sessions.findOrAddWorkshop({ slug: TEMPLATE_SLUG, title, design: shipped });
  // Who stands behind the workshop was entered here, not shipped.
  const { organisations } = standing.design;
  const design = organisations === undefined ? shipped : { ...shipped, organisations };
  const template = await sessions.saveWorkshop({ slug: TEMPLATE_SLUG, title, design });
  const running = await sessions.findRunning();
  if (running !== undefined) return running;
  const workshop = (await sessions.findFirstWorkshop()) ?? template;
  const { sessionId, code } = await openSession({ workshopId: workshop.id, design: workshop.design, rehearsal: false });
  return { id: sessionId, code };
}
