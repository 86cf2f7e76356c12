// The HTTP side of taking part: what a phone may know before joining, joining, commands without a socket, sign-in by a link.
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { isParticipantCommand } from '../../engine/commands';
import { LARGEST_MESSAGE } from '../../engine/limits';
import { LOCALES } from '../../engine/vocabulary';
import { snapshotFor } from '../../live/snapshot-for';
import { commandMessage, httpBodies, parseCommand } from '../../protocol/schemas';
import { jsonAnswer, linkKept, refusalOf, refuse, remember, withCookie } from '../answer';
import { linkTo } from '../links';
import { json, route } from '../row';
import { anyOf, newcomer, oneOf, visitor } from '../who';

export const takingPartRows = [
  route({
    method: 'GET',
    path: '/api/sessions/:code',
    who: anyOf<'facilitator'>(),
    says: 'What one may know before joining; the screen’s link for its facilitator.',
    answer(asked, _input, { services }) {
      const { room } = asked.visitor;
      const { title, groups, phase } = room.welcome;
      const origin = services.phoneOrigin();
      const facilitator = asked.as('facilitator');
      return jsonAnswer(200, {
        ok: true,
        code: room.code,
        title,
        groups,
        phase,
        languages: LOCALES,
        ...(origin === undefined ? {} : { joinUrl: `${origin}/j/${room.code}` }),
        // The console opens the wall on the facilitator's own machine.
        ...(facilitator === undefined ? {} : { screenUrl: linkTo(facilitator, 'screen', room, services) }),
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/sessions/:code/join',
    who: newcomer,
    says: 'Joins a stakeholder group.',
    body: json(httpBodies.join),
    async answer(device, { body }, { services, credentials }) {
      const { token, isNew, participantId } = device;
      const message = {
        id: body.id ?? randomBytes(16).toString('base64url'),
        type: 'participant.join',
        groupId: body.groupId,
      };
      const ack = await services.intake.take(device, message);
      if (!ack.ok) return remember(refusalOf(ack), device);
      // A browser that has the cookie needs no token; one that cannot read it cannot leak it.
      const told = isNew || credentials.token !== undefined ? { token } : {};
      return remember(jsonAnswer(200, { ...ack, ...told, participantId, snapshot: snapshotFor(device) }), device);
    },
  }),
  route({
    method: 'POST',
    path: '/api/sessions/:code/commands',
    who: oneOf('participant', 'facilitator'),
    says: 'One command, answered by its ack.',
    // The room's own door says what is malformed, and charges for it.
    body: { kind: 'json', limit: LARGEST_MESSAGE, schema: z.unknown(), inside: commandMessage },
    async answer(holder, { body: message }, { services }) {
      const parsed = parseCommand(message);
      // A laptop may hold both credentials: the kind of command says as whom it speaks.
      const asParticipant = parsed === undefined || isParticipantCommand(parsed);
      const sender =
        (asParticipant ? undefined : holder.as('facilitator')) ?? holder.as('participant') ?? holder.as('facilitator');
      if (sender === undefined) return refuse('unauthorised');
      const ack = await services.intake.take(sender, message);
      return ack.ok ? jsonAnswer(200, ack) : refusalOf(ack);
    },
  }),
  route({
    method: 'POST',
    path: '/api/sessions/:code/sign-in',
    who: visitor,
    says: 'Turns a link’s token into the cookie of its role.',
    body: json(httpBodies.signIn),
    answer(asked, { body: { token } }, { services }) {
      const role = services.access.linkOf(token, asked);
      if (role === undefined) return refuse('unauthorised');
      return withCookie(jsonAnswer(200, { ok: true, role }), linkKept(role, asked.room.code, token));
    },
  }),
];
