/** What intake reads of a town pack: `menu.json`. */
import { nets, urgencies } from '../words.js';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import { z } from 'zod';
import { forms } from '../english.js';
import { saying, schemaLink } from './fields.js';

const file = 'menu.json';

const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, forms.word.en)
  .meta(saying('a word for programs, never changed later', '编号，启用后不再更改'));
const Name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const Group = z.strictObject({ id: Id, name: Name.meta(saying('how people call it', '名称')) });

const Item = z.strictObject({
  id: Id,
  name: Name.meta(saying('how people call it', '名称')),
  group: Id.optional().meta(saying('the id of its group; a menu may have none', '所属分组的编号，可不分组')),
  net: z.enum(nets).meta(saying('whose micro-grids answer for it', '由哪张网的微网格负责')),
  urgency: z.enum(urgencies).meta(saying('how soon it must be seen to', '紧急程度')),
  policy: z
    .string()
    .min(1)
    .meta(saying('an id of policies.json: by when it must be answered', '时限规则的编号，见 policies.json')),
  public: z
    .boolean()
    .default(false)
    .meta(saying('about a public place, whose exact point is nobody’s secret', '涉及公共场所，位置无须保密')),
  office: z
    .string()
    .min(1)
    .optional()
    .meta(
      saying(
        'an id of offices in rosters.json: who answers where the grid cannot',
        '对口科室编号，见 rosters.json',
      ),
    ),
  finish: z
    .strictObject({
      photo: z.boolean().default(false).meta(saying('a photo of the work', '办理结果照片')),
      words: z.boolean().default(false).meta(saying('what was done, in words', '办理情况文字说明')),
    })
    .optional()
    .meta(saying('what must come with the word that it is done', '办结时须附的材料')),
});

type Group = Readonly<z.infer<typeof Group>>;

/** What residents can order: a kind of demand, with its net, its urgency and the policy it is answered by. */
export type MenuItem = Readonly<Omit<z.infer<typeof Item>, 'group'> & { group?: Group }>;

/** `menu.json`. */
export const Menu = z.strictObject({
  groups: z
    .array(Group)
    .default([])
    .meta(saying('groups of items, for a menu of two levels', '服务事项的分组，用于两级菜单')),
  items: z.array(Item).min(1).meta(saying('what residents can order', '居民可选的服务')),
  $schema: schemaLink,
});
type Menu = z.infer<typeof Menu>;

type Read = Readonly<{ items: readonly MenuItem[] | null; problems: readonly PackProblem[] }>;

const twice = (what: string, ids: readonly string[]): readonly PackProblem[] =>
  ids
    .filter((id, place) => ids.indexOf(id) !== place)
    .map((id) =>
      problemsIn(file).mistake('twice', `${what} ${id}`, {
        en: 'it stands there twice',
        zh: '重复出现',
      }),
    );

const withoutGroup = ({ groups, items }: Menu): readonly PackProblem[] =>
  items
    .filter(({ group }) => group !== undefined && groups.every(({ id }) => id !== group))
    .map(({ id, group }) =>
      problemsIn(file).mistake('unknown-group', `menu item ${id} group`, {
        en: `the menu has no group ${group}`,
        zh: `服务菜单中没有分组 ${group}`,
      }),
    );

const itemsOf = ({ groups, items }: Menu): readonly MenuItem[] =>
  items.map(({ group: id, ...item }) => {
    const group = groups.find((it) => it.id === id);
    return group === undefined ? item : { ...item, group };
  });

const readMenu = (json: unknown): Read => {
  const { value, problems } = readBy(Menu, json, { file });
  if (value === null) return { items: null, problems };
  const idsOf = (things: readonly Readonly<{ id: string }>[]) => things.map(({ id }) => id);
  const found = [...twice('group', idsOf(value.groups)), ...twice('menu item', idsOf(value.items))];
  return { items: itemsOf(value), problems: [...found, ...withoutGroup(value)] };
};

/** Every mistake of the file, each with its place; none: the file is good. */
export const problemsOfMenu = (json: unknown): readonly PackProblem[] => readMenu(json).problems;

/**
 * The menu of a town.
 *
 * @param json the content of `menu.json`.
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const parseMenu = (json: unknown): readonly MenuItem[] => {
  const { items, problems } = readMenu(json);
  refuseMistakes(problems);
  if (items === null) throw new Error('a menu without a mistake was not read');
  return items;
};
