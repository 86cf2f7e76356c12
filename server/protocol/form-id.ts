// The id under which a plain form's command counts.
import type { Json } from '../engine/patch';
import { viewHash } from './view-hash';

/**
 * The page's nonce with a digest of what is said: the same form sent twice, or once by the form and once by the script
 * that came meanwhile, counts once; a form that was changed after going back is not taken for its first version.
 */
export function formCommandId(nonce: string, command: object): string {
  return `${nonce}-${viewHash(command as Json)}`;
}
