/**
 * Nest's decorators of routes and their arguments, which also remember what they declare: so that the description of
 * the API is made from public means, and not from where Nest keeps its own metadata.
 */
import * as nest from '@nestjs/common';
import type { z } from 'zod';

/** Where an argument of a route comes from. */
type Source = 'body' | 'query' | 'path';

/** An argument of a route; `name` is `null` where it is the whole body or query, `schema` where nothing is parsed. */
export type Argument = Readonly<{ from: Source; name: string | null; schema: z.ZodType | null }>;

/** Methods of HTTP that routes have. */
export type Method = 'get' | 'post' | 'put' | 'delete' | 'patch';

/** What was declared of one method of a controller. */
type Declared = {
  route?: Readonly<{ method: Method; path: string }>;
  status?: number;
  /** It takes a command, known by its Idempotency-Key. */
  isCommand?: boolean;
  /** Its body is a picture. */
  takesPicture?: boolean;
  arguments: readonly Argument[];
};

type Schema = Readonly<{ schema: z.ZodType }>;

const prefixes = new WeakMap<object, string>();
const declarations = new WeakMap<object, Map<string, Declared>>();

/** What the decorators below declared of a method; of one that has none, no more than an empty list of arguments. */
export const declaredOf = (prototype: object, name: string): Readonly<Declared> =>
  declarations.get(prototype)?.get(name) ?? { arguments: [] };

/** The path before those of all routes of a controller. */
export const prefixOf = (controller: object): string => prefixes.get(controller) ?? '';

/** Adds to what is declared of a method. A decorator of a route or an argument calls it, and nobody else. */
export const declare = (prototype: object, key: string | symbol | undefined, more: Partial<Declared>) => {
  const methods = declarations.get(prototype) ?? new Map<string, Declared>();
  declarations.set(prototype, methods);
  const name = String(key);
  methods.set(name, { ...(methods.get(name) ?? { arguments: [] }), ...more });
};

const routeBy =
  (method: Method, decorate: (path?: string) => MethodDecorator) =>
  (path = ''): MethodDecorator =>
  (target, key, descriptor) => {
    declare(target, key, { route: { method, path } });
    return decorate(path)(target, key, descriptor);
  };

const argumentBy =
  (argument: Argument, decorator: ParameterDecorator): ParameterDecorator =>
  (target, key, index) => {
    const before = declaredOf(target, String(key)).arguments;
    // Decorators of arguments run from the last to the first.
    declare(target, key, { arguments: [argument, ...before] });
    decorator(target, key, index);
  };

/** A class of routes, as Nest's `Controller`. @param prefix the path before theirs, such as `api/v1/cases`. */
export const Controller =
  (prefix = ''): ClassDecorator =>
  (target) => {
    prefixes.set(target, prefix);
    return nest.Controller(prefix)(target);
  };

/** A route that reads, as Nest's `Get`. @param path below the prefix of its controller, such as `:caseId`. */
export const Get = routeBy('get', nest.Get);

/** A route that is posted to, as Nest's `Post`; it answers with 201 where `HttpCode` says nothing else. */
export const Post = routeBy('post', nest.Post);

/** A route that puts something in the place of what was there, as Nest's `Put`. */
export const Put = routeBy('put', nest.Put);

/** A route that changes a part of something, as Nest's `Patch`. */
export const Patch = routeBy('patch', nest.Patch);

/** A route that ends something, as Nest's `Delete`. */
export const Delete = routeBy('delete', nest.Delete);

/** The status of a good answer, as Nest's `HttpCode`. */
export const HttpCode =
  (status: number): MethodDecorator =>
  (target, key, descriptor) => {
    declare(target, key, { status });
    return nest.HttpCode(status)(target, key, descriptor);
  };

/** The whole body, parsed by its schema; refused as `malformed` where it does not fit. */
export const Body = ({ schema }: Schema): ParameterDecorator =>
  argumentBy({ from: 'body', name: null, schema }, nest.Body({ schema }));

/** The whole query, parsed by an object schema; a parameter that it does not know is refused. */
export const Query = ({ schema }: Schema): ParameterDecorator =>
  argumentBy({ from: 'query', name: null, schema }, nest.Query({ schema }));

/** A part of the path, parsed by its schema. */
export const Param = (name: string, { schema }: Schema): ParameterDecorator =>
  argumentBy({ from: 'path', name, schema }, nest.Param(name, { schema }));
