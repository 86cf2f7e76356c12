// A route as one row: where, who, what it takes, and the function that answers. A row without `who` does not compile, and
// what the function is given follows from the row: a scope of that `who`, the names in its path, its query, its body.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type * as z from 'zod';
import type { Shown } from '../auth/access';
import type { Caller } from '../auth/caller';
import { LARGEST_MESSAGE } from '../engine/limits';
import type { FormFields } from '../protocol/form-fields';
import type { Answer, GateRefusal } from './answer';
import type { Services } from './services';

/** A request as the functions see it, beside what their row names. */
export type Exchange = Shown & {
  readonly services: Services;
  readonly caller: Caller;
  readonly headers: IncomingHttpHeaders;
};

/** Whom the document of the API names. */
export type Who = 'public' | 'device' | 'facilitator' | 'screen' | 'organiser';

/** Lets in as a scope, or says why not. `after`: only the body says for what. */
export type Guard<Scope, Params extends string = never, Body = unknown> = {
  readonly who: readonly Who[];
  readonly after?: 'body';
  // Not as a method: those take less than they ask for.
  readonly admit: (
    asked: { readonly params: Readonly<Record<Params, string>>; readonly body: Body },
    exchange: Exchange,
  ) => Promise<Scope | GateRefusal> | Scope | GateRefusal;
};

/** Each with its limit in bytes. */
export type Body<Content> =
  | {
      readonly kind: 'json';
      readonly limit: number;
      readonly schema: z.ZodType<Content>;
      /** What the function makes sure of itself. */
      readonly inside?: z.ZodType;
    }
  /** Comes to its function in any case: a form is answered with a page that says what was wrong. */
  | { readonly kind: 'form'; readonly limit: number; readonly content?: Content }
  /** Comes unread. */
  | { readonly kind: 'file'; readonly limit: number; readonly content?: Content };

export const json = <Content>(schema: z.ZodType<Content>, limit = LARGEST_MESSAGE): Body<Content> => ({
  kind: 'json',
  limit,
  schema,
});
export const form: Body<FormFields | 'too_large'> = { kind: 'form', limit: LARGEST_MESSAGE };
export const file = (limit: number): Body<IncomingMessage> => ({ kind: 'file', limit });

/** The names after colons. */
export type ParamsOf<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Plain<Name> | ParamsOf<`/${More}`>
    : Plain<Rest>
  : never;
type Plain<Name extends string> = Name extends `${infer Stem}.${string}` ? Stem : Name;

export type RowOf<Scope, Path extends string, Query extends string, Content> = {
  /** GET stands for HEAD too, but for files. */
  readonly method: 'GET' | 'POST';
  readonly path: Path;
  readonly who: Guard<Scope, ParamsOf<Path>, NoInfer<Content>>;
  /** One line for the document of the API. */
  readonly says: string;
  readonly query?: readonly Query[];
  readonly body?: Body<Content>;
  /** What it answers is a file to keep. */
  readonly sends?: 'file';
  /** How a refusal looks that is meant for a person to read. Without it: JSON. */
  readonly refusal?: (
    refused: GateRefusal,
    params: Readonly<Record<string, string>>,
    exchange: Exchange,
  ) => Promise<Answer>;
  readonly answer: (
    scope: Scope,
    input: {
      readonly params: Readonly<Record<ParamsOf<Path>, string>>;
      /** Of a name that is said twice the first counts. */
      readonly query: Readonly<Partial<Record<Query, string>>>;
      readonly body: Content;
    },
    exchange: Exchange,
  ) => Promise<Answer> | Answer;
};

/** A row that `route` has checked, with its own types forgotten, so that all of them stand in one list. */
export type Row = Pick<
  RowOf<never, string, string, unknown>,
  'method' | 'path' | 'says' | 'query' | 'body' | 'sends' | 'refusal'
> & {
  readonly who: Guard<object, string>;
  readonly answer: (
    scope: object,
    input: { readonly params: Record<string, string>; readonly query: Record<string, string>; readonly body: unknown },
    exchange: Exchange,
  ) => Promise<Answer> | Answer;
  readonly [checked]: true;
};
declare const checked: unique symbol;

export const route = <
  Scope extends object,
  const Path extends string,
  const Query extends string = never,
  Content = undefined,
>(
  row: RowOf<Scope, Path, Query, Content>,
): Row => row as unknown as Row;
