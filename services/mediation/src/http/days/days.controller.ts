import { type Actor, instant, liesIn } from '@mulin/kernel';
import {
  answer,
  Answers,
  assertWithinArea,
  Body,
  CommandContext,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Public,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { callOff, refuseClosed } from '../../domain/day/calling-off.js';
import type { HostRole } from '../../domain/day/day-events.js';
import { changeDay, type Decides, knownDay, publishDay } from '../../domain/day/publishing.js';
import { noHost, noSuchTarget } from '../../domain/day/refusals.js';
import { findDay, type FoundDay } from '../../queries/days/find-day.js';
import { dayOf, staffDayOf } from '../../queries/days/show-day.js';
import * as Sent from './day-bodies.js';
import * as Api from './day-operations.js';

const slotsOf = (slots: z.infer<typeof Sent.ChangeDay>['slots']) =>
  slots.map(({ from, until, capacity }) => ({ from: instant(from), until: instant(until), capacity }));

const isHostRole = (role: Actor['role']): role is HostRole =>
  role === 'community-secretary' || role === 'town-leader';

@Controller('api/v1/interview-days')
export class DaysController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post()
  @HttpCode(201)
  @RequiresRight('interview-day.publish')
  @Answers(Api.publishing)
  async publish(
    @CommandContext() request: CommandContext,
    @Body({ schema: Sent.PublishDay }) { area, host, place, slots }: z.infer<typeof Sent.PublishDay>,
  ) {
    assertWithinArea(request.actor, area);
    const holder = await this.hostFor(host ?? request.actor.id, area);
    const wanted = { area, ...holder, place, slots: slotsOf(slots) };
    return this.decide(request.id, publishDay(wanted, this.deps.dateOf), request);
  }

  @Get()
  @Public()
  @Answers(Api.listing)
  async list(@Query({ schema: Sent.ListDays }) query: z.infer<typeof Sent.ListDays>) {
    const { area, from, to, limit, cursor } = query;
    const where = {
      ...(area === undefined ? {} : { area: { within: area } }),
      date: { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) },
    };
    const page = await this.deps.dayRows.list({ where, orderBy: [{ by: 'date' }], limit, cursor });
    const items = page.items.flatMap(({ dayId, state }) => (state === null ? [] : [dayOf(dayId, state)]));
    return { items, next: page.next };
  }

  @Get(':day')
  @Public()
  @Answers(Api.reading)
  async read(@Param('day', { schema: Sent.DayId }) dayId: string) {
    const { state, revision } = await this.deps.days.query(dayId);
    return answer(dayOf(dayId, knownDay(state)), { revision });
  }

  @Post(':day/changes')
  @HttpCode(200)
  @RequiresRight('interview-day.publish')
  @Answers(Api.changing)
  async change(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) name: string,
    @Body({ schema: Sent.ChangeDay }) { place, slots }: z.infer<typeof Sent.ChangeDay>,
  ) {
    const { dayId } = await this.found(name, request);
    return this.decide(dayId, changeDay({ place, slots: slotsOf(slots) }, this.deps.dateOf), request);
  }

  @Post(':day/calling-off')
  @HttpCode(200)
  @RequiresRight('interview-day.publish')
  @Answers(Api.callingOff)
  async callOff(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) name: string,
    @Body({ schema: Sent.CallOffDay }) { toDay }: z.infer<typeof Sent.CallOffDay>,
  ) {
    const { dayId, state } = await this.found(name, request);
    if (toDay !== null && state.calledOff === null) await this.refuseTarget(dayId, toDay, request);
    return this.decide(dayId, callOff(toDay, this.deps.dateOf), request);
  }

  private found(name: string, { actor }: CommandContext): Promise<FoundDay> {
    return findDay(this.deps, name, actor, 'interview-day.publish');
  }

  private async decide(dayId: string, decide: Decides, { context, ifRevision }: CommandContext) {
    const options = ifRevision === undefined ? {} : { ifRevision };
    const { state, position, revision } = await this.deps.days(dayId, decide, context, options);
    return answer(staffDayOf(dayId, knownDay(state)), {
      position: { service: 'mediation', position },
      revision,
    });
  }

  /** Refused (`host-unknown`) where the account is nobody's who holds interview days there. */
  private async hostFor(account: string, area: string) {
    const found = await this.deps.identity.find(account);
    if (found === null || !isHostRole(found.actor.role) || !liesIn(area, found.actor.area))
      throw noHost(account);
    return { host: account, hostRole: found.actor.role };
  }

  /** Nobody is sent to a day that whoever calls this one off could not have published. */
  private async refuseTarget(dayId: string, toDay: string, request: CommandContext): Promise<void> {
    if (toDay === dayId) throw noSuchTarget();
    const { state } = await this.deps.days.query(toDay);
    if (state !== null) await this.found(toDay, request);
    refuseClosed(state, this.deps.now(), this.deps.dateOf);
  }
}
