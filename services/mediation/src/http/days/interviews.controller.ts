import { type Actor, whereFor, type WhereOf } from '@mulin/kernel';
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
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { type BookingResult, bookVisit } from '../../commands/book-visit.js';
import { endVisit } from '../../commands/end-visit.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { bookingIn, nameCases } from '../../domain/day/booking.js';
import { tellVisitor } from '../../domain/day/calling-off.js';
import type { Visitor } from '../../domain/day/day-events.js';
import { checkIn, walkIn } from '../../domain/day/interviewing.js';
import { type Decides, knownDay } from '../../domain/day/publishing.js';
import { findDay } from '../../queries/days/find-day.js';
import { visitorFor } from '../../queries/days/read-visitor.js';
import { bookingOf, queueOf } from '../../queries/days/show-day.js';
import { untold } from '../../queries/days/untold.js';
import type { days } from '../../views/days.js';
import { listingToTell, telling } from './booking-operations.js';
import * as Sent from './day-bodies.js';
import * as Api from './interview-operations.js';

const shown = ({ dayId, state, booking, position }: BookingResult) =>
  answer(bookingOf(dayId, state, booking), { position: { service: 'mediation', position } });

@Controller('api/v1')
export class InterviewsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get('interview-days/:day/bookings')
  @RequiresRight('interview.receive')
  @Answers(Api.listingQueue)
  async list(@CurrentActor() actor: Actor, @Param('day', { schema: Sent.DayId }) name: string) {
    const { dayId, state } = await findDay(this.deps, name, actor, 'interview.receive');
    return { items: queueOf(state).map((it) => bookingOf(dayId, state, it)) };
  }

  @Get('interview-days/:day/bookings/:booking/file')
  @RequiresRight('interview.receive')
  @Answers(Api.readingVisitor)
  async file(
    @CurrentActor() actor: Actor,
    @Param('day', { schema: Sent.DayId }) dayId: string,
    @Param('booking', { schema: Sent.BookingId }) name: string,
  ) {
    const found = await findDay(this.deps, dayId, actor, 'interview.receive');
    return visitorFor(this.deps, { ...found, booking: bookingIn(found.state, name) }, actor);
  }

  @Get('interview-bookings/to-tell')
  @RequiresRight('interview.receive')
  @Answers(listingToTell)
  async listToTell(
    @CurrentActor() actor: Actor,
    @Query({ schema: Sent.ListBookings }) { limit, cursor }: z.infer<typeof Sent.ListBookings>,
  ) {
    const own = whereFor<WhereOf<typeof days>>('interview.receive', actor, { held: { host: actor.id } });
    if (own === null) return { items: [], next: null };
    const where = { and: [own], toTell: true };
    const page = await this.deps.dayRows.list({ where, orderBy: [{ by: 'date' }], limit, cursor });
    return { items: await untold(this.deps, page.items), next: page.next };
  }

  @Post('interview-days/:day/bookings/:booking/told')
  @HttpCode(200)
  @RequiresRight('interview.receive')
  @Answers(telling)
  tell(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) day: string,
    @Param('booking', { schema: Sent.BookingId }) booking: string,
  ) {
    return this.change(request, day, booking, tellVisitor(booking));
  }

  @Post('interview-days/:day/bookings/:booking/cases')
  @HttpCode(200)
  @RequiresRight('interview.receive')
  @Answers(Api.namingCases)
  nameCases(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) day: string,
    @Param('booking', { schema: Sent.BookingId }) booking: string,
    @Body({ schema: Sent.NameCases }) { cases }: z.infer<typeof Sent.NameCases>,
  ) {
    return this.change(request, day, booking, nameCases(booking, cases, this.deps.dateOf));
  }

  @Post('interview-days/:day/bookings/:booking/check-in')
  @HttpCode(200)
  @RequiresRight('interview.receive')
  @Answers(Api.checkingIn)
  checkIn(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) day: string,
    @Param('booking', { schema: Sent.BookingId }) booking: string,
  ) {
    return this.change(request, day, booking, checkIn(booking, this.deps.dateOf));
  }

  @Post('interview-days/:day/walk-ins')
  @HttpCode(201)
  @RequiresRight('interview.receive')
  @Answers(Api.walkingIn)
  async walkIn(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) day: string,
    @Body({ schema: Sent.WalkIn }) named: z.infer<typeof Sent.WalkIn>,
  ) {
    const { dayId } = await findDay(this.deps, day, request.actor, 'interview.receive');
    const { dateOf } = this.deps;
    const decisionOf = (visitor: Visitor) => walkIn(visitor, dateOf);
    return shown(await bookVisit(this.deps, request, { dayId, named, decisionOf }));
  }

  @Post('interview-days/:day/bookings/:booking/outcome')
  @HttpCode(200)
  @RequiresRight('interview.conclude')
  @Answers(Api.ending)
  async end(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) day: string,
    @Param('booking', { schema: Sent.BookingId }) name: string,
    @Body({ schema: Sent.EndInterview }) body: z.infer<typeof Sent.EndInterview>,
  ) {
    const found = await findDay(this.deps, day, request.actor, 'interview.conclude');
    const booking = bookingIn(found.state, name);
    return shown(await endVisit(this.deps, request, { ...found, booking }, body));
  }

  private async change({ actor, context }: CommandContext, day: string, name: string, decide: Decides) {
    const { dayId } = await findDay(this.deps, day, actor, 'interview.receive');
    const { state, position, revision } = await this.deps.days(dayId, decide, context);
    const known = knownDay(state);
    return shown({ dayId, state: known, revision, position, booking: bookingIn(known, name) });
  }
}
