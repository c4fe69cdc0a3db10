/** What the routes of accounts and sessions promise: answers, examples, refusals, and words. */
import { roles, signInEvents } from '@mulin/kernel';
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';

const accounts: Tag = {
  name: 'accounts',
  description: { en: 'Signing in, passwords, and who has an account.', zh: '登录、密码与账号。' },
};

const Role = z.enum(roles).meta({ id: 'Role' });

const Session = z
  .strictObject({
    account: z.string(),
    role: Role,
    area: z.string(),
    name: z.string().nullable(),
    until: TownTime.nullable(),
  })
  .meta({ id: 'Session' });

const session = {
  account: 'hotline-clerk@mu',
  role: 'hotline-clerk',
  area: 'mu',
  name: null,
  until: '2026-03-02T21:00:00.000+08:00',
};

const badPasswords = ['password-too-short', 'password-too-long', 'password-too-plain'];

export const signingIn: Operation = {
  tag: accounts,
  summary: { en: 'Sign in', zh: '登录' },
  description: {
    en: 'Opens a session for a browser, as a cookie that no script reads. It ends after an hour without a request, and at `until` at the latest. After several failures of an account or an address nothing is tried for a while. That an account is disabled is said with its right password alone.',
    zh: '为浏览器建立会话，会话标识保存在浏览器中，脚本无法读取。一小时无操作即失效，最迟至 `until`。同一账号或地址多次失败后，须等待一段时间再试。只有密码正确时才会告知账号已停用。',
  },
  answer: Session,
  example: session,
  refusals: {
    401: ['wrong-credentials'],
    403: ['cross-site', 'own-account-disabled'],
    429: ['sign-in-locked'],
  },
};

export const showingSession: Operation = {
  tag: accounts,
  summary: { en: 'Who I am', zh: '当前登录信息' },
  description: {
    en: 'The account of the session or the token that asks. `until` is when the session ends at the latest; `null` for a token, which says so itself.',
    zh: '当前会话或令牌所属的账号。`until` 为会话最迟失效时间；使用令牌时为 `null`，有效期以令牌为准。',
  },
  answer: Session,
  example: session,
};

export const signingOut: Operation = {
  tag: accounts,
  summary: { en: 'Sign out', zh: '退出登录' },
  description: {
    en: 'Ends the session that asks, at once. A token is no session: its account has to be disabled.',
    zh: '立即结束当前会话。令牌不是会话，须停用其账号才会失效。',
  },
  answer: z.strictObject({ signedOut: z.literal(true) }),
  example: { signedOut: true },
  refusals: { 409: ['no-session'] },
};

export const settingPassword: Operation = {
  tag: accounts,
  summary: { en: 'Set a password', zh: '设置密码' },
  description: {
    en: 'For one’s own account with the old password, or by an operator for somebody else. Every session of the account ends. At least 12 characters, of whatever kind.',
    zh: '本人凭原密码修改，或由系统管理员为他人重置。该账号的全部会话随即失效。密码至少 12 个字符，种类不限。',
  },
  answer: z.strictObject({ passwordSet: z.literal(true) }),
  example: { passwordSet: true },
  refusals: {
    400: ['old-password-missing', ...badPasswords],
    403: ['old-password-wrong'],
    404: ['account-unknown'],
    429: ['sign-in-locked'],
  },
};

export const addingAccount: Operation = {
  tag: accounts,
  summary: { en: 'Add an account', zh: '新建账号' },
  description: {
    en: 'Without a password: set one, or issue tokens for it. An account that is there already with the same role, area and name is answered the same.',
    zh: '新账号没有密码，须另行设置，或为其签发令牌。角色、辖区和姓名均相同的账号已存在时，返回相同结果。',
  },
  answer: z.strictObject({
    account: z.string(),
    role: Role,
    area: z.string(),
    name: z.string().nullable(),
  }),
  example: { account: 'zhao-min', role: 'verifier', area: 'mu/dongguan', name: '赵敏' },
  refusals: {
    400: ['area-unknown', 'area-missing', 'account-looks-personal'],
    409: ['area-not-of-role', 'account-exists'],
  },
};

