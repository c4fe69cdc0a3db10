/** Who is away, who stands in, and who is back sooner: recorded beside what the pack says. */
import { type Actor, instant } from '@mulin/kernel';
import {
  answer,
  Answers,
  Body,
  CommandContext,
  Controller,
  CurrentActor,
  Get,
  HttpCode,
  Param,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { changeLeave } from '../../commands/change-leave.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import * as Leave from '../../domain/leave/leave.js';
import { noSuchLeave } from '../../domain/leave/refusals.js';
import { notYourArea } from '../../domain/order/refusals.js';
import { leaveAhead, leaveShown, reaches } from '../../queries/leave/leave-shown.js';
import { peopleOf } from '../../queries/leave/people.js';
import { LeaveId, RecordLeave } from './leave-bodies.js';
import * as Api from './leave-operations.js';

@Controller('api/v1/leave')
export class LeaveController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get()
  @RequiresRight('leave.list')
  @Answers(Api.listingLeave)
  async list(@CurrentActor() actor: Actor) {
    const now = this.deps.now();
    const { state } = await this.deps.leave.query(this.deps.town);
    return { items: leaveAhead(state, peopleOf(this.deps, state.planned, now), { actor, now }) };
  }

  @Get('people')
  @RequiresRight('leave.list')
  @Answers(Api.listingPeople)
  async people(@CurrentActor() actor: Actor) {
    const people = [...(await this.everybody()).values()];
    return {
      items: people
        .filter((it) => reaches('leave.list', actor, it))
        .map(({ duties, ...person }) => ({ ...person, duties: duties.map(({ area: _, ...duty }) => duty) })),
    };
  }

  @Post()
  @HttpCode(200)
  @RequiresRight('leave.record')
  @Answers(Api.recordingLeave)
  async record(
    @CommandContext() request: CommandContext,
    @Body({ schema: RecordLeave }) body: z.infer<typeof RecordLeave>,
  ) {
    const now = this.deps.now();
    const people = await this.everybody();
    const { account, standIn, nobodyStandsIn } = body;
    for (const named of [account, ...(standIn === undefined ? [] : [standIn])])
      // Who stands on no roster is told by the decision.
      if (people.has(named)) this.mustReach(request.actor, people.get(named));
    const leave: Leave.Leave = {
      id: request.id,
      account,
      from: body.from === undefined ? now : instant(body.from),
      until: body.until === undefined ? null : instant(body.until),
      ...(standIn === undefined ? {} : { standIn }),
      by: request.actor.id,
    };
    const decide = Leave.record(leave, { isKnown: (it) => people.has(it), nobodyStandsIn });
    return this.change(decide, leave.id, request);
  }

  @Post(':leaveId/end')
  @HttpCode(200)
  @RequiresRight('leave.record')
  @Answers(Api.endingLeave)
  async end(@CommandContext() request: CommandContext, @Param('leaveId', { schema: LeaveId }) id: string) {
    const { state } = await this.deps.leave.query(this.deps.town);
    const leave = state.recorded.find((it) => it.id === id);
    if (leave === undefined) throw noSuchLeave();
    this.mustReach(request.actor, peopleOf(this.deps, state.planned, this.deps.now()).get(leave.account));
    return this.change(Leave.end(id, request.actor.id), id, request);
  }

  private async everybody() {
    const { state } = await this.deps.leave.query(this.deps.town);
    return peopleOf(this.deps, state.planned, this.deps.now());
  }

  private mustReach(actor: Actor, person: Parameters<typeof reaches>[2]): void {
    if (!reaches('leave.record', actor, person)) throw notYourArea();
  }

  private async change(decide: Parameters<typeof changeLeave>[1], id: string, request: CommandContext) {
    const { state, position, revision } = await changeLeave(this.deps, decide, request);
    const leave = state.recorded.find((it) => it.id === id);
    if (leave === undefined) throw noSuchLeave();
    const now = this.deps.now();
    return answer(leaveShown(leave, peopleOf(this.deps, state.planned, now), now), {
      position: { service: 'routing', position },
      revision,
    });
  }
}
