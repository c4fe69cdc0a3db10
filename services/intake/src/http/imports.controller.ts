import { channels, flags, rowTimes, Verdict } from '@mulin/contracts';
import { instant, type LocalizedText, masked, shownValue } from '@mulin/kernel';
import {
  answer,
  Answers,
  Body,
  CommandContext,
  Controller,
  HttpCode,
  inBothLanguages,
  type Language,
  Param,
  Post,
  RequiresRight,
  Moment,
  validationErrorsText,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { type Filed, importRows, type Refused } from '../commands/import-rows.js';
import { Phone, Place, Words } from './fields.js';
import { importing } from './operations.js';

const Batch = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    inBothLanguages('the name of a source is a kebab-case word', '来源名称须由小写字母、数字和连字符组成'),
  );

/** A name of several people's phones is a name, too. */
const Name = z.string().trim().min(1).max(400);

const Row = z.strictObject({
  sourceId: z.string().min(1).max(200),
  /** What people at the source know it by, where that is not its id. */
  sourceNumber: z.string().min(1).max(200).optional(),
  menuItem: z.string().min(1).max(64),
  words: Words,
  place: Place.nullable(),
  channel: z.enum(channels),
  /** Whoever asked, in the words of the source: the same word is the same person. `null`: nobody knows. */
  person: z.string().min(1).max(200).nullable(),
  /** How to reach them. The person is the phone then, as for a call. */
  contact: z.strictObject({ phone: Phone, name: Name.optional() }).optional(),
  reportedAt: Moment,
  closedAt: Moment.nullable(),
  dueAt: Moment.nullable(),
  claim: Verdict.nullable(),
  flags: z.array(z.enum(flags)),
  /**
   * Which of the times above are only days: a report is then the first moment of its day, a deadline and a closing the
   * last one.
   */
  days: z.array(z.enum(rowTimes)).optional(),
});

type Row = z.infer<typeof Row>;

/** A row that does not have the form of one: what of it is wrong, and what stands there, as it may be shown. */
type Malformed = Readonly<{ field: string; value: string | null; sentence: LocalizedText }>;

const { $schema: _, ...rowSchema } = z.toJSONSchema(Row, { io: 'input', unrepresentable: 'any' });

/** Described as a row, and read by `rowOf`. */
const Posted = z.unknown().meta(rowSchema);

const Rows = z
  .strictObject({
    mode: z.enum(['archive', 'live']),
    /** When the file was made. An archive is judged as of then; a live file is of now. */
    asOf: Moment.optional(),
    rows: z.array(Posted).min(1).max(1_000),
  })
  .refine(({ mode, asOf }) => mode === 'live' || asOf !== undefined, {
    path: ['asOf'],
    message: inBothLanguages('an archive is judged as of a moment', '历史档案须注明截止时间'),
  });
type Rows = z.infer<typeof Rows>;

/** Fields whose values may be shown; what stands in any other one may be somebody's. */
const open: ReadonlySet<string> = new Set([
  'menuItem',
  'channel',
  'reportedAt',
  'closedAt',
  'dueAt',
  'claim',
  'flags',
  'days',
]);

/**
 * What stands in a field of a row, as it may be shown to whoever sent it; `null` where nothing stands there.
 *
 * @param path names of the fields that lead to it: `['contact', 'phone']`.
 */
const shownOf = (row: unknown, path: readonly string[]): string | null => {
  const value = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Record<string, unknown>)[name]
        : undefined,
    row,
  );
  if (value === undefined || value === null) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return open.has(path[0] ?? '') ? shownValue(text) : masked(text);
};

const unnamedMax = 100;

const rowOf = (posted: unknown): Row | Malformed => {
  const read = Row.safeParse(posted);
  if (read.success) return read.data;
  const { issues } = read.error;
  const [first] = issues;
  const unknown = first?.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [];
  const path = [...(first?.path ?? []), ...unknown].map(String);
  return {
    field: path.join('.').slice(0, unnamedMax),
    value: shownOf(posted, path),
    sentence: validationErrorsText(issues, { en: 'the row', zh: '该行' }),
  };
};

const isRow = (row: Row | Malformed): row is Row => !('sentence' in row);

@Controller('api/v1/imports')
export class ImportsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /**
   * Rows of a file. A row's id comes from the town, the source and its id there, so that the same row is the
   * same case however often, and in whichever piece of the file, it comes.
   */
  @Post(':batch/rows')
  @HttpCode(200)
  @RequiresRight('import.write')
  @Answers(importing)
  async rows(
    @CommandContext() request: CommandContext,
    @Param('batch', { schema: Batch }) batch: string,
    @Body({ schema: Rows }) { mode, asOf, rows }: Rows,
  ) {
    const source = { batch, mode, asOf: asOf === undefined ? null : instant(asOf) };
    const read = rows.map(rowOf);
    const wellFormed = read.filter(isRow);
    const filed = await importRows(this.deps, source, wellFormed, request);
    const outcomes = inOrder(read, filed, request.language);
    return answer(
      { rows: outcomes.map((outcome, nth) => shown(outcome, rows[nth], nth + 1)) },
      lastOf(filed),
    );
  }
}

type Outcome = Filed | (Refused & Readonly<{ value: string | null }>);

const malformed = ({ field, value, sentence }: Malformed, language: Language): Outcome => ({
  caseId: null,
  outcome: 'rejected',
  code: 'malformed',
  reason: sentence[language],
  ...(field === '' ? {} : { field }),
  value,
});

/** What became of each row that was posted; `filed`: of those that are rows at all. */
const inOrder = (
  read: readonly (Row | Malformed)[],
  filed: readonly Filed[],
  language: Language,
): readonly Outcome[] => {
  const rest = filed.values();
  return read.map((row) => {
    if (!isRow(row)) return malformed(row, language);
    const { value } = rest.next();
    if (value === undefined) throw new Error('each row is answered');
    return value;
  });
};

/** A refusal says which row of those that were posted it is, and what stands in the field that is to blame. */
const shown = (outcome: Outcome, posted: unknown, line: number) => {
  const { position: _, ...said } = { position: null, ...outcome };
  if (said.outcome !== 'rejected') return said;
  const { field } = said;
  return { ...said, line, ...(field === undefined ? {} : { value: shownOf(posted, field.split('.')) }) };
};

const lastOf = (outcomes: readonly Filed[]) => {
  const positions = outcomes.flatMap(({ position }) => position ?? []);
  const last = positions.reduce<NonNullable<Filed['position']> | null>(
    (max, it) => (max === null || it > max ? it : max),
    null,
  );
  return { position: { service: 'intake', position: last } };
};
