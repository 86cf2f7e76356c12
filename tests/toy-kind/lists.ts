// What the toy kind adds to files that all kinds share: each a list that the compiler checks. Imports first, then the entry.
export type Entry = {
  readonly file: string;
  readonly imports: string;
  /** The beginning of the record, after which the entry stands. */
  readonly record: string;
  readonly entry: string;
};

export const ENTRIES: readonly Entry[] = [
  {
    file: 'server/engine/activities/registry.ts',
    imports: "import { pulse } from './pulse/rules';",
    record: 'export const RULES:',
    entry: '  pulse,',
  },
  {
    file: 'components/activities/facilitators.ts',
    imports: "import { pulseFacilitator } from './pulse/facilitator';",
    record: 'const FACILITATORS:',
    entry: '  pulse: pulseFacilitator,',
  },
  {
    file: 'components/activities/screens.ts',
    imports: "import { pulseScreen } from './pulse/screen';",
    record: 'const SCREENS:',
    entry: '  pulse: pulseScreen,',
  },
  {
    file: 'components/activities/phone/faces.ts',
    imports: "import { pulseParticipant } from '../pulse/participant';",
    record: 'const PARTICIPANTS:',
    entry: '  pulse: pulseParticipant,',
  },
];
