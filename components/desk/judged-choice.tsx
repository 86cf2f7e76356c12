'use client';
// What the next endorsement is to judge: chosen in the step, and opened by the big button. Kept in the tab.
import { createContext, type ReactNode, useContext } from 'react';
import type { Judged } from '../../server/engine/vocabulary';
import { useKept } from './kept';

type Choice = readonly [judge: Judged, choose: (judge: Judged) => void];
/** As a client that names nothing opens it. */
const FIRST: Judged = 'lines';

const JudgedChoiceContext = createContext<Choice>([FIRST, () => {}]);

export function JudgedChoice({ children }: { readonly children: ReactNode }) {
  return <JudgedChoiceContext value={useKept<Judged>('judge', FIRST)}>{children}</JudgedChoiceContext>;
}

export function useJudgedChoice(): Choice {
  return useContext(JudgedChoiceContext);
}
