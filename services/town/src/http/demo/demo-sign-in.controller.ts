import { msBetween, Rejection, roleWords, second, type Stop } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import {
  Answers,
  Body,
  Controller,
  Get,
  HttpCode,
  type Platform,
  PLATFORM,
  Post,
  Public,
  refuseCrossSite,
  type Reply,
  type Request,
} from '@mulin/service';
import { Inject, type OnModuleDestroy, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { type DemoTown, demoTown } from '../../demo/open-house/demo-town.js';
import { PACK } from '../../dependencies.js';
import { areaNames, type AreaNames } from '../areas.js';
import { listingDemoAccounts, openingDemoSession } from './demo-operations.js';
import { cookieOf, passThrough, shownSession } from '../session-cookie.js';

const Chosen = z.strictObject({ account: z.string().min(1).max(400) });

const noDemo = () =>
  new Rejection(
    'no-demo',
    {
      en: 'Nobody signs in to this account without a password: this town is no demo, or does not offer it.',
      zh: '该账号不能免密登录：本镇不是演示镇，或未提供此账号。',
    },
    'unknown',
  );

/** So often, in milliseconds, it is looked whether the town still is made up. */
const lookMs = 10 * second;

/** Lets anybody look at a made-up town through the eyes of those who work there. */
@Controller('api/v1/demo')
export class DemoSignInController implements OnModuleDestroy {
  private readonly demo: DemoTown;
  private readonly nameOf: AreaNames;
  private stop: Stop | null = null;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(PACK) pack: Pack,
  ) {
    this.demo = demoTown(platform);
    this.nameOf = areaNames(pack);
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop?.();
  }

  @Get('accounts')
  @Public()
  @Answers(listingDemoAccounts)
  async list() {
    const demo = await this.demo.lately();
    if (demo === null) return { accounts: [], cases: [] };
    const { identity, caseCodes } = this.platform;
    const found = await Promise.all(demo.accounts.map((account) => identity.find(account)));
    return {
      accounts: found.flatMap((it) => (it === null ? [] : [this.shown(it)])),
      cases: demo.cases.map(({ caseId, number }) => ({ number, code: caseCodes.of(caseId) })),
    };
  }

  @Post('sessions')
  @HttpCode(201)
  @Public()
  @Answers(openingDemoSession)
  async open(
    @Req() request: Request,
    @Res(passThrough) reply: Reply,
    @Body({ schema: Chosen }) { account }: z.infer<typeof Chosen>,
  ) {
    refuseCrossSite(request);
    const demo = await this.demo.now();
    // Who is in by demo is signed out soon after something real came, also where nobody asks for the demo again.
    if (demo !== null) this.stop ??= this.platform.every(lookMs, this.demo.now);
    if (demo?.accounts.includes(account) !== true) throw noDemo();
    const session = await this.openWhileDemo({ account, address: request.ip });
    if (session === null) throw noDemo();
    const { actor, name, until, secret } = session;
    reply.header('set-cookie', cookieOf(request, secret, msBetween(this.platform.now(), until)));
    return shownSession(actor, name, until);
  }

  /** `null`: nobody is let in so. The demo may end meanwhile, and signs out only who is in by then. */
  private async openWhileDemo(asked: Parameters<Platform['signIn']['openByDemo']>[0]) {
    const { signIn } = this.platform;
    const session = await signIn.openByDemo(asked);
    if (session === null || (await this.demo.now()) !== null) return session;
    await signIn.close(session.secret);
    return null;
  }

  private shown({ actor: { id, role, area }, name }: Found) {
    return { account: id, name, role, roleName: roleWords[role], area, areaName: this.nameOf(area) };
  }
}

type Found = NonNullable<Awaited<ReturnType<Platform['identity']['find']>>>;
