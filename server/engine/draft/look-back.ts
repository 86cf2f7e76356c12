// How a vision is taken over by the next session, and what became of it since.
import type { SessionState } from '../state';
import { actionDetails, words } from '../told';
import type { DeskLine, EarlierLineView, EarlierView } from '../views';
import type { EarlierLine, EarlierVision, LineId } from '../vocabulary';
import { composeDraft } from './compose';
import { EARLIER, statusOf } from './earlier';
import { currentTexts } from './wording';

/** Goals and actions as they read now. What is done or given up is left behind; needs and steps were of that day. */
export function takeOver(
  state: SessionState,
  { closingHash, date }: Pick<EarlierVision, 'closingHash' | 'date'>,
): EarlierVision {
  const { code, design } = state;
  const standing = Object.values(composeDraft(state).lines)
    .filter(({ kind }) => kind === 'goal' || kind === 'action')
    .sort((a, b) => a.order - b.order);
  const idOf = new Map(standing.map(({ id }, place) => [id, `${EARLIER}:${place}`]));
  return {
    code,
    closingHash,
    date,
    title: design.title,
    lines: standing.map((line) => earlierLine(line, idOf)),
  };
}

function earlierLine(line: DeskLine, idOf: ReadonlyMap<LineId, LineId>): EarlierLine {
  const { id, kind, themeId, goalLineId, text, translations, action } = line;
  const others = currentTexts(translations);
  const goal = idOf.get(goalLineId ?? '');
  return {
    id: idOf.get(id) as LineId,
    kind: kind as EarlierLine['kind'],
    themeId,
    text,
    ...(goal === undefined ? {} : { goalLineId: goal }),
    ...(Object.keys(others).length === 0 ? {} : { translations: others }),
    ...(action === undefined ? {} : actionDetails(action)),
  };
}

/** What became of it, for those who look back. */
export function earlierView(state: SessionState): EarlierView | undefined {
  const { earlier, lineWork } = state;
  if (earlier === null) return undefined;
  const { lines } = composeDraft(state);
  const { code, date, title } = earlier;
  return {
    code,
    date,
    title,
    lines: earlier.lines.map((line): EarlierLineView => {
      const read = lineTold(line);
      if (line.kind === 'action') return { ...read, status: statusOf(state, line.id) };
      const standing = lines[line.id];
      if (standing !== undefined) return { ...read, fate: standing.original === undefined ? 'kept' : 'reworded' };
      return { ...read, fate: lineWork[line.id]?.joinedInto === undefined ? 'let_go' : 'joined' };
    }),
  };
}

function lineTold(line: EarlierLine): EarlierLine {
  const { id, kind, themeId, goalLineId, text, translations, who, byWhen, means, sign } = line;
  return {
    id,
    kind,
    themeId,
    ...(goalLineId === undefined ? {} : { goalLineId }),
    text: words(text),
    ...(translations === undefined ? {} : { translations }),
    ...(who === undefined ? {} : { who }),
    ...(byWhen === undefined ? {} : { byWhen }),
    ...(means === undefined ? {} : { means }),
    ...(sign === undefined ? {} : { sign }),
  };
}
