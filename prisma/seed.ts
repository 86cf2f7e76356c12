// Puts the shipped seminar into the database and sees to it that one session is ready to be joined.
import type { SessionRow, Sessions } from '../server/data/sessions';
import type { OpenSession } from '../server/live/new-session';
import { loadTemplate } from './templates/load';

const TEMPLATE_SLUG = 'lsg-vision-2030';

/** The running session, or a new one of the first workshop. Seeding again changes nothing but the template's design. */
export async function seed(sessions: Sessions, openSession: OpenSession): Promise<Pick<SessionRow, 'id' | 'code'>> {
  const design = loadTemplate();
  const template = await sessions.saveWorkshop({ slug: TEMPLATE_SLUG, title: design.title, design });
  const running = await sessions.findRunning();
  if (running !== undefined) return running;
  const workshop = (await sessions.findFirstWorkshop()) ?? template;
  const { sessionId, code } = await openSession({ workshopId: workshop.id, design: workshop.design, rehearsal: false });
  return { id: sessionId, code };
}
