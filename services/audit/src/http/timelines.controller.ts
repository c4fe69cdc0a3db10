import { type Actor, instant, Rejection } from '@mulin/kernel';
import {
  Answers,
  Controller,
  CurrentActor,
  Get,
  Language,
  Param,
  Query,
  RequiresRight,
  Moment,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { answersElsewhere } from '../queries/answered-elsewhere.js';
import { caseCalled, unknownCase } from '../queries/case-by-name.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { timelineOf } from '../queries/timeline.js';
import { type PublicEventRecorded, historyOf } from '../views/recorded-events.js';
import { readingTimeline } from './operations.js';
import { maySee, mustSee, namesFor } from '../queries/who-may-see.js';

const Name = z.string().min(1).max(200);
const When = z.strictObject({
  /** What was known then. */
  asOf: Moment.optional(),
});

const unknownThen = (name: string) =>
  new Rejection(
    'case-unknown-then',
    { en: `Nothing was known of case ${name} then.`, zh: `当时尚无案件 ${name} 的任何记录。` },
    'unknown',
  );

@Controller('api/v1/timelines')
export class TimelinesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** The whole story of a case, by its number, its source’s or its id, as it is known now or was known at a moment. */
  @Get(':numberOrId')
  @RequiresRight('timeline.read')
  @Answers(readingTimeline)
  async read(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Param('numberOrId', { schema: Name }) name: string,
    @Query({ schema: When }) { asOf }: z.infer<typeof When>,
  ) {
    const { store, cases, clock } = this.deps;
    const row = await caseCalled(cases, name, (it) => maySee(this.deps, actor, it));
    if (row === null) throw unknownCase(name);
    mustSee(this.deps, actor, row);

    const history = await store.readStream<PublicEventRecorded>(historyOf(row.caseId));
    const moment = asOf === undefined ? undefined : instant(asOf);
    const names = namesFor(this.deps, actor);
    const elsewhere = await answersElsewhere(store, history);
    const told = timelineOf(history, { language, clock, names, asOf: moment }, elsewhere);
    if (told === null) throw unknownThen(name);
    return told;
  }
}
