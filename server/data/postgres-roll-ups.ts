// Roll-ups in Postgres.
import type { RollUpDesign } from '../engine/roll-up/design';
import type { Database } from './database';
import type { RollUp } from './generated/client';
import { guarded } from './guarded';
import type { RollUpRow, RollUps } from './roll-ups';

// What was written here is read back as it was; nobody else writes this column.
const toRow = ({ id, version, design, createdAt }: RollUp): RollUpRow => ({
  id,
  version,
  design: design as unknown as RollUpDesign,
  createdAt,
});

const asJson = (design: RollUpDesign) => JSON.parse(JSON.stringify(design));

export function createPostgresRollUps({ prisma }: Database): RollUps {
  return {
    add: (_by, design) => guarded(async () => toRow(await prisma.rollUp.create({ data: { design: asJson(design) } }))),
    find: (_by, id) =>
      guarded(async () => {
        const row = await prisma.rollUp.findUnique({ where: { id } });
        return row === null ? undefined : toRow(row);
      }),
    list: (_by, limit) =>
      guarded(async () => (await prisma.rollUp.findMany({ orderBy: { id: 'desc' }, take: limit })).map(toRow)),
    change: (_by, id, version, design) =>
      guarded(async () => {
        const { count } = await prisma.rollUp.updateMany({
          where: { id, version },
          data: { version: version + 1, design: asJson(design) },
        });
        return count === 1;
      }),
  };
}
