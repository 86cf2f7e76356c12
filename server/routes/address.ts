// What stands in a request's first line, before anybody believes it.

/** `OPTIONS *` and a proxy's absolute address name no page of ours; nor does what a browser would take for another host. */
export function isPath(target: string | undefined): boolean {
  if (target?.startsWith('/') !== true || !URL.canParse(target, 'http://eles.invalid')) return false;
  return new URL(target, 'http://eles.invalid').host === 'eles.invalid';
}

/** A path that nothing can be read from is read as it was typed. */
export function readableUrl(url = ''): string {
  const path = url.split('?')[0] ?? '';
  if (!path.includes('%')) return url;
  try {
    decodeURI(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
}

/** Of a name that is said twice the first counts. */
export function readQuery(text: string): Record<string, string> {
  if (text === '') return {};
  return Object.fromEntries([...new URLSearchParams(text)].reverse());
}
