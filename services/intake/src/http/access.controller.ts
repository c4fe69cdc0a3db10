/** How residents without an account come in: to ask for something, and to their own case. */
import { randomUUID } from 'node:crypto';
import { Rejection } from '@mulin/kernel';
import {
  Answers,
  Body,
  Controller,
  HttpCode,
  type Platform,
  PLATFORM,
  Post,
  Public,
  type Request,
} from '@mulin/service';
import { Inject, Req } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import * as Case from '../domain/case/case.js';
import { openingCase, visiting } from './operations.js';

/** As a resident has them on paper or heard them on the phone. */
const ShowCode = z.strictObject({
  number: z.string().trim().min(1).max(64),
  code: z.string().trim().min(1).max(64),
});

/** Long enough to read, write and add a photo. */
const minutes = 60;

type Parts = Pick<Platform, 'identity' | 'signIn' | 'caseCodes'>;

/** A resident comes to their own case by its number and its code, without an account. */
@Controller('api/v1/case-access')
export class AccessController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: Dependencies,
    @Inject(PLATFORM) private readonly platform: Parts,
  ) {}

  @Post()
  @HttpCode(201)
  @Public()
  @Answers(openingCase)
  async open(
    @Req() request: Request,
    @Body({ schema: ShowCode }) { number, code }: z.infer<typeof ShowCode>,
  ) {
    const { signIn, identity, caseCodes } = this.platform;
    const attempt = { number, address: request.ip };
    const caseId = await signIn.proveCase(attempt, async () => {
      const found = await this.caseCalled(number);
      const isRight = found !== null && caseCodes.isOf(found, code) && !(await this.isErased(found));
      return { found, result: isRight ? found : null };
    });
    const known = Case.known((await this.deps.cases.query(caseId)).state);
    return { ...(await identity.issueForCase(caseId, minutes)), caseId, number: known.number };
  }

  /** `null`: there is none of this number; an id opens nothing, since it stands in addresses. */
  private async caseCalled(number: string): Promise<string | null> {
    if (z.uuid().safeParse(number).success) return null;
    return this.deps.caseIdOf(number).catch((error: unknown) => {
      if (error instanceof Rejection && error.refusal === 'unknown') return null;
      throw error;
    });
  }

  /** Whoever had the words of this case erased is nobody whom the town knows any more. */
  private async isErased(caseId: string): Promise<boolean> {
    const { demand, registeredAt } = Case.known((await this.deps.cases.query(caseId)).state);
    const { erasures } = (await this.deps.persons.query(demand.person)).state;
    return erasures.some(({ erasedAt }) => erasedAt >= registeredAt);
  }
}

/**
 * `visit`: what only the visitor knows, and chose at random. Under the same name they are the same visitor, also when their
 * token is over: what they sent before and had no answer to is known again.
 */
const Visit = z.strictObject({ visit: z.uuid().optional() }).optional();

/** A resident without an account comes to ask the town for something. */
@Controller('api/v1/visits')
export class VisitsController {
  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'identity'>) {}

  /** Counted by address; nothing is kept of it. */
  @Post()
  @HttpCode(201)
  @Public()
  @Answers(visiting)
  visit(@Body({ schema: Visit }) body: z.infer<typeof Visit>) {
    return this.platform.identity.issueForVisit(body?.visit ?? randomUUID(), minutes);
  }
}
