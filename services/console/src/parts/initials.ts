/** Chinese by the first letters of its pinyin: `hjws` finds 环境卫生. The browser's own collation knows the letters. */

/** The first character of each letter in the order of pinyin; no syllable begins with i, u or v. */
const firsts =
  'a吖 b八 c嚓 d咑 e妸 f发 g旮 h哈 j丌 k咔 l垃 m呣 n拏 o噢 p妑 q七 r呥 s仨 t他 w屲 x夕 y丫 z帀'.split(' ');

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const isHan = (character: string): boolean => /^\p{Script=Han}$/u.test(character);

const letterOf = (character: string): string => {
  if (!isHan(character)) return character.toLowerCase();
  const reached = firsts.filter((it) => collator.compare(character, it.slice(1)) >= 0);
  return reached.at(-1)?.charAt(0) ?? '';
};

const known = new Map<string, string>();

/** Letters and digits alone: what one types without looking. */
const initialsOf = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const letters = [...text].map(letterOf).join('');
  const initials = letters.replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
  known.set(text, initials);
  return initials;
};

/** How well a name answers to what is typed: 0 begins with it, 1 holds it, 2 by its initials; `null`: not at all. */
const fitOf = (names: readonly string[], typed: string): number | null => {
  const wanted = typed.trim().toLowerCase();
  const all = names.map((name) => name.toLowerCase());
  if (all.some((name) => name.startsWith(wanted))) return 0;
  if (all.some((name) => name.includes(wanted))) return 1;
  const letters = wanted.replaceAll(/\s/g, '');
  return letters !== '' && names.some((name) => initialsOf(name).includes(letters)) ? 2 : null;
};

/** Those that answer to what is typed, the best first, in their own order among equals. */
export const fitting = <It>(
  all: readonly It[],
  typed: string,
  namesOf: (it: It) => readonly string[],
): readonly It[] =>
  all
    .map((it) => ({ it, fit: fitOf(namesOf(it), typed) }))
    .filter((found): found is { it: It; fit: number } => found.fit !== null)
    .sort((a, b) => a.fit - b.fit)
    .map(({ it }) => it);
