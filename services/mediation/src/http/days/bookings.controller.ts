import type { Actor, Right } from '@mulin/kernel';
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
import { bookVisit } from '../../commands/book-visit.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { book, bookingIn, cancelBooking, moveBooking } from '../../domain/day/booking.js';
import type { BookingDoor, Visitor } from '../../domain/day/day-events.js';
import { type Decides, knownDay } from '../../domain/day/publishing.js';
import { findBooking } from '../../queries/days/find-day.js';
import { ownPromises } from '../../queries/days/read-visitor.js';
import { bookingOf } from '../../queries/days/show-day.js';
import * as Api from './booking-operations.js';
import * as Sent from './day-bodies.js';

const doorOf = ({ role, caseId }: Actor): BookingDoor => {
  if (role !== 'resident') return 'desk';
  return caseId === undefined ? 'portal' : 'code';
};

@Controller('api/v1')
export class BookingsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post('interview-days/:day/bookings')
  @HttpCode(201)
  @RequiresRight('interview.book')
  @Answers(Api.booking)
  async book(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) dayId: string,
    @Body({ schema: Sent.BookSlot }) { slot, ...named }: z.infer<typeof Sent.BookSlot>,
  ) {
    const door = doorOf(request.actor);
    const decisionOf = (visitor: Visitor) => book(visitor, slot, door, this.deps.dateOf);
    const visit = { dayId, named, decisionOf };
    const { state, booking, position } = await bookVisit(this.deps, request, visit);
    return answer(bookingOf(dayId, state, booking), { position: { service: 'mediation', position } });
  }

  @Post('interview-days/:day/bookings/:booking/slot')
  @HttpCode(200)
  @RequiresRight('interview.move')
  @Answers(Api.moving)
  move(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) dayId: string,
    @Param('booking', { schema: Sent.BookingId }) booking: string,
    @Body({ schema: Sent.ChooseSlot }) { slot }: z.infer<typeof Sent.ChooseSlot>,
  ) {
    return this.change(
      request,
      'interview.move',
      { dayId, booking },
      moveBooking(booking, slot, this.deps.dateOf),
    );
  }

  @Post('interview-days/:day/bookings/:booking/cancellation')
  @HttpCode(200)
  @RequiresRight('interview.book')
  @Answers(Api.cancelling)
  cancel(
    @CommandContext() request: CommandContext,
    @Param('day', { schema: Sent.DayId }) dayId: string,
    @Param('booking', { schema: Sent.BookingId }) booking: string,
  ) {
    return this.change(
      request,
      'interview.book',
      { dayId, booking },
      cancelBooking(booking, this.deps.dateOf),
    );
  }

  /** Of a resident; the desk has none of its own. */
  @Get('interview-bookings')
  @RequiresRight('interview.book')
  @Answers(Api.listingOwn)
  async listOwn(
    @CurrentActor() actor: Actor,
    @Query({ schema: Sent.ListBookings }) { limit, cursor }: z.infer<typeof Sent.ListBookings>,
  ) {
    const account = this.deps.pseudonyms.of(this.deps.town, actor.id);
    const where = { accounts: { hasAny: [account] } };
    const orderBy = [{ by: 'date', descending: true }] as const;
    const page = await this.deps.dayRows.list({ where, orderBy, limit, cursor });
    const own = page.items.flatMap(({ dayId, state }) =>
      (state?.bookings ?? [])
        .filter((it) => it.account === account)
        .map(async (it) => ({
          ...(state && bookingOf(dayId, state, it)),
          promises: await ownPromises(this.deps, dayId, it, actor),
        })),
    );
    return { items: await Promise.all(own), next: page.next };
  }

  private async change(
    { actor, context, ifRevision }: CommandContext,
    right: Right,
    { dayId, booking }: Readonly<{ dayId: string; booking: string }>,
    decide: Decides,
  ) {
    await findBooking(this.deps, dayId, booking, { actor, right });
    const options = ifRevision === undefined ? {} : { ifRevision };
    const { state, position, revision } = await this.deps.days(dayId, decide, context, options);
    const known = knownDay(state);
    return answer(bookingOf(dayId, known, bookingIn(known, booking)), {
      position: { service: 'mediation', position },
      revision,
    });
  }
}
