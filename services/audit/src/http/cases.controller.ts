import { type Actor, whereFor } from '@mulin/kernel';
import { CurrentActor, Language, RequiresRight } from '@mulin/service';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { namesFor, type ReadingRoom } from '../reading-room.js';
import { calledOr, type Names } from '../names.js';
import { personOf } from '../sentences/persons.js';
import { clocksShown } from '../timeline.js';
import { READING_ROOM } from '../tokens.js';
import { orNull, type TownClock } from '../town-clock.js';
import { type CaseRow, type CasesWhere, caseStates, holderOf } from '../views/cases.js';

const Wanted = z.strictObject({
  state: z.enum(caseStates).optional(),
  /** A micro-grid, by its id. */
  grid: z.string().min(1).max(200).optional(),
  /** An import, by its name. */
  batch: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().min(1).max(1_000).optional(),
});

type Called = Readonly<{ clock: TownClock; names: Names; language: Language }>;

/** In words of the reader's language, beside the codes. */
const namesOf = (row: CaseRow, { names, language }: Called) => {
  const nameOf = (code: string | null, name: (it: string) => ReturnType<Names['area']>) =>
    code === null ? null : calledOr(code, name(code))[language];
  const holder = names.showsWho ? holderOf(row) : null;
  return {
    menuItemName: nameOf(row.menuItem, names.menuItem),
    microGridName: nameOf(row.microGrid, names.microGrid),
    areaName: nameOf(row.area, names.area),
    holder,
    holderName: holder === null ? null : personOf(names, holder)[language],
  };
};

const shown = (row: CaseRow, called: Called) => {
  const { clock } = called;
  const {
    caseId,
    reportedAt,
    recordedAt,
    closedAt,
    archive,
    clocks,
    member: _member,
    told: _told,
    contactId: _contactId,
    position: _position,
    from: _,
    ...known
  } = row;
  return {
    id: caseId,
    ...known,
    ...namesOf(row, called),
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

@Controller('api/v1/cases')
export class CasesController {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  /** Newest report first; with those of a reader's area, those they hold for another one. */
  @Get()
  @RequiresRight('case.list')
  async list(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: Wanted }) { state, grid, batch, limit, cursor }: z.infer<typeof Wanted>,
  ) {
    const scope = whereFor<CasesWhere>('case.list', actor, { held: { holder: actor.id } });
    if (scope === null) return { items: [], next: null };
    const where: CasesWhere = { and: [scope], state, microGrid: grid, batch };
    const orderBy = [{ by: 'reportedAt', descending: true }] as const;
    const { items, next } = await this.room.cases.list({ where, orderBy, limit, cursor });
    const called = { clock: this.room.clock, names: namesFor(this.room, actor), language };
    return { items: items.map((row) => shown(row, called)), next };
  }
}
