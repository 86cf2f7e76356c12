// Who does an action and by when, on one line; what is not known yet is left out.
import type { ActionFields } from '../../server/engine/commands';

export function actionFacts({ who, byWhen }: Pick<ActionFields, 'who' | 'byWhen'>): string {
  return [who, byWhen].filter((fact) => fact.trim() !== '').join(' · ');
}
