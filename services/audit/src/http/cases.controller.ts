import { type Actor, liesIn, type Page, wheresFor } from '@mulin/kernel';
import { CurrentActor, Language, RequiresRight } from '@mulin/service';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { listOfBoth } from '../list-of-both.js';
import { namesFor, type ReadingRoom } from '../reading-room.js';
import { calledOr, type Names } from '../names.js';
import { personOf } from '../sentences/persons.js';
import { clocksShown } from '../timeline.js';
import { READING_ROOM } from '../tokens.js';
import { orNull, type TownClock } from '../town-clock.js';
import { type CaseRow, caseStates, holderOf } from '../views/cases.js';

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

/** Only what was asked for. */
const asked = (wishes: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(wishes).flatMap(([column, wish]) => (wish === undefined ? [] : [[column, wish]])),
  );

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
    const wish = asked({ state, microGrid: grid, batch });
    const { items, next } = await this.pageFor(actor, wish, { limit, cursor });
    const called = { clock: this.room.clock, names: namesFor(this.room, actor), language };
    return { items: items.map((row) => shown(row, called)), next };
  }

  private pageFor(
    actor: Actor,
    wish: Readonly<Record<string, string>>,
    page: Readonly<{ limit: number; cursor: string | undefined }>,
  ): Promise<Page<CaseRow>> {
    const { cases, town } = this.room;
    const [own, held] = wheresFor('case.list', actor, { held: { holder: actor.id } });
    if (own === undefined) return Promise.resolve({ items: [], next: null });
    const where = { ...own, ...wish };
    if (held === undefined) return cases.list({ where, orderBy: 'reportedAt', descending: true, ...page });
    const isOwn = ({ area }: CaseRow) => liesIn(area ?? town, actor.area);
    return listOfBoth(cases, { own: where, held: { ...held, ...wish }, isOwn }, page);
  }
}
