import {
  type AccountParts,
  accountUnknown,
  type Actor,
  findAccount,
  looksPersonal,
  mayReach,
  type NewAccount,
  Rejection,
  roles,
  signInEvents,
} from '@mulin/kernel';
import {
  Answers,
  Body,
  CommandContext,
  Controller,
  CurrentActor,
  Get,
  HttpCode,
  Param,
  Patch,
  type Platform,
  PLATFORM,
  Post,
  Put,
  Query,
  type Request,
  RequiresRight,
} from '@mulin/service';
import { Inject, Req } from '@nestjs/common';
import { z } from 'zod';
import { areaFor, type Areas } from './areas.js';
import { AREAS } from '../dependencies.js';
import * as Api from './account-operations.js';

const ToAdd = z.strictObject({
  account: z.string().regex(/^[^\s\p{C}]{1,400}$/u),
  role: z.enum(roles),
  /** The whole town, where nobody says; whoever answers for a part of it must say. */
  area: z.string().min(1).max(400).optional(),
  /** How people call whoever has it. */
  name: z.string().trim().min(1).max(100).optional(),
});

/** What is not named stays; a name that is `null` is taken away. */
const ToChange = z
  .strictObject({
    role: z.enum(roles).optional(),
    area: z.string().min(1).max(400).optional(),
    name: z.string().trim().min(1).max(100).nullable().optional(),
  })
  .refine((given) => Object.values(given).some((it) => it !== undefined));

const ToSet = z.strictObject({
  password: z.string().min(1).max(1_000),
  /** For one's own account. */
  oldPassword: z.string().min(1).max(1_000).optional(),
});

type Changes = z.infer<typeof ToChange>;

const AccountId = z.string().min(1).max(500);

const Looking = z.strictObject({
  about: z.string().min(1).max(500).optional(),
  what: z.enum(signInEvents).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().min(1).max(500).optional(),
});

const notAllowed = () =>
  new Rejection('not-allowed', { en: 'This is not yours to do.', zh: '您没有此项权限。' }, 'forbidden');

const ownRoleOrArea = () =>
  new Rejection('own-role-or-area', {
    en: 'Nobody changes their own role or area: another operator does.',
    zh: '不能变更自己的角色或辖区，请由其他系统管理员办理。',
  });

const placeOf = ({ role, area }: AccountParts) => ({ role, area });

const isMoved = (was: AccountParts, is: AccountParts): boolean =>
  was.role !== is.role || was.area !== is.area;

const oldPasswordMissing = () =>
  new Rejection(
    'old-password-missing',
    { en: 'Name the old password of your account, too.', zh: '请同时填写原密码。' },
    'malformed',
  );

const accountLooksPersonal = () =>
  new Rejection(
    'account-looks-personal',
    {
      en: 'An account stands in the history of cases for good: do not call it by a phone or an identity number.',
      zh: '账号名称会永久保留在案件记录中，请勿使用电话号码或身份证号。',
    },
    'malformed',
  );

/** Who has an account, and what opens it. */
@Controller('api/v1')
export class AccountsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(AREAS) private readonly areas: Areas,
  ) {}

  @Post('accounts')
  @HttpCode(201)
  @RequiresRight('account.add')
  @Answers(Api.addingAccount)
  async add(
    @CommandContext() { actor: by }: CommandContext,
    @Body({ schema: ToAdd }) { account, role, area, name: given }: z.infer<typeof ToAdd>,
  ) {
    const name = given ?? null;
    if (looksPersonal(account)) throw accountLooksPersonal();
    const wanted = { actor: { id: account, role, area: areaFor(this.areas, role, area) }, name };
    if (!(await this.isThere(wanted))) {
      await this.platform.identity.add(wanted);
      await this.platform.signIn.record('account-added', account, by.id);
    }
    return { account, role, area: wanted.actor.area, name };
  }

  /** Whoever has it signs in again with what is theirs then; its tokens open what they may from now on. */
  @Patch('accounts/:account')
  @HttpCode(200)
  @RequiresRight('account.change')
  @Answers(Api.changingAccount)
  async change(
    @CommandContext() { actor: by }: CommandContext,
    @Param('account', { schema: AccountId }) account: string,
    @Body({ schema: ToChange }) wanted: Changes,
  ) {
    const { identity, signIn } = this.platform;
    const changed = await identity.change(account, (was) => {
      const is = this.changed(was, wanted);
      if (by.id === account && isMoved(was, is)) throw ownRoleOrArea();
      return is;
    });
    if (changed === null) throw accountUnknown(account);
    const { was, is } = changed;
    if (isMoved(was, is)) await signIn.endSessions(account, 'account-changed');
    const isRenamed = was.name !== is.name;
    if (isMoved(was, is) || isRenamed)
      await signIn.record('account-changed', account, by.id, {
        was: placeOf(was),
        is: placeOf(is),
        isRenamed,
      });
    return { account, role: is.role, area: is.area, name: is.name };
  }

  /** For one's own account, or for somebody else's by an operator of the whole town. */
  @Put('accounts/:account/password')
  @HttpCode(200)
  @RequiresRight('account.password')
  @Answers(Api.settingPassword)
  async setPassword(
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Param('account', { schema: AccountId }) account: string,
    @Body({ schema: ToSet }) { password, oldPassword }: z.infer<typeof ToSet>,
  ): Promise<{ passwordSet: true }> {
    const isOwn = actor.id === account;
    const ties = isOwn ? (['own'] as const) : [];
    if (!mayReach('account.password', actor, { area: null, ties })) throw notAllowed();
    if (isOwn && oldPassword === undefined) throw oldPasswordMissing();
    const old = isOwn ? { oldPassword } : {};
    await this.platform.signIn.setPassword({ account, password, ...old, by: actor.id, address: request.ip });
    return { passwordSet: true };
  }

  @Get('sign-ins')
  @RequiresRight('sign-in.list')
  @Answers(Api.listingSignIns)
  async signIns(@Query({ schema: Looking }) query: z.infer<typeof Looking>) {
    const page = await this.platform.signIn.records(query);
    // What was tried for an account that there is not is in the list, too.
    if (query.about !== undefined && page.items.length === 0)
      await findAccount(this.platform.identity, query.about);
    return page;
  }

  /** An area that was never looked at again, as only the name changes, may be one that the town has no more. */
  private changed(
    was: AccountParts,
    { role = was.role, area = was.area, name = was.name }: Changes,
  ): AccountParts {
    const isSame = role === was.role && area === was.area;
    return { role, area: isSame ? was.area : areaFor(this.areas, role, area), name };
  }

  /** Sent again, it is answered as before. */
  private async isThere({ actor, name }: NewAccount): Promise<boolean> {
    const known = await this.platform.identity.find(actor.id);
    return known?.actor.role === actor.role && known.actor.area === actor.area && known.name === name;
  }
}