export const changingAccount: Operation = {
  tag: accounts,
  summary: { en: 'Change an account', zh: '变更账号' },
  description: {
    en: 'Its role, its area, its name, or several of them; what is not named stays, and `name: null` takes the name away. Where role or area change, every session of the account ends at once: whoever has it signs in again, with what is theirs then; its tokens open from now on what the new role and area may. Rosters are not changed by it: who is on duty is said there. An account that is disabled may be changed, and stays disabled. Nobody changes their own role or area. What is so already is answered the same, and nobody is signed out.',
    zh: '变更角色、辖区、姓名中的一项或多项；未给出的不变，`name` 为 `null` 时删除姓名。角色或辖区变更后，该账号的全部会话立即失效，须重新登录，按新的权限工作；其令牌此后按新的角色和辖区生效。排班不随之变更，在岗安排以排班为准。已停用的账号也可变更，变更后仍为停用。不能变更自己的角色或辖区。内容与现状相同时返回相同结果，不会退出登录。',
  },
  answer: z.strictObject({
    account: z.string(),
    role: Role,
    area: z.string(),
    name: z.string().nullable(),
  }),
  example: { account: 'zhao-min', role: 'verifier', area: 'mu/nanyuan', name: '赵敏' },
  refusals: {
    400: ['area-unknown', 'area-missing'],
    404: ['account-unknown'],
    409: ['area-not-of-role', 'own-role-or-area'],
  },
};

export const listingPeople: Operation = {
  tag: accounts,
  summary: { en: 'Who works for the town', zh: '本镇工作人员' },
  description: {
    en: 'Everybody who works for the town, by account: name (`null` where nobody said it), role and area. For choosing somebody, and for calling an account by its name. Whoever is `disabled` is chosen for nothing, and is in the list because of what they did. Residents and programs of others are not in it. May be half a minute old.',
    zh: '按账号列出本镇全部工作人员的姓名（未填写时为 `null`）、角色和辖区，用于选择人员和显示姓名。`disabled` 为已停用的账号，仅用于显示其经办事项，不可再选。不含居民和外部系统。数据最多延迟半分钟。',
  },
  answer: pageOf(
    z
      .strictObject({
        account: z.string(),
        name: z.string().nullable(),
        role: Role,
        area: z.string(),
        disabled: z.boolean(),
      })
      .meta({ id: 'Person' }),
  ),
  example: {
    items: [
      {
        account: 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a',
        name: '叶兴琴',
        role: 'grid-member',
        area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
        disabled: false,
      },
    ],
    next: null,
  },
};

const RoleAndArea = z.strictObject({ role: Role, area: z.string() });

export const listingSignIns: Operation = {
  tag: accounts,
  summary: { en: 'The record of sign-ins', zh: '登录与账号记录' },
  description: {
    en: 'Every sign-in, failure, lock, change of a password or an account, and every use of a case’s code, newest first. No password and no address is in it: `from` is the same for the same address and says nothing else. `change` says from what to what an account was changed, without its name.',
    zh: '登录、失败、锁定、密码和账号变更，以及查询码使用的全部记录，最新的在前。不含密码和网络地址：同一地址的 `from` 相同，除此之外不含任何信息。`change` 为账号变更前后的角色和辖区，不含姓名。',
  },
  answer: pageOf(
    z
      .strictObject({
        at: TownTime,
        what: z.enum(signInEvents),
        about: z.string().nullable(),
        by: z.string().nullable(),
        from: z.string().nullable(),
        change: z.strictObject({ was: RoleAndArea, is: RoleAndArea, isRenamed: z.boolean() }).nullable(),
      })
      .meta({ id: 'SignInRecord' }),
  ),
  example: {
    items: [
      {
        at: '2026-03-02T09:00:00.000+08:00',
        what: 'signed-in',
        about: 'hotline-clerk@mu',
        by: null,
        from: '9f86d081884c7d65',
        change: null,
      },
    ],
    next: null,
  },
  refusals: { 400: ['malformed-cursor'], 404: ['account-unknown'] },
};
