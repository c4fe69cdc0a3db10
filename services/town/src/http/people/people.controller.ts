import { Answers, Controller, Get, type Platform, PLATFORM, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { peopleOf } from './people.js';
import * as Api from '../account-operations.js';

@Controller('api/v1/people')
export class PeopleController {
  private readonly people: ReturnType<typeof peopleOf>;

  constructor(@Inject(PLATFORM) platform: Platform) {
    this.people = peopleOf(platform);
  }

  @Get()
  @RequiresRight('person.list')
  @Answers(Api.listingPeople)
  async list() {
    const items = (await this.people()).map(({ name = null, ...it }) => ({ ...it, name }));
    return { items, next: null };
  }
}
