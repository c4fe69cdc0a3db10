/** What becomes of each made-up quarrel: who does what how long after what was done before. */
import { day, hour, type Instant, plus } from '@mulin/kernel';

/** A quarrel that is before the committee. */
export type Quarrel = Readonly<{
  id: string;
  area: string;
  /** Their ids, applicant first. */
  parties: readonly [string, string];
  mediator: string;
  now: () => Instant;
  /** The moment in so many milliseconds, or the next morning after it. */
  atWork: (inMs: number) => Instant;
  /** Where sessions are held. */
  place: string;
}>;

/** Who does something: whoever mediates, and whoever leads the village or the community. */
export type Who = 'mediator' | 'committee' | 'secretary';

type Act = Readonly<{
  who: Who;
  /** How long after the one before, in milliseconds; later where nobody works then. */
  after: number;
  what: (quarrel: Quarrel) => string;
  body: (quarrel: Quarrel) => object;
}>;

export type DisputeScript = Readonly<{
  name: string;
  daysAgo: number;
  kind: string;
  colour: 'red' | 'yellow' | 'green';
  door: 'walk-in' | 'interview-day';
  facts: string;
  /** The other side, where it is a body. */
  body?: string;
  acts: readonly Act[];
}>;

const act = (who: Who, after: number, what: Act['what'] | string, body: Act['body'] | object = {}): Act => ({
  who,
  after,
  what: typeof what === 'string' ? () => what : what,
  body: typeof body === 'function' ? (body as Act['body']) : () => body,
});

const yes = { isGiven: true };
const consents = (after: number): readonly Act[] => [
  act('mediator', after, ({ parties }) => `parties/${parties[0]}/consent`, yes),
  act('mediator', 3 * hour, ({ parties }) => `parties/${parties[1]}/consent`, yes),
];

/** In so long, or the morning after, and two hours long. */
const session = (inMs: number): Act =>
  act('mediator', hour, 'sessions', ({ atWork, place }: Quarrel) => {
    const from = atWork(inMs);
    return { from, until: plus(from, 2 * hour), place };
  });

const heard = (inMs: number, minutes: string): readonly Act[] => [
  session(inMs),
  act('mediator', inMs + 2 * hour, 'sessions/1/minutes', ({ parties }: Quarrel) => ({
    present: parties,
    minutes,
  })),
];

type Owed = Readonly<{ what: string; yuan: number; withinDays: number }>;
const cents = 100;

const agreement = (form: 'written' | 'oral', { what, yuan, withinDays }: Owed): Act =>
  act('mediator', hour, 'agreement', ({ parties, now }: Quarrel) => ({
    form,
    agreed: parties,
    terms: [
      {
        party: parties[1],
        toParty: parties[0],
        what,
        amount: yuan * cents,
        dueAt: plus(now(), withinDays * day),
      },
    ],
  }));

const signedBy = (nth: 0 | 1): Act =>
  act('mediator', hour / 4, 'signatures', ({ parties }: Quarrel) => ({
    version: 1,
    by: 'party',
    party: parties[nth],
    as: nth === 0 ? 'signature' : 'fingerprint',
  }));

const written = (owed: Owed): readonly Act[] => [
  agreement('written', owed),
  signedBy(0),
  signedBy(1),
  act('mediator', hour / 4, 'signatures', { version: 1, by: 'mediator', as: 'signature' }),
  act('committee', 2 * hour, 'signatures', { version: 1, by: 'committee', as: 'seal' }),
];

const performed = (after: number): Act => act('mediator', after, 'performance', { term: 1, isWhole: true });

const kept: readonly DisputeScript[] = [
  {
    name: 'wall',
    ...{ daysAgo: 27, kind: 'neighbours', colour: 'yellow', door: 'walk-in' },
    facts: '两家为院墙和排水沟争执，去年以来吵过三次。',
    acts: [
      ...consents(20 * hour),
      ...heard(30 * hour, '到现场看过，双方同意按原来的界线恢复排水沟。'),
      ...written({ what: '恢复排水沟并支付墙面修补费。', yuan: 800, withinDays: 10 }),
      performed(6 * day),
      act('mediator', 3 * day, 'call-backs', ({ parties }: Quarrel) => ({ party: parties[0], isKept: true })),
    ],
  },
  {
    name: 'dog',
    ...{ daysAgo: 19, kind: 'injury', colour: 'green', door: 'walk-in' },
    facts: '被邻居家的狗咬伤，要求支付打疫苗的费用。',
    acts: [
      ...consents(4 * hour),
      ...heard(22 * hour, '狗主人当面道歉，愿意承担费用。'),
      agreement('oral', { what: '支付疫苗费用。', yuan: 650, withinDays: 1 }),
      performed(hour),
    ],
  },
  {
    name: 'loan',
    ...{ daysAgo: 26, kind: 'debt-and-contract', colour: 'yellow', door: 'walk-in' },
    facts: '三年前借款两万元，一直没有归还。',
    acts: [
      ...consents(9 * hour),
      ...heard(26 * hour, '借款属实，约定分期归还，先还五千元。'),
      agreement('oral', { what: '归还第一期借款。', yuan: 5_000, withinDays: 7 }),
      act('mediator', 9 * day, 'court-advice', { term: 1 }),
      act('mediator', 4 * day, 'end', { outcome: 'agreed-not-performed', otherWays: ['court'] }),
    ],
  },
  {
    name: 'shop',
    ...{ daysAgo: 9, kind: 'consumer', colour: 'green', door: 'walk-in', body: '集市东门家电商店' },
    facts: '新买的冰箱三天就不制冷，店里不给换。',
    acts: [
      ...consents(3 * hour),
      ...heard(25 * hour, '店里同意退款，一个月内付清。'),
      ...written({ what: '退还货款。', yuan: 2_399, withinDays: 30 }),
    ],
  },
];

