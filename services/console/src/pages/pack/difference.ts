/** What would be otherwise with another pack: which items of the menu and which micro-grids come, go or are called otherwise. */
import type { Texts } from './pack-files';

type Name = Readonly<{ zh: string; en: string }>;
export type Thing = Readonly<{ id: string; name: Name; more: string }>;

export type Difference = Readonly<{
  kind: 'menu' | 'grids';
  before: number;
  after: number;
  added: readonly Thing[];
  gone: readonly Thing[];
  changed: readonly Thing[];
}>;

const isSame = (one: Thing, other: Thing): boolean =>
  one.name.zh === other.name.zh && one.name.en === other.name.en && one.more === other.more;

export const differenceOf = (
  kind: Difference['kind'],
  before: readonly Thing[],
  after: readonly Thing[],
): Difference => {
  const [known, coming] = [before, after].map((it) => new Map(it.map((thing) => [thing.id, thing] as const)));
  return {
    kind,
    before: before.length,
    after: after.length,
    added: after.filter(({ id }) => known?.has(id) === false),
    gone: before.filter(({ id }) => coming?.has(id) === false),
    changed: after.filter((it) => {
      const old = known?.get(it.id);
      return old !== undefined && !isSame(old, it);
    }),
  };
};

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const thingOf = (value: unknown, more: readonly string[]): readonly Thing[] => {
  if (!isJson(value) || typeof value['id'] !== 'string') return [];
  const name = isJson(value['name']) ? value['name'] : {};
  return [
    {
      id: value['id'],
      name: { zh: textIn(name['zh']), en: textIn(name['en']) },
      more: more.map((field) => textIn(value[field])).join(' '),
    },
  ];
};

const listIn = (text: string | undefined, field: string): readonly unknown[] => {
  try {
    const json: unknown = JSON.parse((text ?? '').replace(/^\uFEFF/, ''));
    const list = isJson(json) ? json[field] : null;
    return Array.isArray(list) ? (list as readonly unknown[]) : [];
  } catch {
    return []; // the check says that it is no JSON
  }
};

/** What of an item is shown to whoever compares: its policy, urgency and net. */
export const menuFields = ['policy', 'urgency', 'net'] as const;
export const gridFields = ['area', 'net'] as const;

/** Land is in force from some moment until another one; what nobody can read is for the check to say. */
const isInForce = (properties: unknown, now: number): boolean => {
  if (!isJson(properties)) return false;
  const [from, until] = [properties['from'], properties['until']].map((it) => Date.parse(textIn(it)));
  return !(Number(from) > now || Number(until) <= now);
};

/** @param now in milliseconds since 1970: of the land, what is in force then. */
export const thingsIn = (
  texts: Texts,
  now: number,
): Readonly<Record<Difference['kind'], readonly Thing[]>> => ({
  menu: listIn(texts.get('menu.json'), 'items').flatMap((it) => thingOf(it, menuFields)),
  grids: listIn(texts.get('grids.geojson'), 'features').flatMap((it) =>
    isJson(it) && isInForce(it['properties'], now) ? thingOf(it['properties'], gridFields) : [],
  ),
});
