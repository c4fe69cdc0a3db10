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
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { ShowCode } from '../disputes/dispute-bodies.js';
import { entering } from '../disputes/dispute-operations.js';

/** Long enough to read, to write a statement and to sign. */
const minutes = 60;

type Entry = Readonly<{ disputeId: string; party: string }>;

/** A party comes to its own side of a dispute by its number and the party's code, without an account. */
@Controller('api/v1/dispute-access')
export class DisputeAccessController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: Dependencies,
    @Inject(PLATFORM) private readonly platform: Pick<Platform, 'identity' | 'signIn'>,
  ) {}

  @Post()
  @HttpCode(201)
  @Public()
  @Answers(entering)
  async open(
    @Req() request: Request,
    @Body({ schema: ShowCode }) { number, code }: z.infer<typeof ShowCode>,
  ) {
    const { signIn, identity } = this.platform;
    const attempt = { number, address: request.ip };
    const { disputeId, party } = await signIn.proveCase(attempt, async () => {
      const result = await this.entryBy(number, code);
      return { found: result?.disputeId ?? null, result };
    });
    return { ...(await identity.issueForCase(party, minutes)), disputeId, party };
  }

  /** `null`: no such dispute, or none of its parties has this code; an id opens nothing, since it stands in addresses. */
  private async entryBy(number: string, code: string): Promise<Entry | null> {
    if (z.uuid().safeParse(number).success) return null;
    const disputeId = await this.deps.disputeIdOf(number).catch((error: unknown) => {
      if (error instanceof Rejection && error.refusal === 'unknown') return null;
      throw error;
    });
    if (disputeId === null) return null;
    const { state } = await this.deps.disputes.query(disputeId);
    const found = state?.parties.find(({ party }) => this.deps.codes.isOf(party, code));
    if (found === undefined || (await this.deps.vault.ownerOf(found.detailsId)) === null) return null;
    return { disputeId, party: found.party };
  }
}
