// Which console this is. Kept as long as the tab is, through reloads: each desk takes back its own acts, and a second tab
// is a second desk.
import { randomId } from '../live/random-id';

const KEY = 'eles-desk';
let own: string | undefined;

export function deskId(): string {
  own ??= stored() ?? randomId();
  try {
    sessionStorage.setItem(KEY, own);
  } catch {
    // A browser that keeps nothing: a reload is another desk then.
  }
  return own;
}

function stored(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
