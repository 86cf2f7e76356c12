// A line of the draft as readers get it: on walls, in papers, in open data. What only the desk is to see is not named here.
import type { DeskLine, ReaderLine } from '../views';
import type { LineId } from '../vocabulary';
import { currentOf } from './wording';

type Part = NonNullable<DeskLine['joined']>[number];

/** `isThere`: lines that the reader sees too. `isShown`: whether what was joined into it may be seen. */
export function readerLine(
  line: DeskLine,
  isThere: (id: LineId) => boolean = () => true,
  isShown: (part: Part) => boolean = () => true,
): ReaderLine {
  const { id, kind, order, themeId, goalLineId, alsoUnder, text, original, action, dependsOn, trace, endorsement } =
    line;
  const seeAlso = line.seeAlso?.filter(isThere) ?? [];
  const translations = currentOf(line.translations ?? {});
  const joined = line.joined?.filter(isShown) ?? [];
  return {
    id,
    kind,
    themeId,
    text,
    ...(action === undefined ? {} : { action }),
    trace,
    ...(original === undefined ? {} : { original }),
    order,
    ...(goalLineId === undefined ? {} : { goalLineId }),
    ...(alsoUnder === undefined ? {} : { alsoUnder }),
    ...(dependsOn === undefined ? {} : { dependsOn }),
    ...(endorsement === undefined ? {} : { endorsement }),
    ...(Object.keys(translations).length === 0 ? {} : { translations }),
    ...(joined.length === 0 ? {} : { joined }),
    ...(seeAlso.length === 0 ? {} : { seeAlso }),
  };
}
