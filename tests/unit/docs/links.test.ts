// A reader who follows a link arrives: between pages, to a heading, and from a comment in the code to the page it names.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linksOf, markdownPages, problemOfLink, projectFiles, ROOT } from '../../support/markdown';

test('every link of every page leads to a file and a heading that are there', () => {
  const pages = markdownPages();
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/spec.md', 'docs/protocol/README.md']));
  expect(pages.flatMap((page) => problemsOf(page, page, linksOf(page)))).toEqual([]);
});

test('every page that a source names is there', () => {
  const sources = projectFiles().filter((name) => /\.(tsx?|mjs|cjs|js|py|prisma|ya?ml)$/.test(name));
  const problems = sources.flatMap((name) => {
    const named = readFileSync(path.join(ROOT, name), 'utf8').matchAll(/(?<![\w/])docs\/[\w/.-]+\.md(?:#[\w-]+)?/g);
    const links = [...named].map(([link]) => link);
    return problemsOf(name, 'README.md', links);
  });
  expect(problems).toEqual([]);
});

test('a link that leads nowhere is told', () => {
  expect(problemOfLink('docs/spec.md', 'nowhere.md')).toBe('no file nowhere.md');
  expect(problemOfLink('docs/spec.md', '../README.md#nowhere')).toBe('no heading ../README.md#nowhere');
  expect(problemOfLink('docs/spec.md', '../README.md#run-it')).toBeUndefined();
});

/** `standsIn`: the file to name. `from`: the page that the links start from. */
function problemsOf(standsIn: string, from: string, links: readonly string[]): string[] {
  return links.flatMap((link) => {
    const problem = problemOfLink(from, link);
    return problem === undefined ? [] : [`${standsIn}: ${problem}`];
  });
}
