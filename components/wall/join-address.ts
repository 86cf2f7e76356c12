// How a join address is shown to people who type it: no scheme, no code (it stands beside it), no final slash.
export function typedAddress(joinUrl: string): string {
  try {
    return new URL(joinUrl).host;
  } catch {
    return joinUrl;
  }
}

/** The code in two halves: easier to read out and to type. */
export function spacedCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
