// Every route there is. What is not here goes to the pages of Next.
import { healthRows } from './health';
import { importRows } from './organiser/import';
import { rollUpRows } from './organiser/roll-ups';
import { organiserRows } from './organiser/sessions';
import { workshopRows } from './organiser/workshops';
import { phoneFileRows } from './phone/files';
import { formRows } from './phone/forms';
import { pageRows } from './phone/pages';
import type { Row } from './row';
import { deskRows } from './session/desk';
import { paperRows } from './session/papers';
import { takingPartRows } from './session/take-part';
import { viewRows } from './session/view';

export const ROWS: readonly Row[] = [
  ...healthRows,
  ...takingPartRows,
  ...viewRows,
  ...deskRows,
  ...paperRows,
  ...organiserRows,
  ...importRows,
  ...rollUpRows,
  ...workshopRows,
  ...pageRows,
  ...formRows,
  ...phoneFileRows,
];
