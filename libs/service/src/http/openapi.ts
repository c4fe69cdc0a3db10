/** The OpenAPI 3.1 document of an application, made from the schemas that its routes parse with. */
import { type Right, rights, rolesWith } from '@mulin/kernel';
import { z } from 'zod';
import type { Argument } from './declared.js';
import type { Route } from './routes.js';

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType | null): Json => {
  if (schema === null) return { type: 'string' };
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

const header = (name: string, required: boolean, description: string, schema: Json): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

const commandHeaders: readonly Json[] = [
  header('idempotency-key', true, 'The same key is the same request, however often it is sent.', {
    type: 'string',
    minLength: 1,
    maxLength: 200,
  }),
  header('if-match', false, 'The version that was read, as its ETag gave it.', {
    type: 'string',
    pattern: '^"[0-9]+"$',
  }),
];

const readHeaders: readonly Json[] = [
  header('mulin-after', false, 'Wait a moment until this position of a service shows.', {
    type: 'string',
    pattern: '^[a-z-]+:[0-9]+$',
  }),
];

const pathNames = (path: string): readonly string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);

const pathParameter =
  (argument: readonly Argument[]) =>
  (name: string): Json => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(argument.find((it) => it.from === 'path' && it.name === name)?.schema ?? null),
  });

/** One parameter for each field of a query's schema. */
const queryParameters = ({ name, schema }: Argument): readonly Json[] => {
  if (name !== null) return [{ name, in: 'query', required: false, schema: schemaOf(schema) }];
  const { properties, required } = schemaOf(schema) as { properties?: Json; required?: readonly string[] };
  return Object.entries(properties ?? {}).map(([field, fieldSchema]) => ({
    name: field,
    in: 'query',
    required: required?.includes(field) ?? false,
    schema: fieldSchema,
  }));
};

const problemAnswer = {
  description: 'No, and why',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const headersOf = (route: Route): readonly Json[] => {
  if (route.isOpen) return [];
  if (route.isCommand) return commandHeaders;
  return route.method === 'get' ? readHeaders : [];
};

const bodyOf = (route: Route): Json => {
  const body = route.arguments.find(({ from }) => from === 'body');
  if (body === undefined) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body.schema) } } },
  };
};

/** Which roles have the right, and what of theirs it opens to each: `own`, `held`, what they were `told` of. */
const rightFor = (right: Right | null): Json => {
  if (right === null) return { description: 'For: nobody.', 'x-roles': [] };
  const roles = rolesWith(right);
  const said = roles.map((role) => `${role} (${(rights[right][role] ?? []).join(', ')})`);
  return { description: `For: ${said.join('; ')}.`, 'x-right': right, 'x-roles': roles };
};

const operationOf = (route: Route): Json => ({
  operationId: `${route.controller}.${route.name}`,
  tags: [route.controller],
  ...(route.isOpen ? { security: [] } : rightFor(route.right)),
  parameters: [
    ...pathNames(route.path).map(pathParameter(route.arguments)),
    ...route.arguments.filter(({ from }) => from === 'query').flatMap(queryParameters),
    ...headersOf(route),
  ],
  ...bodyOf(route),
  responses: { [route.status]: { description: 'Done' }, default: problemAnswer },
});

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Never changes; the sentence may.' },
    instance: { type: 'string' },
  },
};

export const openApiOf = (town: string, routes: readonly Route[]): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: `Mulin 牟邻 · ${town}`, version: '1' },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  };
};
