import { type Actor, instant, Rejection } from '@mulin/kernel';
import {
  Answers,
  Controller,
  CurrentActor,
  Get,
  Language,
  Moment,
  Param,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { disputeCalled, disputeTimeline, mustSeeDispute } from '../queries/dispute-timeline.js';
import { namesFor } from '../queries/who-may-see.js';
import { historyOf, type PublicEventRecorded } from '../views/recorded-events.js';
import { readingDisputeTimeline } from './operations.js';

const Name = z.string().min(1).max(200);
const When = z.strictObject({
  /** What was known then. */
  asOf: Moment.optional(),
});

const unknownThen = (name: string) =>
  new Rejection(
    'dispute-unknown-then',
    { en: `Nothing was known of ${name} then.`, zh: `当时尚无 ${name} 的任何记录。` },
    'unknown',
  );

@Controller('api/v1/disputes')
export class DisputesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** The whole story of a dispute or a promise, by its number or its id, as it is known now or was known at a moment. */
  @Get(':number/timeline')
  @RequiresRight('dispute.list')
  @Answers(readingDisputeTimeline)
  async timeline(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Param('number', { schema: Name }) name: string,
    @Query({ schema: When }) { asOf }: z.infer<typeof When>,
  ) {
    const { store, disputes, clock } = this.deps;
    const row = await disputeCalled(disputes, name);
    mustSeeDispute(this.deps, actor, row);

    const history = await store.readStream<PublicEventRecorded>(historyOf(row.id));
    const moment = asOf === undefined ? undefined : instant(asOf);
    const names = namesFor(this.deps, actor);
    const told = disputeTimeline(history, { language, clock, names, asOf: moment });
    if (told === null) throw unknownThen(name);
    return told;
  }
}
