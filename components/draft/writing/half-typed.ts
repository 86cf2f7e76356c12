'use client';
// What somebody has half typed about a line, and of which version: it outlives the dialog, another tab, a reload, and the
// line itself.
import { createContext, useContext } from 'react';
import type { ActionDetails } from '../../../server/engine/commands';
import type { LineId, LineRelations, OwnText } from '../../../server/engine/vocabulary';

export type HalfTypedName = 'edit' | 'split' | 'relate' | 'add' | 'translate-ky' | 'translate-ru' | 'translate-en';
export type HalfTyped = {
  readonly name: HalfTypedName;
  /** Missing for a line that is to come under no other. */
  readonly lineId?: LineId;
  readonly words: readonly OwnText[];
  readonly details?: ActionDetails;
  /** What is ticked among goals and lines. */
  readonly ticks?: Pick<LineRelations, 'goalLineIds' | 'seeAlso'>;
  /** The version of the line that was in front of the person. */
  readonly base: number;
};

type Desk = {
  readonly all: readonly HalfTyped[];
  readonly keep: (all: readonly HalfTyped[]) => void;
};

const HalfTypedContext = createContext<Desk>({ all: [], keep: () => {} });
export const HalfTypedProvider = HalfTypedContext;

/** What is kept of this one, a way to keep it as it is now, and one to let go of it. */
export function useHalfTyped(name: HalfTypedName, lineId?: LineId) {
  const { all, keep } = useContext(HalfTypedContext);
  const others = all.filter((one) => one.name !== name || one.lineId !== lineId);
  return {
    kept: all.find((one) => !others.includes(one)),
    keep: (what: Pick<HalfTyped, 'words' | 'base' | 'details' | 'ticks'>) =>
      keep([...others, { name, ...(lineId === undefined ? {} : { lineId }), ...what }]),
    letGo: () => keep(others),
  };
}
