/** Fields that more than one file of a pack has. */
import { z } from 'zod';

/** A part of an area's path, and the id of a micro-grid: letters and digits of any script. */
export const Slug = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u);
export const Path = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{N}._-]*){0,4}$/u);
/** So many characters a name has at most. */
export const longestName = 100;

export const Name = z.strictObject({
  zh: z.string().trim().min(1).max(longestName),
  en: z.string().trim().min(1).max(longestName),
});
