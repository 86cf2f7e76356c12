// What became of a line of the earlier vision, in words.
import type { EarlierLineView } from '../engine/views';
import type { Words } from './words';

export function becameOf({ kind, status = 'not_started', fate = 'kept' }: EarlierLineView, say: Words): string {
  return say(kind === 'goal' ? `fate_${fate}` : status);
}
