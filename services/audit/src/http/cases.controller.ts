import type { Actor } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Language, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { orderOf, Wanted, whereOf } from '../queries/case-search.js';
import { mustBeKnown, mustHaveAccount } from '../queries/known-filters.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { calledOr, type Names } from '../reference-data/follow-names.js';
import { personOf } from '../queries/sentences/persons.js';
import { clocksShown } from '../queries/timeline.js';
import { orNull, type TownClock } from '../queries/town-clock.js';
import { type CaseRow, holderOf } from '../views/cases.js';
import { findingCases } from './case-operations.js';
import { namesFor } from '../queries/who-may-see.js';

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
    days,
    clocks: _clocks,
    member: _member,
    helped: _helped,
    told: _told,
    contactId: _contactId,
    position: _position,
    from: _,
    beneath: _beneath,
    ...known
  } = row;
  return {
    caseId,
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
    days: Object.keys(days),
    clocks: clocksShown(row, clock),
  };
};

@Controller('api/v1/cases')
export class CasesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /**
   * What is looked for, newest report first, of what the reader may see: everything that is given must hold. With
   * `after`: what changed after that position, in the order of the changes; `position` is where to go on from, also
   * where nothing has changed. Of a case that changed several times, only the last change is told.
   */
  @Get()
  @RequiresRight('case.list')
  @Answers(findingCases)
  async list(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: Wanted }) wanted: Wanted,
  ) {
    const { after, limit, cursor, holder } = wanted;
    await mustBeKnown(this.deps, wanted);
    const where = await whereOf(this.deps, actor, wanted);
    const page =
      where === null
        ? { items: [], next: null }
        : await this.deps.cases.list({ where, orderBy: orderOf(wanted), limit, cursor });
    // Whether there is such an account is said to those alone who may ask for it.
    if (holder !== undefined && page.items.length === 0) await mustHaveAccount(this.deps, holder);
    const called = { clock: this.deps.clock, names: namesFor(this.deps, actor), language };
    const items = page.items.map((row) => shown(row, called));
    const position = page.items.at(-1)?.position ?? after;
    return { items, next: page.next, ...(after === undefined ? {} : { position }) };
  }
}
