// Which lines left the draft because what is behind them was hidden or struck. Their words are nowhere, wherever they were taken:
// into a line split off from them, into what people had before them when they judged.
import { ideasBehind, isHiddenWording, isStanding, struckIdeas } from '../activities/vote/standing-options';
import type { SessionState } from '../state';
import type { LineId, OwnText } from '../vocabulary';

export function isModerated(state: SessionState, lineId: LineId | undefined): boolean {
  if (state.wordsStay) return false;
  const { kind, id } = partsOf(lineId);
  switch (kind) {
    case 'own':
      return isModerated(state, state.lineWork[lineId ?? '']?.added?.from);
    case 'action':
      return (state.actions.get(id) ?? state.withdrawn.actions.get(id))?.hidden ?? false;
    case 'goal': {
      const asked = optionsOf(state, id);
      return asked.length > 0 && asked.every(({ stands }) => !stands);
    }
    case 'need':
    case 'step': {
      const { had = [id] } = state.priorities.get(id) ?? {};
      const struck = struckIdeas(state);
      const behind = ideasBehind(state, had);
      if (struck.has(id)) return true;
      return behind.length > 0 && behind.every((idea) => idea.hidden || struck.has(idea.id));
    }
    // An id is text: of a theme, or of a log that is not ours.
    default:
      return false;
  }
}

/** The line reads otherwise today, because this wording of it was hidden word for word. */
export function isHiddenWordingOf(state: SessionState, lineId: LineId, wording: OwnText): boolean {
  const { kind, id } = partsOf(lineId);
  if (state.wordsStay || kind !== 'goal') return false;
  return optionsOf(state, id).some(({ option }) => isHiddenWording(wording, ideasBehind(state, option.ideaIds)));
}

function partsOf(lineId: LineId | undefined): { readonly kind: string | undefined; readonly id: string } {
  const [kind, id = ''] = lineId?.split(/:(.*)/) ?? [];
  return { kind, id };
}

/** In every vote that asked about it. */
function optionsOf(state: SessionState, id: string) {
  return Object.values(state.activities).flatMap(({ vote }) => {
    const option = vote?.options.find((one) => one.id === id);
    return vote === undefined || option === undefined ? [] : [{ option, stands: isStanding(state, vote, option) }];
  });
}
