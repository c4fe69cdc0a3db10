import { instant, type ReadingRecord } from '@mulin/kernel';
import { Answers, Controller, Get, Language, Moment, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { caseCalled, unknownCase } from '../queries/case-by-name.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { mustHaveAccount } from '../queries/known-filters.js';
import { ownPurpose } from '../queries/my-case.js';
import { personOf } from '../queries/sentences/persons.js';
import { kindOf, purposeOf, roleOf } from '../queries/sentences/words.js';
import { listingReadings } from './operations.js';

const Asked = z.strictObject({
  /** By its number or its id. */
  case: z.string().min(1).max(200).optional(),
  /** An account. */
  reader: z.string().min(1).max(500).optional(),
  /** From this moment on, and before that one. */
  from: Moment.optional(),
  to: Moment.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().min(1).max(200).optional(),
});

@Controller('api/v1/readings')
export class ReadingsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /**
   * Who opened what a resident had said, where it is or how to reach them, and what for; who erased a person. Newest
   * first, by case, reader and time. What was said is not in it. A service's own readings are counted, not listed.
   */
  @Get()
  @RequiresRight('reading.list')
  @Answers(listingReadings)
  async list(@Language() language: Language, @Query({ schema: Asked }) request: z.infer<typeof Asked>) {
    const { readings, cases } = this.deps;
    const { case: called, reader, from, to, limit, cursor } = request;
    const about = called === undefined ? undefined : (await caseCalled(cases, called))?.caseId;
    if (called !== undefined && about === undefined) throw unknownCase(called);
    const moment = (text: string | undefined) => (text === undefined ? undefined : instant(text));
    const moments = { from: moment(from), to: moment(to) };
    const page = await readings.list({ about, actor: reader, ...moments, limit, cursor });
    if (reader !== undefined && page.items.length === 0) await mustHaveAccount(this.deps, reader);
    const rows = await cases.getMany(page.items.map((it) => it.about ?? ''));
    const items = page.items.map((it, nth) => ({
      ...this.shown(it, language),
      number: rows[nth]?.number ?? null,
    }));
    return { items, next: page.next };
  }

  private shown({ at, about, kind, actor, ...read }: ReadingRecord, language: Language) {
    const { clock, names } = this.deps;
    return {
      at: clock.stamp(at),
      caseId: about,
      kind,
      kindName: kind === null ? null : kindOf(kind)[language],
      reader: actor,
      // Residents are known by a pseudonym, which is nobody's name.
      readerName: (read.purpose === ownPurpose ? roleOf('resident') : personOf(names, actor))[language],
      service: read.service,
      purpose: read.purpose,
      purposeName: purposeOf(read.purpose)[language],
      isErasure: read.isErasure,
    };
  }
}
