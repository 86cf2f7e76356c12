// The document of the API, made from the rows and the schemas of their bodies: OpenAPI 3.1.
import * as z from 'zod';
import { PROTOCOL_VERSION } from '../protocol/wire';
import type { Body, Row } from './row';

const REFUSED = {
  type: 'object',
  required: ['ok', 'code'],
  properties: {
    ok: { const: false },
    code: { type: 'string' },
    params: { type: 'object' },
    retryAfterMs: { type: 'integer' },
  },
};

export function openApi(rows: readonly Row[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const row of rows) {
    const path = row.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(row) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Eles',
      version: String(PROTOCOL_VERSION),
      description: 'Made from server/routes. What answers hold, and the socket: docs/protocol. `x-who`: who may.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    components: { schemas: { Refused: REFUSED } },
    paths,
  };
}

function operation({ path, says, who, query = [], body, sends, refusal }: Row): object {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: TEXT }));
  const inQuery = query.map((name) => ({ name, in: 'query', schema: TEXT }));
  const parameters = [...inPath, ...inQuery];
  const refused = { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } };
  return {
    summary: says,
    'x-who': who.who,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { content: contentOf(body) } }),
    responses: {
      '2XX': { description: sends === 'file' ? 'A file.' : 'See docs/protocol.' },
      default:
        refusal === undefined
          ? { description: 'Refused.', content: refused }
          : { description: 'A page that says why not.' },
    },
  };
}

const TEXT = { type: 'string' };

function contentOf(body: Body<unknown>): object {
  if (body.kind === 'form') return { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } };
  if (body.kind === 'file') return { 'application/x-ndjson': {} };
  const made = z.toJSONSchema(body.inside ?? body.schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  const { $schema: _said, ...schema } = made;
  return { 'application/json': { schema } };
}
