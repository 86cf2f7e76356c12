// What the form just sent lacks, as one of its fields is told.
import { fieldOf } from '../../../../server/protocol/form-lack';
import type { RefusalCode } from '../../../../server/protocol/wire';
import type { Page } from './page';

/** Why this field's form was not taken, if it is for this field: said by the script, or by the answer to a plain form. */
export function lackAt({ lack, flash }: Page, field: string): RefusalCode | undefined {
  if (lack !== undefined) return lack.field === field ? lack.code : undefined;
  return flash?.kind === 'refused' && fieldOf(flash.code).includes(field) ? flash.code : undefined;
}
