// The view that somebody may see: of their own audience, with a participant's own things. By socket and by HTTP.
import type { SessionScopes, VisitorScope } from '../auth/session-scopes';
import type { ScreenView } from '../engine/views';
import type { Snapshot } from '../protocol/wire';

/** A visitor sees what every participant sees. */
export function snapshotFor(scope: VisitorScope | SessionScopes[keyof SessionScopes]): Snapshot {
  const { role, room } = scope;
  if (role === 'visitor') return room.snapshot('participant');
  return role === 'participant' ? room.snapshot(role, scope.participantId) : room.snapshot(role);
}

/** The draft as the wall has it, for whoever has the code, once the session has ended; undefined before. */
export function publishedDraft({ room }: VisitorScope): ScreenView | undefined {
  const view = room.snapshot('screen').view as ScreenView;
  return view.session.phase === 'ended' ? view : undefined;
}
