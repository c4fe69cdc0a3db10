/** A picture as the body of a request: the bytes as they came, for a route that says that it takes one. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { declare } from './declared.js';
import { noPicture, ServerRefusal } from './problem.js';
import { requestOf } from './request.js';

/** The media types in which a picture is taken. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Bytes of the largest picture: what a phone takes at its best. */
export const largestPicture = 8 * 1024 * 1024;

/** A picture and what its sender calls it. */
export type Picture = Readonly<{ type: (typeof pictureTypes)[number]; bytes: Uint8Array }>;

const mark = { takesPicture: true };

/** Whether `TakesPicture` marks a route, by its configuration. */
export const takesPicture = (config: object): boolean => 'takesPicture' in config;

/** Marks a route whose body is a picture of at most 8 MiB; its argument is `@PictureBody()`. */
export const TakesPicture = (): MethodDecorator => (target, key, descriptor) => {
  declare(target, key, { takesPicture: true });
  RouteConfig(mark)(target, key, descriptor);
};

const typeOf = (header: string | undefined): Picture['type'] | undefined => {
  const [type = ''] = (header ?? '').toLowerCase().split(';', 1);
  return pictureTypes.find((it) => it === type.trim());
};

/**
 * The picture that was sent.
 *
 * @throws `ServerRefusal` `unsupported-media-type` for anything else.
 */
export const PictureBody = createParamDecorator((_: unknown, context: ExecutionContext): Picture => {
  const { body, headers } = requestOf(context);
  const header = headers['content-type'];
  const type = typeOf(typeof header === 'string' ? header : undefined);
  if (!Buffer.isBuffer(body) || type === undefined) throw new ServerRefusal(noPicture);
  return { type, bytes: body };
});
