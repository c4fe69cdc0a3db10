import { channels, flags, rowTimes, Verdict } from '@mulin/contracts';
import { instant } from '@mulin/kernel';
import {
  answer,
  Answers,
  Body,
  CommandContext,
  Controller,
  HttpCode,
  inBothLanguages,
  Param,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { type Filed, importRows } from '../commands/import-rows.js';
import { Moment, Phone, Place, Words } from './fields.js';
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

const Rows = z
  .strictObject({
    mode: z.enum(['archive', 'live']),
    /** When the file was made. An archive is judged as of then; a live file is of now. */
    asOf: Moment.optional(),
    rows: z.array(Row).min(1).max(1_000),
  })
  .refine(({ mode, asOf }) => mode === 'live' || asOf !== undefined, {
    path: ['asOf'],
    message: inBothLanguages('an archive is judged as of a moment', '历史档案须注明截止时间'),
  });
type Rows = z.infer<typeof Rows>;

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
    @CommandContext() asked: CommandContext,
    @Param('batch', { schema: Batch }) batch: string,
    @Body({ schema: Rows }) { mode, asOf, rows }: Rows,
  ) {
    const source = { batch, mode, asOf: asOf === undefined ? null : instant(asOf) };
    const outcomes = await importRows(this.deps, source, rows, asked);
    return answer({ rows: outcomes.map(({ position: _, ...outcome }) => outcome) }, lastOf(outcomes));
  }
}

const lastOf = (outcomes: readonly Filed[]) => {
  const positions = outcomes.flatMap(({ position }) => position ?? []);
  const last = positions.reduce<NonNullable<Filed['position']> | null>(
    (max, it) => (max === null || it > max ? it : max),
    null,
  );
  return { position: { service: 'intake', position: last } };
};
