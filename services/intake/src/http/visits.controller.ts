import { randomUUID } from 'node:crypto';
import { Answers, Controller, HttpCode, type Platform, PLATFORM, Post, Public } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { visiting } from './operations.js';

/** Long enough to write, to find the place and to send photos. */
const minutes = 60;

/** A resident without an account comes to ask the town for something. */
@Controller('api/v1/visits')
export class VisitsController {
  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'identity'>) {}

  /** Counted by address like a sign-in; nothing is kept of it. */
  @Post()
  @HttpCode(201)
  @Public()
  @Answers(visiting)
  visit() {
    return this.platform.identity.issueForVisit(randomUUID(), minutes);
  }
}
