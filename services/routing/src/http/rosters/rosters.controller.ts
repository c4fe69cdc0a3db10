/** Who is on duty where, and named for it in the running town. */
import { type Actor, type Instant, mayReach, type Right } from '@mulin/kernel';
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
  Put,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { accountsNamed, changeRoster } from '../../commands/change-roster.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { goBackToPack } from '../../domain/land/changed-roster.js';
import * as Roster from '../../domain/land/roster.js';
import { noSuchPlace } from '../../domain/land/roster-refusals.js';
import { notYourArea } from '../../domain/order/refusals.js';
import { type Place, placesIn } from '../../queries/rosters/roster-places.js';
import { namesOnRosters, rosterShown } from '../../queries/rosters/roster-shown.js';
import { ChangeRoster, PlaceId } from './roster-bodies.js';
import * as Api from './roster-operations.js';

@Controller('api/v1/rosters')
export class RostersController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get()
  @RequiresRight('roster.list')
  @Answers(Api.listingRosters)
  list(@CurrentActor() actor: Actor) {
    const now = this.deps.now();
    const rosters = this.deps.rosters();
    const show = this.shown(now);
    return {
      items: placesIn(this.deps, now)
        .filter(({ area }) => mayReach('roster.list', actor, { area }))
        .map((it) => show(it, rosters.get(it.place) ?? Roster.decider.initial)),
      shifts: this.deps.shifts(),
    };
  }

  @Get(':place')
  @RequiresRight('roster.list')
  @Answers(Api.readingRoster)
  async read(@CurrentActor() actor: Actor, @Param('place', { schema: PlaceId }) place: string) {
    const now = this.deps.now();
    const found = this.reached('roster.list', actor, place);
    const { state, revision } = await this.deps.changeRoster.query(place);
    return answer(this.shown(now)(found, state), { revision });
  }

  @Put(':place')
  @RequiresRight('roster.change')
  @Answers(Api.changingRoster)
  async change(
    @CommandContext() request: CommandContext,
    @Param('place', { schema: PlaceId }) place: string,
    @Body({ schema: ChangeRoster }) body: z.infer<typeof ChangeRoster>,
  ) {
    const { deps } = this;
    const found = this.reached('roster.change', request.actor, place);
    const { state: away } = await deps.leave.query(deps.town);
    const known = {
      place: found,
      shifts: deps.shifts().map(({ id }) => id),
      names: namesOnRosters(deps.rosters()),
      accounts: await accountsNamed(body, deps.findAccount),
    };
    const by = request.actor.id;
    return this.decided(found, changeRoster(body, known, { by, absences: deps.absences(away) }), request);
  }

  @Post(':place/as-in-pack')
  @HttpCode(200)
  @RequiresRight('roster.change')
  @Answers(Api.goingBackToPack)
  async goBack(
    @CommandContext() request: CommandContext,
    @Param('place', { schema: PlaceId }) place: string,
  ) {
    const found = this.reached('roster.change', request.actor, place);
    const { state: away } = await this.deps.leave.query(this.deps.town);
    return this.decided(found, goBackToPack(place, this.deps.absences(away)), request);
  }

  private reached(right: Right, actor: Actor, place: string): Place {
    const found = placesIn(this.deps, this.deps.now()).find((it) => it.place === place);
    if (found === undefined) throw noSuchPlace();
    if (!mayReach(right, actor, { area: found.area })) throw notYourArea();
    return found;
  }

  private shown(now: Instant) {
    const names = namesOnRosters(this.deps.rosters());
    const seen = { now, nameOf: (account: string) => names.get(account) ?? null };
    return (place: Place, state: Roster.State) => rosterShown(place, state, seen);
  }

  private async decided(
    place: Place,
    decide: Parameters<Dependencies['changeRoster']>[1],
    request: CommandContext,
  ) {
    const options = request.ifRevision === undefined ? {} : { ifRevision: request.ifRevision };
    const changed = await this.deps.changeRoster(place.place, decide, request.context, options);
    const { state, position, revision } = changed;
    return answer(this.shown(this.deps.now())(place, state), {
      position: { service: 'routing', position },
      revision,
    });
  }
}
