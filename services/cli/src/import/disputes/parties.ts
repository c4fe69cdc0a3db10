/** Who quarrels, out of one text that names everybody who was there. */
import type { DisputeMapping } from './dispute-mapping.js';

type Words = DisputeMapping['parties'];

/** A party, and by what else it is called. */
export type NamedParty = Readonly<{ name: string; isBody: boolean; aliases: readonly string[] }>;

export type Named = Readonly<{
  parties: readonly NamedParty[];
  /** Who came to help. */
  helpers: readonly string[];
}>;

/** `note`: what stands in brackets beside the name. */
type Entry = Readonly<{ name: string; note: string }>;

const brackets = /[（(]([^（()）]*)[）)]/g;

/** What stands in brackets of either width is left out, also where they do not match. */
export const withoutBrackets = (text: string): string => text.replaceAll(brackets, '').trim();

const separators = new Set([...',，、;；/\n']);

/** At the separators that stand in no brackets. */
const split = (text: string): readonly string[] => {
  const found: string[] = [''];
  let depth = 0;
  for (const sign of text) {
    if ('（('.includes(sign)) depth++;
    if ('）)'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.has(sign)) found.push('');
    else found.push(`${found.pop() ?? ''}${sign}`);
  }
  return found.map((it) => it.trim()).filter((it) => it !== '');
};

const entryOf = (text: string): Entry => ({
  name: withoutBrackets(text),
  note: [...text.matchAll(brackets)].map(([, note = '']) => note).join(' '),
});

const holds = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** The name without what says for whom somebody speaks, such as `代表`; itself where nothing would be left. */
export const baseOf = (name: string, { sameSide }: Pick<Words, 'sameSide'>): string => {
  const suffix = sameSide.find((it) => name.endsWith(it) && name.length > it.length + 1);
  return suffix === undefined ? name : name.slice(0, -suffix.length).replace(/的$/, '');
};

/** For whom among the others somebody stands in or speaks; `null`: for themselves. */
const speaksFor = ({ name, note }: Entry, others: readonly Entry[], words: Words): Entry | null => {
  const standsIn = holds(words.standsIn, note)
    ? others.find(
        (it) => note.includes(it.name) || it.name.includes(baseOf(note, { sameSide: words.standsIn })),
      )
    : undefined;
  const base = baseOf(name, words);
  return standsIn ?? (base === name ? null : (others.find((it) => it.name === base) ?? null));
};

/** Everybody once, in the order of the text; whoever stands in for a party is another name of it. */
export const partiesOf = (text: string, words: Words): Named => {
  const all = split(text)
    .map(entryOf)
    .filter(({ name }) => name !== '' && !words.nobody.some((word) => name.startsWith(word)));
  const entries = all.filter(({ name }, nth) => all.findIndex((it) => it.name === name) === nth);
  const isHelper = ({ name, note }: Entry) => holds(words.helpers, name) || words.helpers.includes(note);
  const sides = entries.filter((it) => !isHelper(it));
  const owners = new Map(
    sides.map((it) => [
      it.name,
      speaksFor(
        it,
        sides.filter((other) => other !== it),
        words,
      )?.name ?? null,
    ]),
  );
  return {
    helpers: entries.filter(isHelper).map(({ name }) => name),
    parties: sides
      .filter(({ name }) => owners.get(name) === null)
      .map(({ name }) => ({
        name,
        isBody: words.bodies.some((word) => baseOf(name, words).endsWith(word)),
        aliases: sides.filter((it) => owners.get(it.name) === name).map((it) => it.name),
      })),
  };
};

const everybody = /^(双方|各方|大家)/;

/** Whether a speaker is this party by another way of writing its name: `某医院代表`, `居民们`, `居民2`. */
const isCalled = (speaker: string, { name, aliases }: NamedParty, words: Words): boolean => {
  if (speaker === name || aliases.includes(speaker)) return true;
  if (!speaker.startsWith(name)) return false;
  const rest = speaker.slice(name.length).replace(/^的/, '');
  return /^[们\d甲乙丙丁]+$/.test(rest) || words.sameSide.includes(rest);
};

/** Whether the name of a party ends with what somebody is called: `种子公司代表` of `某旗某种子公司`. */
const isEndOf = (speaker: string, { name }: NamedParty, words: Words): boolean => {
  const base = baseOf(speaker, words);
  return base.length > 1 && baseOf(name, words).endsWith(base);
};

const partiesCalled = (speaker: string, parties: readonly NamedParty[], words: Words): readonly number[] => {
  const matching = (is: typeof isCalled) =>
    parties.flatMap((party, nth) => (is(speaker, party, words) ? [nth] : []));
  const exact = matching(isCalled);
  if (exact.length > 0) return exact;
  const partly = matching(isEndOf);
  return partly.length === 1 ? partly : [];
};

/** For which parties somebody speaks, as places in `parties`; none: for nobody of them. */
export const sidesOf = (speaker: string, { parties }: Named, words: Words): readonly number[] => {
  const name = withoutBrackets(speaker);
  if (everybody.test(name)) return parties.map((_, nth) => nth);
  const whole = partiesCalled(name, parties, words);
  if (whole.length > 0) return whole;
  const each = name.split(/[、,，和及与]/).flatMap((part) => partiesCalled(part.trim(), parties, words));
  return [...new Set(each)];
};
