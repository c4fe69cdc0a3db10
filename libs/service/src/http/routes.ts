/** The routes of an application as their own decorators declare them. */
import type { Right } from '@mulin/kernel';
import { RequestMethod, type Type } from '@nestjs/common';
import {
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/internal';
import { z } from 'zod';
import { readAsked } from './command-context.js';
import { isOpen, rightOf } from './auth.guard.js';

export type Source = 'body' | 'query' | 'path';

export type Argument = Readonly<{ from: Source; name: string | null; schema: z.ZodType | null }>;

export type Route = Readonly<{
  controller: string;
  name: string;
  method: 'get' | 'post' | 'put' | 'delete' | 'patch';
  path: string;
  status: number;
  /** `null`: it is open, or closed to everyone. */
  right: Right | null;
  isOpen: boolean;
  /** It takes a command, known by its Idempotency-Key. */
  isCommand: boolean;
  arguments: readonly Argument[];
}>;

/** Nest's own numbers for what an argument is taken from (`RouteParamtypes`). */
const sources: Readonly<Record<string, Source>> = { '3': 'body', '4': 'query', '5': 'path' };

const methods: Readonly<Record<number, Route['method']>> = {
  [RequestMethod.GET]: 'get',
  [RequestMethod.POST]: 'post',
  [RequestMethod.PUT]: 'put',
  [RequestMethod.DELETE]: 'delete',
  [RequestMethod.PATCH]: 'patch',
};

type Declared = Readonly<Record<string, { data?: unknown; schema?: unknown; factory?: unknown }>>;

const declaredOf = (controller: Type, name: string): Declared =>
  (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Declared; // Nest keeps it so

const argumentsOf = (controller: Type, name: string): readonly Argument[] =>
  Object.entries(declaredOf(controller, name)).flatMap(([key, { data, schema }]) => {
    const from = sources[key.split(':', 1)[0] ?? ''];
    if (from === undefined) return [];
    return {
      from,
      name: typeof data === 'string' ? data : null,
      schema: schema instanceof z.ZodType ? schema : null,
    };
  });

const firstOf = (path: unknown): string => String(Array.isArray(path) ? path[0] : (path ?? ''));

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

const routeOf = (controller: Type, name: string): Route | null => {
  const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
  if (typeof handler !== 'function') return null;
  const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
  const method = methods[Reflect.getMetadata(METHOD_METADATA, handler) as number]; // set with the path
  if (path === undefined || method === undefined) return null;

  const status = Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined;
  return {
    controller: controller.name.replace(/Controller$/, ''),
    name,
    method,
    path: joined(firstOf(Reflect.getMetadata(PATH_METADATA, controller)), firstOf(path)),
    status: status ?? (method === 'post' ? 201 : 200),
    right: rightOf(handler),
    isOpen: isOpen(handler),
    isCommand: Object.values(declaredOf(controller, name)).some(({ factory }) => factory === readAsked),
    arguments: argumentsOf(controller, name),
  };
};

export const routesOf = (controllers: readonly Type[]): readonly Route[] =>
  controllers
    .flatMap((controller) =>
      Object.getOwnPropertyNames(controller.prototype).map((name) => routeOf(controller, name)),
    )
    .filter((route) => route !== null)
    .sort((one, other) => (one.path === other.path ? 0 : one.path < other.path ? -1 : 1));
