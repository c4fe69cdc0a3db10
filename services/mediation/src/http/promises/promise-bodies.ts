/** What is sent about promises. */
import { z } from 'zod';
import { standings } from '../../domain/promise/promise.js';

const Text = z.string().trim().min(1).max(20_000);
const Account = z.string().trim().min(1).max(400);
const Path = z.string().min(1).max(400);

/** The schema of a path parameter that names a promise: its number or its id. */
export const PromiseName = z.string().min(1).max(200);

export const KeepPromise = z.strictObject({ done: Text });
export const DropPromise = z.strictObject({ reason: Text });
export const HandOver = z.strictObject({ owner: Account });

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

export const ListPublic = z.strictObject({
  state: z.enum(standings).optional(),
  area: Path.optional(),
  ...page,
});
export const ListPromises = z.strictObject({ ...ListPublic.shape, owner: Account.optional() });
