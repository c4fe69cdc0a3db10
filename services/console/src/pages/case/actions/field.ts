/** What a decision about a case asks for, and the words in which it is sent. */
import type { Code, Family } from '../../../parts/codes';
import type { Standing } from './possible';

export type Values = Readonly<Record<string, string>>;
type When = (values: Values) => boolean;

export type Field = Readonly<{
  name:
    | 'reason'
    | 'door'
    | 'outcome'
    | 'menuItem'
    | 'urgency'
    | 'microGrid'
    | 'office'
    | 'member'
    | 'address'
    | 'phone'
    | 'name'
    | 'words'
    | 'because'
    | 'into'
    | 'to'
    | 'unit'
    | 'task'
    | 'call'
    | 'decision'
    | 'evidence'
    | 'granted'
    | 'verdict';
  /** `choice`: of the words of a family; the others are found by typing, or written. */
  as:
    Readonly<{ choice: Family }> | 'item' | 'grid' | 'unit' | 'person' | 'case' | 'helper' | 'line' | 'text';
  isOptional?: true;
  when?: When;
}>;

type Header = Readonly<{ 'idempotency-key': string }>;

export type Form = Readonly<{
  fields: readonly Field[];
  /** What must be there beside the fields that are demanded each for itself. */
  isWhole?: (values: Values) => boolean;
  /** It ends something, or cannot be taken back: the button is red. */
  isGrave?: true;
  /** What is answered says more than `done` only where a case was made. */
  send: (it: Standing, values: Values, header: Header) => Promise<{ data?: unknown }>;
}>;

export type Forms = Readonly<Record<string, Form>>;

/** A choice of this family; the town checks it once more. */
export const code = <Of extends Family>(values: Values, name: Field['name'], _: Of): Code<Of> =>
  (values[name] ?? '') as Code<Of>;

export const text = (values: Values, name: Field['name']): string => values[name]?.trim() ?? '';

export const given = <Name extends Field['name']>(
  values: Values,
  name: Name,
): Readonly<Partial<Record<Name, string>>> =>
  (text(values, name) === '' ? {} : { [name]: text(values, name) }) as Partial<Record<Name, string>>; // one key, or none

export const inCase = ({ caseId }: Standing, header: Header) => ({ path: { caseId }, header });

export const isFor =
  (name: Field['name'], ...codes: readonly string[]): When =>
  (values) =>
    codes.includes(values[name] ?? '');

/** `point` is that of the micro-grid, as `lat,lon`. */
export const place = (values: Values) => {
  const [lat, lon] = (values['point'] ?? '').split(',').map(Number);
  const point = lat !== undefined && lon !== undefined ? { lat, lon } : {};
  const all = { ...point, ...given(values, 'address') };
  return Object.keys(all).length === 0 ? {} : { place: all };
};
