import type { Actor, Decision, Right } from '@mulin/kernel';
import {
  answer,
  Answers,
  Body,
  CaseName,
  CommandContext,
  Controller,
  CurrentActor,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { keepEvidence } from '../commands/keep-evidence.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { appeal, ask, decide, type Party, settle } from '../domain/rates/exemption.js';
import { noExemption } from '../domain/rates/exemption-refusals.js';
import type { Event, RatedUnit } from '../domain/rates/rate-events.js';
import { cycleIn, stageOf, type State } from '../domain/rates/rate-state.js';
import { pageOfItems } from '../queries/rates/counted-cycles.js';
import {
  exemptionOf,
  exemptionsFor,
  findCycle,
  foremost,
  type FoundCycle,
  lastTouched,
  partyOf,
} from '../queries/rates/find-exemption.js';
import { visibleExemptions } from '../queries/rates/visible-cycles.js';
import {
  AppealExemption,
  AskExemption,
  DecideExemption,
  ListExemptions,
  ReadExemption,
} from './exemption-bodies.js';
import * as Api from './exemption-operations.js';

type Decides = Decision<State, Event>;
type Deciding = (party: Party, found: FoundCycle) => Promise<Decides> | Decides;

type Named = Readonly<{ area?: string | undefined; office?: string | undefined }>;

/** Whether it is the unit that somebody names; who names none means any. */
const isNamed = (unit: RatedUnit, { area, office }: Named): boolean =>
  (area === undefined || unit.area === area) && (office === undefined || unit.office === office);

@Controller('api/v1')
export class ExemptionsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post('cases/:caseId/exemption')
  @HttpCode(200)
  @RequiresRight('exemption.ask')
  @Answers(Api.asking)
  async ask(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: AskExemption }) { cycle: wanted, reason, evidence }: z.infer<typeof AskExemption>,
  ) {
    return this.change(request, { name, wanted, right: 'exemption.ask' }, async (party, found) => {
      const evidenceId = await this.kept(request, found, evidence);
      return ask(party, { cycle: found.cycle, reason, evidenceId });
    });
  }

  /** By somebody outside the rated unit. */
  @Post('cases/:caseId/exemption/decision')
  @HttpCode(200)
  @RequiresRight('exemption.decide')
  @Answers(Api.deciding)
  async decide(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: DecideExemption }) { cycle: wanted, granted }: z.infer<typeof DecideExemption>,
  ) {
    return this.change(request, { name, wanted, right: 'exemption.decide' }, (party, { cycle }) =>
      decide(party, { cycle, granted }),
    );
  }

  @Post('cases/:caseId/exemption/appeal')
  @HttpCode(200)
  @RequiresRight('exemption.appeal')
  @Answers(Api.appealing)
  async appeal(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: AppealExemption }) { cycle: wanted, evidence }: z.infer<typeof AppealExemption>,
  ) {
    return this.change(request, { name, wanted, right: 'exemption.appeal' }, async (party, found) => {
      const evidenceId = await this.kept(request, found, evidence);
      return appeal(party, { cycle: found.cycle, evidenceId });
    });
  }

  @Post('cases/:caseId/exemption/settlement')
  @HttpCode(200)
  @RequiresRight('exemption.settle')
  @Answers(Api.settling)
  async settle(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: DecideExemption }) { cycle: wanted, granted }: z.infer<typeof DecideExemption>,
  ) {
    return this.change(request, { name, wanted, right: 'exemption.settle' }, (party, { cycle }) =>
      settle(party, { cycle, granted }),
    );
  }

  /** What speaks for it, and against what was decided. Each reading is on record. */
  @Get('cases/:caseId/exemption/words')
  @RequiresRight('exemption.words')
  @Answers(Api.readingEvidence)
  async words(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: CaseName }) name: string,
    @Query({ schema: ReadExemption }) { cycle, area, office }: z.infer<typeof ReadExemption>,
  ) {
    const right = 'exemption.words';
    const { caseId, measured } = await findCycle(this.deps, { name, cycle, actor, right });
    const theirs = exemptionsFor(this.deps, right, actor, measured);
    const exemption = foremost(theirs.filter(({ unit }) => isNamed(unit, { area, office })));
    if (exemption === undefined) throw noExemption();
    const read = async (id: string | undefined) => {
      if (id === undefined) return null;
      const words = await this.deps.vault.read(id, {
        actor: actor.id,
        purpose: 'supervision',
        about: caseId,
      });
      return typeof words === 'string' ? words : null;
    };
    return { evidence: await read(exemption.evidenceId), appeal: await read(exemption.appeal?.evidenceId) };
  }

  @Get('exemptions')
  @RequiresRight('exemption.list')
  @Answers(Api.listing)
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListExemptions }) { state, limit, cursor }: z.infer<typeof ListExemptions>,
  ) {
    const own = visibleExemptions(this.deps, actor);
    if (own === null) return { items: [], next: null };
    return pageOfItems(this.deps, {
      query: { where: { and: [own], exemptions: { hasAny: [state] } }, cursor },
      limit,
      itemsOf: (row) =>
        exemptionsFor(this.deps, 'exemption.list', actor, row)
          .filter((it) => stageOf(it) === state)
          .map((it) => exemptionOf({ caseId: row.caseId, cycle: row.cycle, measured: row }, it)),
    });
  }

  private async kept(request: CommandContext, { caseId }: FoundCycle, words: string): Promise<string> {
    return keepEvidence(this.deps, request, { caseId, words });
  }

  private async change(
    request: CommandContext,
    { name, wanted, right }: Readonly<{ name: string; wanted: number | undefined; right: Right }>,
    decision: Deciding,
  ) {
    const { actor, context, ifRevision } = request;
    const found = await findCycle(this.deps, { name, cycle: wanted, actor, right });
    const { caseId, cycle } = found;
    const decides = await decision(partyOf(this.deps, actor), found);
    const options = ifRevision === undefined ? {} : { ifRevision };
    const { state, position, revision } = await this.deps.rates(caseId, decides, context, options);
    const measured = cycleIn(state, cycle);
    const changed = lastTouched(measured.exemptions);
    if (changed === undefined) throw noExemption();
    return answer(exemptionOf({ caseId, cycle, measured }, changed), {
      position: { service: 'feedback', position },
      revision,
    });
  }
}
