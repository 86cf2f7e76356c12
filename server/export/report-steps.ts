// Steps that are told by what their own room gives: of kinds that no other part of an export knows.
import { rulesOf } from '../engine/activities/registry';
import type { ExportedRow } from '../engine/activities/rules';
import { activityState, type SessionState } from '../engine/state';
import { tookPart } from '../engine/turnout';
import type { LocalText } from '../engine/vocabulary';

export type ReportStep = {
  readonly title: LocalText;
  readonly prompt: LocalText;
  /** By the moment that it is of. */
  readonly joined: number;
  readonly tookPart: number;
  readonly rows: readonly ExportedRow[];
};

/** Results only once they are revealed, as everywhere in an export. */
export function listSteps(state: SessionState): readonly ReportStep[] {
  return state.design.agenda.flatMap((design) => {
    const rules = rulesOf(design);
    const { status, revealed } = activityState(state, design.id);
    if (rules.exported === undefined || status === 'waiting') return [];
    const { joined, voted } = tookPart(state, design.id);
    const rows = revealed ? rules.exported(state, design) : [];
    return [{ title: design.title, prompt: design.prompt, joined, tookPart: voted, rows }];
  });
}
