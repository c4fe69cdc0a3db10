/** What a value of a pack says, thing by thing and field by field: whatever stands in it, known to a table or not. */
import type { LocalizedText } from '@mulin/kernel';
import type { z } from 'zod';
import { entryLabel, fieldLabel, holderLabel, isRecord, schemaIn } from './labels.js';
import { isJson, type Json, valueInWords } from './value-words.js';

/** One field of a thing. `id`: its path within the thing, the same in another pack that says something else of it. */
type Said = Readonly<{ id: string; name: LocalizedText; value: LocalizedText }>;

/** A calendar, an item of the menu, the disputes of a colour …; `id` and `name` are empty for what is of no thing. */
export type Thing = Readonly<{ id: string; name: LocalizedText; says: readonly Said[] }>;

type Place = Readonly<{
  /** The field or entry itself. */
  key: string;
  schema: z.ZodType | undefined;
  /** From the file down, or from the thing. */
  path: readonly string[];
  labels: readonly LocalizedText[];
  thing: Pick<Thing, 'id' | 'name'>;
}>;

type Found = Readonly<{ thing: Place['thing']; said: Said }>;

const isOfNone = ({ thing }: Place): boolean => thing.id === '';

const joined = (labels: readonly LocalizedText[]): LocalizedText => ({
  en: labels.map(({ en }) => en).join(', '),
  zh: labels.map(({ zh }) => zh).join('，'),
});

/** The fields by which an entry is known: at another place in the list it is the same entry. */
const identity = (entry: Json): readonly string[] => {
  if (typeof entry['lat'] === 'number') return ['lat', 'lon'];
  if (typeof entry['account'] === 'string') return ['account', 'area'];
  const known = ['id', 'name', 'version'].find((it) => ['string', 'number'].includes(typeof entry[it]));
  return known === undefined ? [] : [known];
};

const keyOf = (entry: unknown, place: number): string => {
  const known = isJson(entry) ? identity(entry).map((it) => String(entry[it])) : [];
  return known.length === 0 ? String(place) : known.join(', ');
};

const entryAt = (of: Place, id: string, entry: unknown): Place => {
  const label = entryLabel(of.key, id, entry);
  const path = [...of.path, id];
  const schema = schemaIn(of.schema, id);
  // The first entry on the way that has fields of its own is the thing.
  return isOfNone(of) && valueInWords(entry, of.key) === null
    ? { key: of.key, schema, path: [], labels: [], thing: { id: path.join('/'), name: label } }
    : { ...of, schema, path, labels: [...of.labels, label] };
};

const fieldsIn = (value: Json, at: Place): readonly Found[] =>
  Object.entries(value)
    .filter(([key]) => !identity(value).includes(key))
    .flatMap(([key, field]) => {
      const schema = schemaIn(at.schema, key);
      const holds = valueInWords(field, key) === null;
      const label = holds ? holderLabel(key, at.path) : fieldLabel(key, schema);
      const labels = label === null ? at.labels : [...at.labels, label];
      return walk(field, { ...at, key, schema, path: [...at.path, key], labels });
    });

/** A list of nobody says that nobody hears; any other empty one says as much as none. */
const isNothing = (value: unknown, { key }: Place): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0 && key !== 'ladder');

const walk = (value: unknown, at: Place): readonly Found[] => {
  if (isNothing(value, at)) return [];
  const said = valueInWords(value, at.key);
  if (said !== null)
    return [{ thing: at.thing, said: { id: at.path.join('/'), name: joined(at.labels), value: said } }];
  if (Array.isArray(value))
    return value.flatMap((it: unknown, place) => walk(it, entryAt(at, keyOf(it, place), it)));
  if (!isJson(value)) return [];
  return isRecord(at.schema)
    ? Object.entries(value).flatMap(([key, it]) => walk(it, entryAt(at, key, it)))
    : fieldsIn(value, at);
};

/** Entries of one name, as somebody has who helps twice, are told apart by their place among them. */
const apart = (all: readonly Found[]): readonly Found[] => {
  const seen = new Map<string, number>();
  return all.map(({ thing, said }) => {
    const whole = JSON.stringify([thing.id, said.id]);
    const nth = (seen.get(whole) ?? 0) + 1;
    seen.set(whole, nth);
    return nth === 1 ? { thing, said } : { thing, said: { ...said, id: `${said.id} ${nth}` } };
  });
};

/** Everything in the value; what is of no thing first. */
export const thingsOf = (value: Json, schema: z.ZodType): readonly Thing[] => {
  const none = { id: '', name: { en: '', zh: '' } };
  const things = new Map<string, { name: LocalizedText; says: Said[] }>();
  for (const { thing, said } of apart(
    fieldsIn(value, { key: '', schema, path: [], labels: [], thing: none }),
  )) {
    const { says } = things.get(thing.id) ?? { says: [] };
    things.set(thing.id, { name: thing.name, says: [...says, said] });
  }
  return [...things].map(([id, it]) => ({ id, ...it }));
};
