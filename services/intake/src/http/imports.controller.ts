import { channels, flags, Verdict } from '@mulin/contracts';
import {
  newCorrelation,
  instant,
  type VaultItem,
  personId,
  type VaultRef,
  Rejection,
  uuidsOf,
} from '@mulin/kernel';
import { CommandContext, answer, RequiresRight } from '@mulin/service';
import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type Desk, orderable } from '../desk.js';
import { classifiedAs, pointOf } from '../corrections.js';
import * as Case from '../domain/case.js';
import { DESK } from '../tokens.js';
import { Moment, Place, Words } from './fields.js';

const Batch = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'the name of a source is a kebab-case word');

const Row = z.strictObject({
  sourceId: z.string().min(1).max(200),
  menuItem: z.string().min(1).max(64),
  words: Words,
  place: Place.nullable(),
  channel: z.enum(channels),
  /** Whoever asked, in the words of the source: the same word is the same person. `null`: nobody knows. */
  person: z.string().min(1).max(200).nullable(),
  reportedAt: Moment,
  closedAt: Moment.nullable(),
  dueAt: Moment.nullable(),
  claim: Verdict.nullable(),
  flags: z.array(z.enum(flags)),
});
type Row = z.infer<typeof Row>;

const Rows = z.strictObject({
  mode: z.enum(['archive', 'live']),
  asOf: Moment,
  rows: z.array(Row).min(1).max(1_000),
});
type Rows = z.infer<typeof Rows>;

type Outcome =
  | { caseId: string; outcome: 'registered' | 'known' }
  | { caseId: string; outcome: 'rejected'; code: string; reason: string };

@Controller('api/v1/imports')
export class ImportsController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  /**
   * Rows of a file. A row's id comes from the town, the source and its id there, so that the same row is the
   * same case however often, and in whichever piece of the file, it comes.
   */
  @Post(':batch/rows')
  @HttpCode(200)
  @RequiresRight('import.write')
  async rows(
    @CommandContext() asked: CommandContext,
    @Param('batch', { schema: Batch }) batch: string,
    @Body({ schema: Rows }) body: Rows,
  ) {
    const keyed = await Promise.all(
      body.rows.map(async (row) => ({
        row,
        ids: await uuidsOf(4, this.desk.town, 'import', batch, row.sourceId),
      })),
    );
    const kept = await this.keep(batch, keyed);
    const outcomes = await Promise.all(
      keyed.map(({ row, ids }, place) =>
        this.file(batch, body, { row, ids, kept: kept[place] ?? null }, asked),
      ),
    );
    return answer({ rows: outcomes.map(({ position: _, ...outcome }) => outcome) }, lastOf(outcomes));
  }

  /** One trip to the vault for all rows; a row whose words it refuses is refused alone. */
  private async keep(batch: string, keyed: readonly Keyed[]): Promise<readonly (Keeping | Rejection)[]> {
    const items = await Promise.all(keyed.map((it) => this.itemsOf(batch, it)));
    try {
      const references = await this.desk.vault.keep(items.flat());
      let next = 0;
      return items.map((own) => ({
        references: references.slice(next, (next += own.length)),
        person: personOf(own),
      }));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return Promise.all(items.map((own) => this.keepAlone(own)));
    }
  }

  private async keepAlone(own: readonly VaultItem[]): Promise<Keeping | Rejection> {
    try {
      return { references: await this.desk.vault.keep(own), person: personOf(own) };
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
  }

  private async itemsOf(batch: string, { row, ids }: Keyed): Promise<readonly VaultItem[]> {
    const [, wordsId = '', placeId = '', lonePerson = ''] = ids;
    const person =
      row.person === null ? personId(lonePerson) : await this.desk.vault.personCalled(batch, row.person);
    const words: VaultItem = { id: wordsId, person, kind: 'words', content: row.words };
    return row.place === null ? [words] : [words, { id: placeId, person, kind: 'place', content: row.place }];
  }

  private async file(
    batch: string,
    { mode, asOf }: Rows,
    { row, ids, kept }: Keyed & { kept: Keeping | Rejection | null },
    { context, hash }: CommandContext,
  ): Promise<Outcome & { position?: Positioned }> {
    const [caseId = ''] = ids;
    try {
      const keeping = answered(kept);
      const bodyHash = await hash({ row, mode, asOf });
      const cause = {
        ...newCorrelation({ ...context, id: caseId, bodyHash }),
        correlationId: context.correlationId,
      };
      // A row that is a case already is given no second number.
      const before = await this.desk.cases(caseId, () => [], cause);
      if (before.revision >= 0) return { caseId, outcome: 'known', position: before.position };

      const registration = await this.registrationOf(row, keeping);
      const decide =
        mode === 'live' ? Case.register(registration) : Case.file(registration, archiveOf(batch, asOf, row));
      const { events, position } = await this.desk.cases(caseId, decide, cause);
      return { caseId, outcome: events.length > 0 ? 'registered' : 'known', position };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { caseId, outcome: 'rejected', code: error.code, reason: error.message };
    }
  }

  private async registrationOf(row: Row, { references, person }: Keeping): Promise<Case.Registration> {
    const item = orderable(await this.desk.menu(), row.menuItem);
    const [words, place = null] = references;
    if (!words) throw new Error('the vault answers for the words');
    const reportedAt = instant(row.reportedAt);
    const number = await this.desk.takeNumber(reportedAt);
    const { channel } = row;
    const known = { person, words, contact: null, place, channel };
    const demand = { ...known, ...classifiedAs(item, undefined), ...pointOf(item, row.place ?? undefined) };
    return { number, demand, reportedAt, reportedBy: 'source' };
  }
}

type Keyed = Readonly<{ row: Row; ids: readonly string[] }>;
type Keeping = Readonly<{ references: readonly VaultRef[]; person: Case.Demand['person'] }>;
type Positioned = Awaited<ReturnType<Desk['cases']>>['position'];

const answered = (kept: Keeping | Rejection | null): Keeping => {
  if (kept instanceof Rejection) throw kept;
  if (kept === null) throw new Error('the vault answers for each row');
  return kept;
};

const personOf = ([words]: readonly VaultItem[]): Case.Demand['person'] => {
  if (!words) throw new Error('every row has words');
  return words.person;
};

const archiveOf = (batch: string, asOf: string, row: Row): Case.Archive => ({
  batch,
  sourceId: row.sourceId,
  asOf: instant(asOf),
  dueAt: row.dueAt === null ? null : instant(row.dueAt),
  closedAt: row.closedAt === null ? null : instant(row.closedAt),
  claim: row.claim,
  flags: row.flags,
});

const lastOf = (outcomes: readonly { position?: Positioned }[]) => {
  const positions = outcomes.flatMap(({ position }) => position ?? []);
  const last = positions.reduce<Positioned>((max, it) => (max === null || it > max ? it : max), null);
  return { position: { service: 'intake', position: last } };
};
