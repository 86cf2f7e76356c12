// The project's Markdown pages as a reader on the web meets them: their headings' anchors, and their links.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '..', '..');

/** Every page of the project, as paths from its root. */
export function markdownPages(): readonly string[] {
  return projectFiles().filter((name) => name.endsWith('.md'));
}

/** Every file of the project, packages and what is built left out, as paths from its root with `/`. */
export function projectFiles(folder = ''): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (!entry.isDirectory()) return entry.isFile() ? [name] : [];
    const isOurs = entry.name === '.github' || !(entry.name.startsWith('.') || entry.name === 'node_modules');
    return isOurs && name !== 'server/data/generated' ? projectFiles(name) : [];
  });
}

/** Where the links and pictures of a page lead, examples left out: `page.md#anchor`, `https://…`. */
export function linksOf(page: string): readonly string[] {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, '`…`');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/(?:src|href)="([^"]+)"/g)];
  return links.map(([, link]) => link as string);
}

/** What is wrong with a link, or nothing. `page` is where it stands; links to other sites are not looked up. */
export function problemOfLink(page: string, link: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file));
  if (target.startsWith('..') || !existsSync(path.join(ROOT, target))) return `no file ${link}`;
  if (anchor === undefined) return undefined;
  return target.endsWith('.md') && anchorsOf(target).has(anchor) ? undefined : `no heading ${link}`;
}

/** The anchor GitHub gives a heading that no heading before it has taken. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

const anchors = new Map<string, ReadonlySet<string>>();

function anchorsOf(page: string): ReadonlySet<string> {
  const known = anchors.get(page);
  if (known !== undefined) return known;
  const taken = new Map<string, number>();
  const found = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#+ (.*)$/gm)) {
    const anchor = anchorOf(heading.replace(/\]\([^)]*\)/g, ''));
    const before = taken.get(anchor) ?? 0;
    taken.set(anchor, before + 1);
    found.add(before === 0 ? anchor : `${anchor}-${before}`);
  }
  anchors.set(page, found);
  return found;
}

function proseOf(page: string): string {
  return readFileSync(path.join(ROOT, page), 'utf8').replace(/^```.*\n[\s\S]*?^```$/gm, '');
}
