// The open questions of an export (steps of the kind `ask`), each with what people answered in their own words.
import { isAsk } from '../engine/activities/ask/is-ask';
import type { Idea, SessionState } from '../engine/state';
import { activityState } from '../engine/state';
import { tookPart } from '../engine/turnout';
import type { ActivityDesign, LocalText, OwnText } from '../engine/vocabulary';

export type ReportAnswer = OwnText & {
  /** Of the idea, as in the list of ideas. */
  readonly number: number;
  /** People who support it; missing where nobody does. */
  readonly seconders?: number;
};
export type ReportQuestion = {
  readonly title: LocalText;
  /** What the room was asked. */
  readonly prompt: LocalText;
  /** By the moment that it is of. */
  readonly joined: number;
  readonly tookPart: number;
  /** In the order in which they came. */
  readonly answers: readonly ReportAnswer[];
};

/** Of every question that was put to the room. `ideas`: those that may be seen, in the order of their numbers. */
export function listQuestions(state: SessionState, ideas: readonly Idea[]): readonly ReportQuestion[] {
  return state.design.agenda.flatMap((design) => questionOf(state, design, ideas));
}

function questionOf(state: SessionState, design: ActivityDesign, ideas: readonly Idea[]): readonly ReportQuestion[] {
  if (!isAsk(design)) return [];
  const { id, title, prompt } = design;
  const answers = ideas.flatMap(({ activityId, text, lang, supporterIds }, at): readonly ReportAnswer[] => {
    if (activityId !== id) return [];
    const seconders = supporterIds.length;
    return [{ number: at + 1, text, lang, ...(seconders === 0 ? {} : { seconders }) }];
  });
  if (answers.length === 0 && activityState(state, id).status === 'waiting') return [];
  const { joined, voted } = tookPart(state, id);
  return [{ title, prompt, joined, tookPart: voted, answers }];
}
