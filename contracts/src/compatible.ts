/** Whether a contract still keeps what it has promised to those who read it. */

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What explains a schema to people and promises nothing. */
const remarks = new Set(['$schema', '$id', '$comment', 'title', 'description', 'examples']);

/** The mark of a list of words that may grow: whoever reads it must live with a word it does not know. */
export const mayGrow = 'x-may-grow';

/**
 * What the schema of today takes from a reader who was promised the published one; nothing is the only good
 * answer. An optional field may be added, anywhere; a word to a list that is marked `x-may-grow`. Everything
 * else, be it stricter or looser, is refused: it surprises either who reads or who tells.
 */
export const breaches = (published: unknown, today: unknown, at = 'the event'): readonly string[] => {
  if (isObject(published) && isObject(today)) return objectBreaches(published, today, at);
  if (Array.isArray(published) && Array.isArray(today)) return listBreaches(published, today, at);
  return published === today ? [] : [`${at}: ${JSON.stringify(published)} became ${JSON.stringify(today)}`];
};

const listBreaches = (published: readonly unknown[], today: readonly unknown[], at: string) =>
  published.length === today.length
    ? published.flatMap((item, place) => breaches(item, today[place], `${at}[${place}]`))
    : [`${at}: ${JSON.stringify(published)} became ${JSON.stringify(today)}`];

const objectBreaches = (published: Json, today: Json, at: string): readonly string[] => {
  const keywords = [...new Set([...Object.keys(published), ...Object.keys(today)])];
  return keywords
    .filter((keyword) => !remarks.has(keyword))
    .flatMap((keyword) => keywordBreaches(keyword, published, today, at));
};

const keywordBreaches = (keyword: string, published: Json, today: Json, at: string) => {
  switch (keyword) {
    case 'properties':
      return fieldBreaches(objectOf(published[keyword]), objectOf(today[keyword]), at);
    case 'required':
      return requiredBreaches(listOf(published[keyword]), listOf(today[keyword]), at);
    case 'enum':
      return wordBreaches(published, today, at);
    default:
      return breaches(published[keyword], today[keyword], `${at}: ${keyword}`);
  }
};

const fieldBreaches = (published: Json, today: Json, at: string) =>
  Object.entries(published).flatMap(([field, schema]) =>
    field in today
      ? breaches(schema, today[field], `${at}.${field}`)
      : [`${at}.${field}: is not told any more`],
  );

const requiredBreaches = (published: readonly unknown[], today: readonly unknown[], at: string) => [
  ...today
    .filter((field) => !published.includes(field))
    .map((field) => `${at}.${String(field)}: is required now`),
  ...published
    .filter((field) => !today.includes(field))
    .map((field) => `${at}.${String(field)}: may be missing now`),
];

const wordBreaches = (published: Json, today: Json, at: string) => {
  const before = listOf(published['enum']);
  const now = listOf(today['enum']);
  const grows = published[mayGrow] === true;
  return [
    ...before.filter((word) => !now.includes(word)).map((word) => `${at}: the word ${String(word)} is gone`),
    ...now
      .filter((word) => !grows && !before.includes(word))
      .map((word) => `${at}: the word ${String(word)} is new in a list that may not grow`),
  ];
};
