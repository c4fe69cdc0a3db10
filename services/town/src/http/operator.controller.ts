import { findAccount, type HandlingOutcome, Rejection, roles } from '@mulin/kernel';
import {
  Answers,
  Body,
  CommandContext,
  Controller,
  Get,
  HttpCode,
  Param,
  type Platform,
  PLATFORM,
  Post,
  Query,
  type Rebuilt,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { areaFor, type Areas } from './areas.js';
import { AREAS } from '../dependencies.js';
import * as Api from './operations.js';

const Wanted = z.strictObject({
  role: z.enum(roles),
  /** The whole town, where nobody says; whoever answers for a part of it must say. */
  area: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{N}._-]*){0,4}$/u)
    .max(400)
    .optional(),
  minutes: z.int().min(1).max(527_040).default(60),
  /** Such as a roster names it; where nobody says, each role of an area has one. */
  account: z
    .string()
    .regex(/^[^\s\p{C}]{1,400}$/u)
    .optional(),
});

const ToRebuild = z.strictObject({ name: z.string().min(1).max(100).optional() });
const Nothing = z.strictObject({});
const ItemId = z.string().min(1).max(100);
const AccountId = z.string().min(1).max(500);

const noSuchItem = () =>
  new Rejection(
    'set-aside-unknown',
    { en: 'Nothing is set aside under this id.', zh: '没有此编号的未处理消息。' },
    'unknown',
  );

const disabledAlready = (account: string) =>
  new Rejection('account-disabled-already', {
    en: `The account ${account} is disabled already.`,
    zh: `账号 ${account} 已经停用。`,
  });

const notDisabled = (account: string) =>
  new Rejection('account-not-disabled', {
    en: `The account ${account} is not disabled.`,
    zh: `账号 ${account} 没有停用，无须启用。`,
  });

const ownAccount = () =>
  new Rejection('own-account', {
    en: 'Nobody disables their own account.',
    zh: '不能停用自己的账号。',
  });

const Page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** As the page before gave it. */
  cursor: z.string().min(1).max(500).optional(),
});

/** What the one who runs the town does from the command line. */
@Controller('api/v1')
export class OperatorController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(AREAS) private readonly areas: Areas,
  ) {}

  @Post('tokens')
  @HttpCode(201)
  @RequiresRight('token.issue')
  @Answers(Api.issuing)
  issue(@CommandContext() _: CommandContext, @Body({ schema: Wanted }) wanted: z.infer<typeof Wanted>) {
    const { role, area, minutes, account } = wanted;
    const named = account === undefined ? {} : { account };
    return this.platform.identity.issue({ role, area: areaFor(this.areas, role, area), minutes, ...named });
  }

  /** Its tokens and sessions open nothing from now on. */
  @Post('accounts/:account/disable')
  @HttpCode(200)
  @RequiresRight('account.disable')
  @Answers(Api.disabling)
  async disable(
    @CommandContext() { actor }: CommandContext,
    @Param('account', { schema: AccountId }) account: string,
    @Body({ schema: Nothing }) _: object,
  ): Promise<{ disabled: true }> {
    if (actor.id === account) throw ownAccount();
    const { identity } = this.platform;
    if (!(await identity.disable(account))) {
      await findAccount(identity, account);
      throw disabledAlready(account);
    }
    await this.platform.signIn.endSessions(account, 'account-disabled');
    await this.platform.signIn.record('account-disabled', account, actor.id);
    return { disabled: true };
  }

  /** Its tokens open again what they opened, and orders are offered to it again. */
  @Post('accounts/:account/enable')
  @HttpCode(200)
  @RequiresRight('account.enable')
  @Answers(Api.enabling)
  async enable(
    @CommandContext() { actor }: CommandContext,
    @Param('account', { schema: AccountId }) account: string,
    @Body({ schema: Nothing }) __: object,
  ): Promise<{ disabled: false }> {
    const { identity } = this.platform;
    if (!(await identity.enable(account))) {
      await findAccount(identity, account);
      throw notDisabled(account);
    }
    await this.platform.signIn.record('account-enabled', account, actor.id);
    return { disabled: false };
  }

  @Get('accounts')
  @RequiresRight('account.list')
  @Answers(Api.listingAccounts)
  async accounts(@Query({ schema: Page }) { limit, cursor }: z.infer<typeof Page>) {
    // One more than is shown says whether there are more.
    const found = await this.platform.identity.list({ after: cursor, limit: limit + 1 });
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.account ?? null) : null };
  }

  /** Without what the messages say: that is looked up where it came from. */
  @Get('set-aside')
  @RequiresRight('dead-letter.list')
  @Answers(Api.listingSetAside)
  async setAside() {
    const items = await this.platform.deadLetters.list();
    return {
      items: items.map(({ id, group, message: { topic, partition, offset, key }, reason, at }) => ({
        id,
        group,
        topic,
        partition,
        offset,
        subject: key,
        reason,
        at,
      })),
      next: null,
    };
  }

  @Post('set-aside/:id/retry')
  @HttpCode(200)
  @RequiresRight('dead-letter.retry')
  @Answers(Api.retrying)
  async retry(
    @CommandContext() _: CommandContext,
    @Param('id', { schema: ItemId }) id: string,
    @Body({ schema: Nothing }) __: object,
  ): Promise<{ receipt: HandlingOutcome }> {
    const outcome = await this.platform.operations.retry(id);
    if (outcome === null) throw noSuchItem();
    return { receipt: outcome };
  }

  @Post('set-aside/:id/drop')
  @HttpCode(200)
  @RequiresRight('dead-letter.drop')
  @Answers(Api.dropping)
  async drop(
    @CommandContext() _: CommandContext,
    @Param('id', { schema: ItemId }) id: string,
    @Body({ schema: Nothing }) __: object,
  ): Promise<{ dropped: true }> {
    if (!(await this.platform.deadLetters.drop(id))) throw noSuchItem();
    return { dropped: true };
  }

  /** One after the other: each reads a whole log. */
  @Post('views/rebuild')
  @HttpCode(200)
  @RequiresRight('view.rebuild')
  @Answers(Api.rebuilding)
  async rebuild(
    @CommandContext() _: CommandContext,
    @Body({ schema: ToRebuild }) { name }: z.infer<typeof ToRebuild>,
  ): Promise<{ views: readonly Rebuilt[] }> {
    return { views: await this.platform.operations.rebuild(name) };
  }
}
