import { type Actor, msBetween, Rejection } from '@mulin/kernel';
import {
  Answers,
  Body,
  Controller,
  CurrentActor,
  Delete,
  Get,
  HttpCode,
  type Platform,
  PLATFORM,
  Post,
  Public,
  refuseCrossSite,
  type Reply,
  type Request,
  RequiresRight,
  sessionSecretOf,
} from '@mulin/service';
import { Inject, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import * as Api from './account-operations.js';
import { cookieOf, passThrough, shownSession as shown } from './session-cookie.js';

/** Longer than any password may be, and short enough to be hashed without harm. */
const Credentials = z.strictObject({
  account: z.string().min(1).max(400),
  password: z.string().min(1).max(1_000),
});

const noSession = () =>
  new Rejection('no-session', {
    en: 'A token asked for this, and not a session: there is nothing to sign out of.',
    zh: '本次请求使用的是令牌而非会话，无需退出。',
  });

/** How people sign in and out in a browser. */
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post()
  @HttpCode(201)
  @Public()
  @Answers(Api.signingIn)
  async open(
    @Req() request: Request,
    @Res(passThrough) reply: Reply,
    @Body({ schema: Credentials }) { account, password }: z.infer<typeof Credentials>,
  ) {
    refuseCrossSite(request);
    const address = request.ip;
    const { secret, actor, name, until } = await this.platform.signIn.open({ account, password, address });
    reply.header('set-cookie', cookieOf(request, secret, msBetween(this.platform.now(), until)));
    return shown(actor, name, until);
  }

  @Get('current')
  @RequiresRight('session.read')
  @Answers(Api.showingSession)
  async current(@CurrentActor() actor: Actor, @Req() request: Request) {
    const secret = sessionSecretOf(request);
    // The guard knows whether somebody acts by this request.
    const looking = { isAsking: false };
    const session = secret === undefined ? null : await this.platform.signIn.session(secret, looking);
    if (session?.actor.id === actor.id) return shown(actor, session.name, session.until);
    const account = await this.platform.identity.find(actor.id);
    return shown(actor, account?.name ?? null, null);
  }

  @Delete('current')
  @HttpCode(200)
  @RequiresRight('session.end')
  @Answers(Api.signingOut)
  async close(@Req() request: Request, @Res(passThrough) reply: Reply): Promise<{ signedOut: true }> {
    const secret = sessionSecretOf(request);
    if (secret === undefined || !(await this.platform.signIn.close(secret))) throw noSession();
    reply.header('set-cookie', cookieOf(request, '', 0));
    return { signedOut: true };
  }
}
