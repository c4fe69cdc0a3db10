import type { Actor } from '@mulin/kernel';
import { Asker, May } from '@mulin/service';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { readers, type ReadingRoom, seenBy } from '../reading-room.js';
import { clocksShown } from '../timeline.js';
import { READING_ROOM } from '../tokens.js';
import { orNull, type TownClock } from '../town-clock.js';
import { type CaseRow, caseStates } from '../views/cases.js';

const Wanted = z.strictObject({
  state: z.enum(caseStates).optional(),
  /** A micro-grid, by its id. */
  grid: z.string().min(1).max(200).optional(),
  /** An import, by its name. */
  batch: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().min(1).max(1_000).optional(),
});

const shown = (row: CaseRow, clock: TownClock) => {
  const { caseId, reportedAt, recordedAt, closedAt, archive, clocks, from: _, ...known } = row;
  return {
    id: caseId,
    ...known,
    reportedAt: orNull(clock.stamp, reportedAt),
    recordedAt: orNull(clock.stamp, recordedAt),
    closedAt: orNull(clock.stamp, closedAt),
    archive: archive && {
      ...archive,
      asOf: clock.stamp(archive.asOf),
      dueAt: orNull(clock.stamp, archive.dueAt),
      closedAt: orNull(clock.stamp, archive.closedAt),
    },
    clocks: clocksShown(clocks, clock),
  };
};

/** Only what was asked for. */
const asked = (wishes: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(wishes).flatMap(([column, wish]) => (wish === undefined ? [] : [[column, wish]])),
  );

@Controller('api/v1/cases')
export class CasesController {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  /** Newest report first. */
  @Get()
  @May(...readers)
  async list(
    @Asker() actor: Actor,
    @Query({ schema: Wanted }) { state, grid, batch, limit, cursor }: z.infer<typeof Wanted>,
  ) {
    const { cases, clock } = this.room;
    const { items, next } = await cases.list({
      where: { ...seenBy(actor), ...asked({ state, microGrid: grid, batch }) },
      orderBy: 'reportedAt',
      descending: true,
      limit,
      cursor,
    });
    return { items: items.map((row) => shown(row, clock)), next };
  }
}
