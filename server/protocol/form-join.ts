// How the form of joining says its command: apart from those of the steps, which a phone learns when it comes to one.
import type { ParticipantCommand } from '../engine/commands';
import type { FormFields } from './form-fields';

/** Undefined for every other form. */
export function formJoin(fields: FormFields): ParticipantCommand | undefined {
  const values = new Map(fields);
  if (values.get('type') !== 'participant.join') return undefined;
  return { type: 'participant.join', groupId: values.get('groupId') ?? '' };
}
