// In which steps of an agenda people judge the draft.
import type { ActivityDesign } from '../../vocabulary';
import type { EndorseDesign } from './types';

export function isJudging(design: ActivityDesign): design is EndorseDesign {
  return design.kind === 'endorse';
}
