// What a participant's form lacks before it can count, by the rules' own measure: told on the phone beside the field, and by
// the server where there is no script. What only the room knows is left to the rules.

import type { ActivityKind } from '../engine/activities/kinds';
import type { ParticipantCommand } from '../engine/commands';
import { ACTION_FIELD_MAX_LENGTH, IDEA_MAX_LENGTH } from '../engine/limits';
import { requireText } from '../engine/text/clean';
import type { RefusalCode } from './wire';

/** `field`: the name of the form's field that it is about. */
export type Lack = { readonly code: RefusalCode; readonly field: string };

const FURTHER = ['who', 'byWhen', 'means', 'sign'] as const;

function textLack(field: string, text: string, max: number): Lack | undefined {
  const checked = requireText(text, max);
  return typeof checked === 'string' ? undefined : { code: checked.rejected, field };
}

/** `kind`: of the activity it is sent to. */
export function lackOf(command: ParticipantCommand, kind: ActivityKind | undefined): Lack | undefined {
  if (command.type === 'idea.submit') {
    const lack = textLack('text', command.text, IDEA_MAX_LENGTH);
    if (lack !== undefined || kind !== 'collect') return lack;
    if (!command.horizonId) return { code: 'unknown_horizon', field: 'horizonId' };
    return command.themeId ? undefined : { code: 'unknown_theme', field: 'themeId' };
  }
  if (command.type !== 'action.submit') return undefined;
  if (command.goalId === '') return { code: 'unknown_goal', field: 'goalId' };
  const further = FURTHER.filter((field) => command[field].trim() !== '');
  return [
    textLack('what', command.what, ACTION_FIELD_MAX_LENGTH),
    ...further.map((field) => textLack(field, command[field], ACTION_FIELD_MAX_LENGTH)),
  ].find((lack) => lack?.code === 'text_too_long' || lack?.field === 'what');
}

/** The field that a refusal of the rules is about. */
export function fieldOf(code: RefusalCode): readonly string[] {
  if (code === 'empty_text' || code === 'text_too_long') return ['text', 'what'];
  if (code === 'unknown_theme') return ['themeId'];
  if (code === 'unknown_horizon') return ['horizonId'];
  return code === 'unknown_goal' ? ['goalId'] : [];
}
