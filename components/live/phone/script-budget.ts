// How much script a cheap phone on 2G is asked to load, in bytes as sent with gzip.
import { gzipSync } from 'node:zlib';
import type { Script } from './bundle';

/** Before one has joined, nothing of any kind of activity is loaded. */
export const JOIN_BUDGET = 25_000;
/** Of any page: what is always there, with the part of its step. */
export const PAGE_BUDGET = 40_000;

export type ScriptSizes = { readonly join: number; readonly pages: Readonly<Record<string, number>> };

export function sizesOf({ files, always, parts }: Script): ScriptSizes {
  const sum = (names: readonly string[]) =>
    names.reduce((bytes, name) => bytes + gzipSync(files[name] ?? '', { level: 9 }).length, 0);
  const join = sum(always);
  return { join, pages: Object.fromEntries(Object.entries(parts).map(([kind, names]) => [kind, join + sum(names)])) };
}

/** What is too large, in words. */
export function overBudget(script: Script): readonly string[] {
  const { join, pages } = sizesOf(script);
  return [
    ...(join > JOIN_BUDGET ? [`the script before joining has ${join} bytes gzip, budget ${JOIN_BUDGET}`] : []),
    ...Object.entries(pages).flatMap(([kind, bytes]) =>
      bytes > PAGE_BUDGET ? [`the script of a step of ${kind} has ${bytes} bytes gzip, budget ${PAGE_BUDGET}`] : [],
    ),
  ];
}
