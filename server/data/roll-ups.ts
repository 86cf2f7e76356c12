// Roll-ups at rest: what people decided about sessions side by side.
import type { OrganiserScope } from '../auth/scopes';
import type { RollUpDesign } from '../engine/roll-up/design';

export type RollUpRow = {
  readonly id: string;
  /** From 1; each change counts. */
  readonly version: number;
  readonly design: RollUpDesign;
  readonly createdAt: Date;
};

export type RollUps = {
  add(by: OrganiserScope, design: RollUpDesign): Promise<RollUpRow>;
  find(by: OrganiserScope, id: string): Promise<RollUpRow | undefined>;
  /** Newest first, at most `limit`. */
  list(by: OrganiserScope, limit: number): Promise<readonly RollUpRow[]>;
  /** False: it has gone on since `version`, or is not there. Nothing was changed then. */
  change(by: OrganiserScope, id: string, version: number, design: RollUpDesign): Promise<boolean>;
};
