// How whoever sits at this desk calls themselves. Kept by this browser; sent with each act, so that a line says who changed it.

const KEY = 'eles-desk-name';

export function readDeskName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    // A browser that keeps nothing: acts then go without a name.
    return '';
  }
}

export function keepDeskName(name: string): void {
  try {
    localStorage.setItem(KEY, name.trim());
  } catch {
    // As above.
  }
}
