/** How a file of mediations becomes disputes: its columns, and the words by which its parties and terms are known. */
import { disputeKinds, riskColours } from '@mulin/contracts';
import { readBy, lineOf } from '@mulin/pack';
import { z } from 'zod';
import { refused } from '@mulin/imports';

const Column = z.string().trim().min(1).describe('The name of a field.');
const Words = z.array(z.string().min(1));

const Shape = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds the schema of this file.'),
  kind: z.literal('disputes').describe('This mapping is for `mulin disputes import`.'),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .describe(
      'The name of the source. With what tells its rows apart it makes the dispute: never change it.',
    ),
  format: z.literal('jsonl').describe('One JSON object on each line.'),
  encoding: z.string().optional().describe('How the text is encoded, where it is not found out.'),
  zone: z.string().min(1).describe('IANA zone of the days in the file.'),
  columns: z.strictObject({
    id: z.array(Column).min(1).describe('What tells the rows apart for ever, taken together.'),
    kind: Column.describe('What it is about; its words are in `kinds.of`.'),
    facts: z.array(Column).min(1).describe('What happened; several columns are put below each other.'),
    parties: Column.describe('Who quarrels, one after the other in one text.'),
    standpoints: Column.optional().describe('An object: by party, what they say.'),
    dialogue: Column.optional().describe('A list of what was said, one object for each time somebody spoke.'),
  }),
  dialogue: z
    .strictObject({
      speaker: Column.describe('Who speaks.'),
      text: Column.describe('What they say.'),
      strategy: Column.describe('What the mediator does with it.'),
      mediator: z.string().describe('How the mediator is called as a speaker.'),
      agreement: Words.describe('The strategies of the lines in which an agreement is read out.'),
    })
    .describe('The fields of `columns.dialogue`.'),
  colour: z.enum(riskColours).default('green').describe('The risk of all of them; the file says none.'),
  kinds: z.strictObject({
    default: z.enum(disputeKinds).describe('The kind of rows that name none, or another one.'),
    of: z.record(z.string(), z.enum(disputeKinds)).describe('The source’s word, and our kind.'),
  }),
  parties: z.strictObject({
    nobody: Words.describe('What stands there where nobody is meant.'),
    helpers: Words.describe('Who holds a word like these comes to help, and is no party.'),
    standsIn: Words.describe('A word like these in brackets, beside the name of a party: stands in for it.'),
    sameSide: Words.describe('After the name of a party: speaks for it.'),
    relatives: Words.describe('After the name of a party: is somebody else.'),
    bodies: Words.describe('The name of a body, and of no person, ends so.'),
    titles: Words.describe('After a family name: so is a person called as well.'),
  }),
  terms: z.strictObject({
    pays: Words.describe('Verbs of owing money.'),
    nouns: Words.describe('After such a verb: it is a part of a noun.'),
    to: Words.describe('Before the name of whoever is paid.'),
    atOnce: Words.describe('It is paid there and then.'),
    notOwed: Words.describe('Near a sum: it is no part of what is owed.'),
    conditions: Words.describe('It is owed only if something happens.'),
    unclear: Words.describe('Nobody can say who owes which part, or how much.'),
    parts: Words.describe('After a sum: its parts follow.'),
    agrees: Words.describe('Whoever says so agrees.'),
    refuses: Words.describe('Whoever says so does not.'),
    status: Words.describe(
      'An agreement that says so is about marriage, adoption or whose child somebody is.',
    ),
  }),
});

export type DisputeMapping = z.infer<typeof Shape>;

/** JSON Schema of such a mapping, for editors that complete it. */
export const disputeMappingSchema = (): object => ({
  ...z.toJSONSchema(Shape, { io: 'input' }),
  title: 'A mapping of Mulin for disputes',
});

/** Refused (`mapping-not-of-disputes`) with what is wrong. */
export const parseDisputeMapping = (name: string, text: string): DisputeMapping => {
  const { value, problems } = readBy(Shape, jsonOf(text), { file: '', inChinese: {} });
  if (value !== null) return value;
  const said = (language: 'en' | 'zh', between: string) =>
    problems.map((it) => lineOf(it, language)).join(between);
  throw refused('mapping-not-of-disputes', {
    en: `The mapping ${name} is none for disputes: ${said('en', '; ')}`,
    zh: `映射文件 ${name} 不是纠纷映射，或有误：${said('zh', '；')}`,
  });
};

/** `null` where it is no JSON: what is wrong is said of that. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
};