const unsettled: readonly DisputeScript[] = [
  {
    name: 'inheritance',
    ...{ daysAgo: 14, kind: 'inheritance', colour: 'yellow', door: 'walk-in' },
    facts: '兄弟二人为父亲留下的老屋如何分割争执。',
    acts: [
      act('mediator', 26 * hour, ({ parties }) => `parties/${parties[0]}/consent`, yes),
      act('mediator', 5 * hour, ({ parties }) => `parties/${parties[1]}/consent`, { isGiven: false }),
    ],
  },
  {
    name: 'noise',
    ...{ daysAgo: 16, kind: 'neighbours', colour: 'green', door: 'walk-in' },
    facts: '楼上装修影响休息，双方多次争吵。',
    acts: [
      ...consents(6 * hour),
      ...heard(28 * hour, '双方各持己见，没有达成一致。'),
      act('mediator', 4 * day, 'end', { outcome: 'no-agreement', otherWays: ['court', 'police'] }),
    ],
  },
  {
    name: 'wages',
    ...{ daysAgo: 12, kind: 'labour', colour: 'yellow', door: 'walk-in', body: '河边石料加工厂' },
    facts: '离职三个月，最后两个月的工资没有结清。',
    acts: [
      ...consents(5 * hour),
      act('mediator', 2 * day, 'end', { outcome: 'passed-on', otherWays: ['arbitration'] }),
    ],
  },
  {
    name: 'tree',
    ...{ daysAgo: 8, kind: 'neighbours', colour: 'green', door: 'walk-in' },
    facts: '邻居家的树枝伸到自家屋顶上，刮风时打坏瓦片。',
    acts: [...consents(7 * hour), act('mediator', 30 * hour, 'end', { outcome: 'withdrawn' })],
  },
];

const open: readonly DisputeScript[] = [
  {
    name: 'land',
    ...{ daysAgo: 6, kind: 'housing-and-land', colour: 'red', door: 'interview-day' },
    facts: '为承包地边界发生推搡，双方家属都到了现场。',
    acts: [
      act('committee', hour / 2, 'dangers', { text: '双方扬言明天再到地里见，家里备了铁锹。' }),
      act('secretary', hour / 2, 'danger-acknowledgements', { danger: 1 }),
      ...consents(3 * hour),
      ...heard(24 * hour, '已按旧地契重新丈量，双方同意再谈一次。'),
    ],
  },
  {
    name: 'waiting',
    ...{ daysAgo: 3, kind: 'family', colour: 'yellow', door: 'walk-in' },
    facts: '老人的三个子女为轮流照料的安排争执。',
    acts: [...consents(5 * hour), session(4 * day)],
  },
  {
    name: 'accident',
    ...{ daysAgo: 5, kind: 'traffic', colour: 'green', door: 'walk-in' },
    facts: '电动车在村口刮擦，为修车费用争执。',
    acts: [
      ...consents(4 * hour),
      ...heard(23 * hour, '双方同意各修各车，电动车一方补差额。'),
      agreement('written', { what: '补付修车费差额。', yuan: 420, withinDays: 15 }),
      signedBy(0),
    ],
  },
  {
    name: 'asked',
    ...{ daysAgo: 1.2, kind: 'environment', colour: 'green', door: 'walk-in', body: '村西养殖合作社' },
    facts: '养殖场的污水流进门前的水沟，气味很大。',
    acts: [act('mediator', 3 * hour, ({ parties }) => `parties/${parties[0]}/consent`, yes)],
  },
];

export const scripts: readonly DisputeScript[] = [...kept, ...unsettled, ...open];
