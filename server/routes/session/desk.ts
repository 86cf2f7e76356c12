// What wall and console ask beside their views: the seal of the log, ideas that may be one, another session.
import { takeOver } from '../../engine/draft/look-back';
import { httpBodies } from '../../protocol/schemas';
import type { SuggestedGroups } from '../../protocol/wire';
import { jsonAnswer, refusalOf, refuse } from '../answer';
import { linkTo } from '../links';
import { logFacts } from '../log-facts';
import { json, route } from '../row';
import { keyOf } from '../seal';
import { facilitator, facilitatorFrom, oneOf } from '../who';

export const deskRows = [
  route({
    method: 'GET',
    path: '/api/sessions/:code/seal',
    who: oneOf('facilitator', 'screen'),
    says: 'What to compare an archive with later. The hash is said once the session has ended.',
    async answer({ visitor: { room } }, _input, { services }) {
      const key = await keyOf(room, services);
      const closing = room.state.phase === 'ended' ? { closingHash: (await logFacts(room, services)).closingHash } : {};
      return jsonAnswer(200, { ok: true, ...(key === undefined ? {} : { key }), ...closing });
    },
  }),
  route({
    method: 'GET',
    path: '/api/sessions/:code/suggested-groups',
    who: facilitator,
    says: 'Ideas of one theme and horizon that may say the same.',
    async answer(scope, _input, { services }) {
      const { room } = scope;
      const retryAfterMs = services.intake.charge(scope);
      if (retryAfterMs > 0) return refusalOf({ ok: false, code: 'rate_limited', retryAfterMs });
      const answer: SuggestedGroups = { ok: true, groups: await room.similarity.groups() };
      return jsonAnswer(200, answer);
    },
  }),
  route({
    method: 'POST',
    path: '/api/sessions',
    who: facilitatorFrom,
    says: 'Another session of the workshop that `from` runs.',
    body: json(httpBodies.newSession),
    async answer(scope, { body }, { services }) {
      const { room } = scope;
      const session = await services.sessions.findByCode(room.code);
      if (session === undefined) return refuse('unknown_session');
      const { workshopId } = session;
      // Of the running session's own copy, with those who stand behind the workshop today.
      const workshop = await services.sessions.findWorkshop(workshopId);
      const { organisations } = workshop?.design ?? room.state.design;
      const design = organisations === undefined ? room.state.design : { ...room.state.design, organisations };
      const earlier = body.goOn ? takeOver(room.state, await logFacts(room, services)) : undefined;
      // What was made up stays marked as such.
      const rehearsal = body.rehearsal === true || (body.goOn === true && room.state.rehearsal);
      const made = await services.openSession({ workshopId, design, rehearsal, earlier });
      return jsonAnswer(201, {
        ok: true,
        code: made.code,
        joinUrl: `/j/${made.code}`,
        screenUrl: linkTo(scope, 'screen', made, services),
        facilitatorUrl: linkTo(scope, 'facilitator', made, services),
      });
    },
  }),
];
