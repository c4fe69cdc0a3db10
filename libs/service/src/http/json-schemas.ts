/** Schemas of zod as JSON Schemas of an OpenAPI 3.1 document; whatever has a name stands among its components once. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** References of a schema by itself, as those of a document. */
const relocated = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(relocated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [
      name,
      name === '$ref' && typeof it === 'string'
        ? it.replace('#/$defs/', '#/components/schemas/')
        : relocated(it),
    ]),
  );
};

const withoutName = (schema: Json): Json => {
  const { id: _, ...rest } = schema;
  return rest;
};

/** The schemas of one document. */
export type SchemaBook = Readonly<{
  /** What is sent (`input`) or answered (`output`), by reference where it has a name (`.meta({ id })`). */
  of: (schema: z.ZodType, io: 'input' | 'output') => Json;
  /** Every schema that has a name and was asked for. */
  named: () => Readonly<Record<string, Json>>;
}>;

/**
 * An empty book of schemas, as JSON Schema 2020-12, which OpenAPI 3.1 takes.
 *
 * @returns `of` throws an `Error` where two different schemas have one name.
 */
export const schemaBook = (): SchemaBook => {
  const known = new Map<string, Json>();
  const learn = (name: string, schema: Json) => {
    const before = known.get(name);
    if (before !== undefined && !isDeepStrictEqual(before, schema))
      throw new Error(`two different schemas of the API are called ${name}`);
    known.set(name, schema);
  };
  return {
    of: (schema, io) => {
      // Within another schema, one with a name becomes a reference.
      const whole = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any' });
      for (const [name, definition] of Object.entries(whole.$defs ?? {}))
        learn(name, withoutName(relocated(definition) as Json)); // An object stays one.
      return relocated(whole.properties?.['it'] ?? {}) as Json;
    },
    named: () => Object.fromEntries([...known].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
};
