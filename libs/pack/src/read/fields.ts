/** Fields that more than one file of a pack has. */
import { z } from 'zod';
import { forms } from '../english.js';

/** A part of an area's path, and the id of a micro-grid: letters and digits of any script. */
export const Slug = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, forms.slug.en);
/** The path of an area: one to five slugs with `/` between them, from the town down. */
export const Path = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{N}._-]*){0,4}$/u, forms.path.en);
/** So many characters a name has at most. */
export const longestName = 100;

/** For an editor: what a field means, in the town's two languages. */
export const saying = (en: string, zh: string) => ({ description: `${en} · ${zh}` });

/** Where an editor finds what a file may hold. */
export const schemaLink = z
  .string()
  .optional()
  .meta(saying('the schema of this file, for editors', '本文件的格式说明，供编辑器使用'));

/** A name in both languages. */
export const Name = z.strictObject({
  zh: z.string().trim().min(1).max(longestName),
  en: z.string().trim().min(1).max(longestName),
});
