/** How the deadlines of a case were counted. */
import { type Actor, Rejection } from '@mulin/kernel';
import {
  Answers,
  CaseName,
  Controller,
  CurrentActor,
  Get,
  Language,
  Param,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { explainedClocks } from '../queries/explain-clocks.js';
import { sentenceOf } from '../queries/interval-sentences.js';
import { mustSee } from '../queries/who-has-it.js';
import { explainingClocks } from './operations.js';

const unknownCase = (name: string) =>
  new Rejection(
    'case-unknown',
    { en: `No case ${name} is known.`, zh: `没有编号为 ${name} 的案件。` },
    'unknown',
  );

@Controller('api/v1/cases')
export class ClocksController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get(':caseId/clocks/explanation')
  @RequiresRight('timeline.read')
  @Answers(explainingClocks)
  async explain(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Param('caseId', { schema: CaseName }) name: string,
  ) {
    const { town, now, clocksOf, recordedBook } = this.deps;
    const caseId = await this.deps.caseIdOf(name);
    const state = await clocksOf(caseId);
    const [began] = Object.values(state.cycles).flatMap((cycle) => cycle.began ?? []);
    if (began === undefined) throw unknownCase(name);
    mustSee(town, actor, state);
    const asOf = now();
    const clocks = explainedClocks(state, asOf, recordedBook).map(({ intervals, ...clock }) => ({
      ...clock,
      intervals: intervals.map((it) => ({ ...it, text: sentenceOf(it)[language] })),
    }));
    return { caseId, number: began.number, asOf, clocks };
  }
}
