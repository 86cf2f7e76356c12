// Which steps of an agenda are those in which ideas are grouped.
import type { ActivityDesign } from '../../vocabulary';
import type { GroupDesign } from './types';

export function isGrouping(design: ActivityDesign): design is GroupDesign {
  return design.kind === 'group';
}
