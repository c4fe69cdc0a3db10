/** The routes of an application as their own decorators declare them. */
import type { Right } from '@mulin/kernel';
import type { Type } from '@nestjs/common';
import { isOpen, rightOf } from './auth.guard.js';
import { type Argument, declaredOf, type Method, prefixOf } from './declared.js';
import { type Operation, operationOf } from './operation.js';

/** A route as its decorators declare it. `path` begins with `/` and has its parameters as `:name`. */
export type Route = Readonly<{
  controller: string;
  name: string;
  method: Method;
  path: string;
  status: number;
  /** `null`: it is open, or closed to everyone. */
  right: Right | null;
  isOpen: boolean;
  /** It takes a command, known by its Idempotency-Key. */
  isCommand: boolean;
  /** Its body is a picture, and no JSON. */
  takesPicture: boolean;
  arguments: readonly Argument[];
  /** What it promises; `null`: it says nothing of itself. */
  operation: Operation | null;
}>;

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

const routeOf = (controller: Type, name: string): Route | null => {
  const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
  const declared = declaredOf(controller.prototype as object, name);
  const { route, status, isCommand = false, takesPicture = false } = declared;
  if (typeof handler !== 'function' || route === undefined) return null;
  return {
    controller: controller.name.replace(/Controller$/, ''),
    name,
    method: route.method,
    path: joined(prefixOf(controller), route.path),
    status: status ?? (route.method === 'post' ? 201 : 200),
    right: rightOf(handler),
    isOpen: isOpen(handler),
    isCommand,
    takesPicture,
    arguments: declared.arguments,
    operation: operationOf(handler),
  };
};

/** All routes of these controllers, by their paths; a method that declares no route is none. */
export const routesOf = (controllers: readonly Type[]): readonly Route[] =>
  controllers
    .flatMap((controller) =>
      Object.getOwnPropertyNames(controller.prototype).map((name) => routeOf(controller, name)),
    )
    .filter((route) => route !== null)
    .sort((one, other) => (one.path === other.path ? 0 : one.path < other.path ? -1 : 1));
