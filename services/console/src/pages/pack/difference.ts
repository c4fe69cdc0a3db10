/** What would be otherwise with another pack: which items, micro-grids, offices and duties come, go or are otherwise. */
import { type Role, roleWords } from '@mulin/kernel';
import type { PackOutline } from '@mulin/pack';
import type { Texts } from './pack-files';

type Name = Readonly<{ zh: string; en: string }>;
export type Thing = Readonly<{ id: string; name: Name; more: string }>;

export type Difference = Readonly<{
  kind: 'menu' | 'grids' | 'offices' | 'duties';
  before: number;
  after: number;
  added: readonly Thing[];
  gone: readonly Thing[];
  changed: readonly Thing[];
  /** Whoever is asked first in a place where the same people stand in another order. */
  moved: readonly Thing[];
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
    moved: [],
  };
};

/** The first of those that both have, where they stand in another order; `null`: they do not. */
export const firstMoved = (before: readonly string[], after: readonly string[]): string | null => {
  const [old, next] = [new Set(before), new Set(after)];
  const was = before.filter((id) => next.has(id));
  return after.filter((id) => old.has(id)).find((id, place) => id !== was[place]) ?? null;
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
): Readonly<Record<'menu' | 'grids', readonly Thing[]>> => ({
  menu: listIn(texts.get('menu.json'), 'items').flatMap((it) => thingOf(it, menuFields)),
  grids: listIn(texts.get('grids.geojson'), 'features').flatMap((it) =>
    isJson(it) && isInForce(it['properties'], now) ? thingOf(it['properties'], gridFields) : [],
  ),
});

type Duty = Omit<PackOutline['duties'][number], 'role' | 'from' | 'until' | 'turn'> &
  Readonly<{
    role: Role;
    from: string | null;
    until: string | null;
    turn: Readonly<{ first: string; days: number; every: number }> | null;
  }>;
type Outline = Pick<PackOutline, 'offices'> & Readonly<{ duties: readonly Duty[] }>;

/** Who works there is told with the duties. */
export const officesIn = ({ offices }: Outline): readonly Thing[] =>
  offices.map(({ id, name }) => ({ id, name, more: '' }));

const inWords = ({ role, account, name, place, placeName }: Duty, language: keyof Name): string =>
  [name?.[language] ?? account, roleWords[role][language], placeName?.[language] ?? place].join(
    language === 'zh' ? '·' : ', ',
  );

/** The town answers moments by its own clocks, and the files are read by those of Greenwich. */
const msOf = (moment: string | null): number | null => (moment === null ? null : Date.parse(moment));

const termOf = ({ from, until, shift, turn }: Duty): string =>
  JSON.stringify([msOf(from), msOf(until), shift, turn && [msOf(turn.first), turn.days, turn.every]]);

/** Somebody with one role in one place is one, whatever leave has made of their term; when they work is `more`. */
export const dutiesIn = ({ duties }: Outline): readonly Thing[] => {
  const found = new Map<string, { name: Name; terms: string[] }>();
  for (const duty of duties) {
    const id = JSON.stringify([duty.role, duty.place, duty.account]);
    const known = found.get(id) ?? {
      name: { zh: inWords(duty, 'zh'), en: inWords(duty, 'en') },
      terms: [],
    };
    found.set(id, { ...known, terms: [...known.terms, termOf(duty)] });
  }
  return [...found].map(([id, { name, terms }]) => ({ id, name, more: [...terms].sort().join() }));
};

const placeOf = ({ id }: Thing): string => (JSON.parse(id) as readonly string[])[1] ?? '';

const byPlace = (duties: readonly Thing[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const duty of duties) found.set(placeOf(duty), [...(found.get(placeOf(duty)) ?? []), duty.id]);
  return found;
};

/** Who stands first is asked first. */
export const dutiesDifference = (before: readonly Thing[], after: readonly Thing[]): Difference => {
  const [old, next] = [byPlace(before), byPlace(after)];
  const firsts = new Set([...next].map(([place, ids]) => firstMoved(old.get(place) ?? [], ids)));
  return {
    ...differenceOf('duties', before, after),
    moved: after.filter(({ id }) => firsts.has(id)),
  };
};
