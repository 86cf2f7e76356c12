import { traitsOf } from '../engine/activities/registry';
import type { ReportTurnout } from './report';

/** Of a step that is work of the desk, or was never opened, nobody can be said to have stayed away. */
export function hadAnswers({ kind, status }: Pick<ReportTurnout, 'kind' | 'status'>): boolean {
  return !traitsOf(kind).watched && status !== 'waiting';
}
