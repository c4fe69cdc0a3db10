import { printDocument } from '@mulin/documents';
import type { Actor, LocalizedText } from '@mulin/kernel';
import {
  answer,
  Answers,
  Controller,
  CurrentActor,
  Get,
  Language,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { csvOf } from '../queries/rates/csv.js';
import { areaFor, periodOf } from '../queries/rates/period.js';
import { monthlyRates } from '../queries/rates/monthly-rates.js';
import { printedReport } from '../queries/rates/printed.js';
import { listRatedCases } from '../queries/rates/rated-cases.js';
import { ratesBy } from '../queries/rates/rates-by.js';
import { reportOf } from '../queries/rates/report.js';
import { officesFor } from '../queries/rates/visible-cycles.js';
import { ListRatedCases, ListRates, PrintRates, ReportRates } from './rate-bodies.js';
import * as Api from './rate-operations.js';

@Controller('api/v1/rates')
export class RatesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get()
  @RequiresRight('rate.read')
  @Answers(Api.listingRates)
  async list(@CurrentActor() actor: Actor, @Query({ schema: ListRates }) wanted: z.infer<typeof ListRates>) {
    const period = periodOf(this.deps.zone, wanted);
    const area = await areaFor(this.deps, actor, wanted.area);
    const offices = officesFor(this.deps, actor);
    return { ...period, ...(await ratesBy(this.deps, { by: wanted.by, area, offices, ...period })) };
  }

  /** A month of every area, as a file, in the language of the reader. */
  @Get('report')
  @RequiresRight('rate.read')
  @Answers(Api.reporting)
  async report(
    @CurrentActor() actor: Actor,
    @Language() language: keyof LocalizedText,
    @Query({ schema: ReportRates }) { month, area: wanted }: z.infer<typeof ReportRates>,
  ) {
    const area = await areaFor(this.deps, actor, wanted);
    const monthly = await monthlyRates(this.deps, { month, area, offices: officesFor(this.deps, actor) });
    return answer(csvOf(reportOf(monthly), language), { media: 'text/csv; charset=utf-8' });
  }

  /** The same month on paper. */
  @Get('report.pdf')
  @RequiresRight('rate.read')
  @Answers(Api.printing)
  async print(
    @CurrentActor() actor: Actor,
    @Language() language: keyof LocalizedText,
    @Query({ schema: PrintRates }) { month, area: wanted }: z.infer<typeof PrintRates>,
  ) {
    const area = await areaFor(this.deps, actor, wanted);
    const monthly = await monthlyRates(this.deps, { month, area, offices: officesFor(this.deps, actor) });
    const { bytes } = await printDocument(printedReport(monthly, language));
    return answer(Buffer.from(bytes), { media: 'application/pdf' });
  }

  /** Every figure opens to its cases. */
  @Get('cases')
  @RequiresRight('rate.read')
  @Answers(Api.listingRatedCases)
  async cases(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListRatedCases }) wanted: z.infer<typeof ListRatedCases>,
  ) {
    const period = periodOf(this.deps.zone, wanted);
    const area = await areaFor(this.deps, actor, wanted.area);
    const scope = { ...period, area, offices: officesFor(this.deps, actor) };
    return listRatedCases(this.deps, { ...wanted, scope });
  }
}
