/** What intake reads of a town pack: `menu.json`. */
import { nets, urgencies } from '@mulin/contracts';
import { Rejection } from '@mulin/kernel';
import { z } from 'zod';
import type { MenuItem } from './domain/menu.js';

const Item = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'must be a kebab-case word'),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  net: z.enum(nets),
  urgency: z.enum(urgencies),
  policy: z.string().min(1),
  public: z.boolean().default(false),
});

const Menu = z.strictObject({ items: z.array(Item).min(1) });

/** Every mistake of the file, each in one sentence that says where it is; none: the file is good. */
export const problemsOfMenu = (json: unknown): readonly string[] => {
  const parsed = Menu.safeParse(json);
  if (!parsed.success)
    return parsed.error.issues.map(
      ({ path, message }) => `menu.json: ${path.join('.') || 'file'}: ${message}`,
    );
  const ids = parsed.data.items.map(({ id }) => id);
  return ids
    .filter((id, place) => ids.indexOf(id) !== place)
    .map((id) => `menu.json: menu item ${id} stands there twice`);
};

/** Refused (`pack-invalid`) with every mistake named. */
export const parseMenu = (json: unknown): readonly MenuItem[] => {
  const problems = problemsOfMenu(json);
  if (problems.length > 0)
    throw new Rejection('pack-invalid', { en: problems.join('; '), zh: problems.join(';') }, 'malformed');
  return Menu.parse(json).items;
};
