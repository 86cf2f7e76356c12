// The forms of the phone's page, which work with no script at all. A form post enters the room by the same door as a socket's
// command, so a page that is half loaded cannot vote twice.
import { randomBytes } from 'node:crypto';
import { type PageState, roomStep } from '../../../components/live/phone/parts/page';
import type { DeviceScope } from '../../auth/session-scopes';
import { type Command, isParticipantCommand } from '../../engine/commands';
import type { ParticipantView } from '../../engine/views';
import { snapshotFor } from '../../live/snapshot-for';
import { BALLOT_BUTTONS } from '../../protocol/form-ballot';
import { formCommand } from '../../protocol/form-command';
import type { FormFields } from '../../protocol/form-fields';
import { formCommandId } from '../../protocol/form-id';
import { type Answer, redirect, remember, statusOf } from '../answer';
import { localeOf } from '../reader-locale';
import { type Exchange, form, type Row, route } from '../row';
import { anybody, newcomer } from '../who';
import { participantPage } from './html';
import { asFrom, pageRefusal } from './pages';

type Typed = FormFields | 'too_large';

const posted = (path: '/j/:code/act' | '/j/:code/join'): readonly Row[] => [
  route({
    method: 'POST',
    path,
    who: newcomer,
    says: 'One command of a participant in a plain form.',
    body: form,
    refusal: pageRefusal,
    async answer(device, { body }, exchange) {
      // Only browsers say where a form stood; a program may begin with its post.
      const isStranger = exchange.headers.origin !== undefined && device.isNew;
      return remember(
        isStranger ? await sayNoCookies(device, body, exchange) : await act(device, body, exchange),
        device,
      );
    },
  }),
  route({
    method: 'GET',
    path,
    who: anybody,
    says: 'Back to the page that the form stands on.',
    refusal: pageRefusal,
    answer: (_scope, { params }) => redirect(`/j/${encodeURIComponent(params.code)}`),
  }),
];

/** Two names for one thing: the first form of a page that knows nobody says `join`. */
export const formRows = [...posted('/j/:code/act'), ...posted('/j/:code/join')];

async function act(device: DeviceScope, body: Typed, { services }: Exchange): Promise<Answer> {
  const { room, participantId } = device;
  const fields: FormFields = body === 'too_large' ? [] : body;
  const said = formCommand(fields);
  const command = said !== undefined && isParticipantCommand(said as Command) ? said : undefined;
  const message = command === undefined ? undefined : { id: formCommandId(nonceOf(fields), command), ...command };
  const ack =
    body === 'too_large'
      ? ({ ok: false, code: 'too_large' } as const)
      : isWithoutGoal(command)
        ? ({ ok: false, code: 'unknown_goal' } as const)
        : await services.intake.take(device, message);
  const values = new Map(fields);
  // The page of someone who is in says so itself; "counted" above a ballot would be read as a vote.
  if (ack.ok && values.get('type') === 'participant.join') return redirect(`/j/${room.code}`);
  // Words that others support stay: what was to stand in their place comes back as another idea.
  const base = values.get(!ack.ok && ack.code === 'supported' ? 'activityId' : 'draft');
  const step = roomStep(snapshotFor(device).view as ParticipantView);
  const outcome = await services.outcomes.keep(
    participantId,
    ack.ok
      ? { kind: 'counted', step }
      : { kind: 'refused', step, refused: ack, drafts: draftsIn(fields, base), ...editingIn(values, base) },
  );
  const from = asFrom(values.get('from'));
  const portion = from === undefined ? '' : `&from=${from}`;
  return redirect(`/j/${room.code}?outcome=${outcome}${portion}${anchorOf(values)}`);
}

/**
 * The page that this form stood on had set a cookie, so this browser keeps none: each post would be a stranger's. What was
 * typed comes back; had the cookie only run out, sending again works.
 */
function sayNoCookies(device: DeviceScope, body: Typed, { headers }: Exchange): Promise<Answer> {
  const fields: FormFields = body === 'too_large' ? [] : body;
  const { rev, view, now } = snapshotFor(device);
  const state: PageState = {
    locale: localeOf(headers),
    code: device.room.code,
    nonce: randomBytes(16).toString('base64url'),
    now,
    rev,
    view: view as ParticipantView,
    drafts: draftsIn(fields, new Map(fields).get('draft')),
    flash: { kind: 'refused', code: 'no_cookies' },
  };
  return participantPage(state, headers, { plain: true, status: statusOf('no_cookies') });
}

/** A form whose goal nobody has chosen has no id at all to judge. */
function isWithoutGoal(command: object | undefined): boolean {
  return command !== undefined && 'goalId' in command && command.goalId === '';
}

/** Without a nonce nobody can tell two equal wishes from one sent twice. */
function nonceOf(fields: FormFields): string {
  const nonce = new Map(fields).get('nonce') ?? '';
  return /^[A-Za-z0-9_-]{22}$/.test(nonce) ? nonce : randomBytes(16).toString('base64url');
}

const NOT_DRAFTS: readonly string[] = [
  ...['type', 'nonce', 'draft', 'method', 'activityId', 'ideaId', 'actionId', 'pageLang'],
  ...BALLOT_BUTTONS,
];

function draftsIn(fields: FormFields, base: string | undefined): Readonly<Record<string, string>> {
  if (base === undefined) return {};
  return Object.fromEntries(
    fields.filter(([name]) => !NOT_DRAFTS.includes(name)).map(([name, value]) => [`${base}.${name}`, value]),
  );
}

/** Drafts live under the activity for something new and under the item itself while it is edited. */
function editingIn(values: ReadonlyMap<string, string>, base: string | undefined): { editing?: string } {
  const item = values.get('ideaId') ?? values.get('actionId');
  return base !== undefined && base === item ? { editing: item } : {};
}

/** Back to where one was, or to the next line to judge, not to the top of a long page. */
function anchorOf(values: ReadonlyMap<string, string>): string {
  if (values.get('type') === 'endorsement.give') return '#next';
  const option = BALLOT_BUTTONS.map((name) => values.get(name)).find((value) => value !== undefined);
  return option === undefined ? '' : `#o-${encodeURIComponent(option)}`;
}
