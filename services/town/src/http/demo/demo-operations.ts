/** What the routes promise by which anybody looks at a made-up town. */
import { roles } from '@mulin/kernel';
import { type Operation, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';

const demoTag: Tag = {
  name: 'demo',
  description: {
    en: 'A town in which everything is made up, for everybody to look at.',
    zh: '演示镇：内容均为虚构，任何人均可查看。',
  },
};

const Name = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' });
const Role = z.enum(roles).meta({ id: 'Role' });

export const listingDemoAccounts: Operation = {
  tag: demoTag,
  summary: { en: 'Accounts to look through', zh: '可体验的账号' },
  description: {
    en: 'In a town that was filled with a made-up month: one account of each role, and cases with the codes by which a resident comes to them. Empty in any other town, and for good as soon as somebody who did not sign in by demo has entered anything: a case, a dispute, a booking, an account, or a step in what is made up.',
    zh: '在已生成演示数据的镇，列出每种角色各一个账号，以及居民可凭以查询的案件编号和查询码。其他镇，或有人未经演示登录而录入任何内容（案件、纠纷、预约、账号，或对演示内容的办理）之后，均为空，且不再恢复。',
  },
  answer: z.strictObject({
    accounts: z.array(
      z
        .strictObject({
          account: z.string(),
          name: z.string().nullable(),
          role: Role,
          roleName: Name,
          area: z.string(),
          areaName: Name,
        })
        .meta({ id: 'DemoAccount' }),
    ),
    cases: z.array(z.strictObject({ number: z.string(), code: z.string() }).meta({ id: 'DemoCase' })),
  }),
  example: {
    accounts: [
      {
        account: 'community-secretary@mu/dongguan',
        name: null,
        role: 'community-secretary',
        roleName: { en: 'community secretary', zh: '社区书记' },
        area: 'mu/dongguan',
        areaName: { zh: '东关社区', en: 'Dongguan' },
      },
    ],
    cases: [{ number: 'mu-2026-000017', code: '4F7K-9Q2M-XT8D' }],
  },
};

export const openingDemoSession: Operation = {
  tag: demoTag,
  summary: { en: 'Sign in without a password', zh: '免密登录演示账号' },
  description: {
    en: 'A session of one of the accounts of the demo, as signing in opens it, for an hour at most; the record of sign-ins says that it was by demo.',
    zh: '以演示账号登录，会话与正常登录相同，最长一小时；登录记录注明为演示登录。',
  },
  answer: z
    .strictObject({
      account: z.string(),
      role: Role,
      area: z.string(),
      name: z.string().nullable(),
      until: TownTime.nullable(),
    })
    .meta({ id: 'Session' }),
  example: {
    account: 'community-secretary@mu/dongguan',
    role: 'community-secretary',
    area: 'mu/dongguan',
    name: null,
    until: '2026-03-02T10:00:00.000+08:00',
  },
  refusals: { 403: ['cross-site'], 404: ['no-demo'] },
};
