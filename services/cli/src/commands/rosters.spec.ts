/** `mulin rosters`, asked of a town in memory. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { surroundingsOf } from '../surroundings.js';
import { rostersIn } from '../texts/rosters.js';
import type { TownClient } from '../town-client.js';
import { disputeTown, type DisputeTown } from './dispute-town.testing.js';
import { addToRosterCommand } from './rosters.js';

const grid = 'mu/dongguan/hetou/hetou-1';
const place = 'hetou-1-a';
const [a, b, c] = ['a', 'b', 'c'].map((it) => `grid-member@${grid}/hetou-1-${it}`) as [
  string,
  string,
  string,
];
const [community, village] = ['mu/dongguan', 'mu/dongguan/hetou'];
const newcomer = 'mediator-1@mu/dongguan';

type Duty = Readonly<{ account: string; role: string; turn: object | null; standing: string | null }>;
type Roster = Readonly<{ place: string; duties: readonly Duty[]; changedBy: { account: string } | null }>;

let town: DisputeTown;
beforeAll(async () => {
  town = await disputeTown();
  for (const account of [a, b, c])
    await operator(
      'accounts',
      'add',
      account,
      '--role',
      'grid-member',
      '--area',
      account.split('@')[1] ?? '',
    );
});
afterAll(() => town.close());

const operator = (...args: readonly string[]) => town.mulinAs('operator', ...args);
const rosters = (...args: readonly string[]) => operator('rosters', ...args);
const itemsOf = async (...args: readonly string[]): Promise<readonly Roster[]> => {
  const { exit, out, err } = await rosters(...args, '--json');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return (JSON.parse(out) as { items: readonly Roster[] }).items;
};
const dutiesOf = async (...args: readonly string[]): Promise<readonly Duty[]> =>
  (await itemsOf(...args))[0]?.duties ?? [];
const accountsOf = async (...args: readonly string[]): Promise<readonly string[]> =>
  (await dutiesOf(...args)).map(({ account }) => account);
/** The same sentence is said to people and to programs. */
const refusal = async (...args: readonly string[]) => {
  const { err } = await rosters(...args);
  const { exit, out } = await rosters(...args, '--json');
  const { error } = JSON.parse(out) as { error: { code: string; message: string } };
  expect(err).toBe(`${error.message}\n`);
  return { exit, code: error.code, message: error.message };
};

afterEach(async () => {
  for (const { place: changed } of await itemsOf('list', '--changed')) await rosters('as-in-pack', changed);
});

describe('Rosters are listed', () => {
  test('one line for each place: what it is, and who is on duty in which shift', async () => {
    const { exit, out } = await rosters('list');
    expect(exit).toBe(0);
    expect(out).toMatch(/^place +name +kind +on duty/);
    expect(out).toMatch(/\nhetou-1-a +.* micro-grid +Ye Xingqin \(day\)\n/);
    expect(out).toMatch(/\noffice:health-station +.* office +/);
    expect(out).toMatch(/\nmu\/dongguan\/hetou +.* area +/);
    const lines = out.trim().split('\n').slice(1);
    expect(lines.map((it) => it.split(' ')[0])).toEqual((await itemsOf('list')).map((it) => it.place));
  });

  test('in Chinese, with the names that people have there', async () => {
    const { out } = await rosters('list', '--lang', 'zh');
    expect(out).toMatch(/^地点 +名称 +类型 +值班人员/);
    expect(out).toMatch(/\nhetou-1-a +.*微网格 +叶兴琴（day）\n/);
    expect(out).toMatch(/\noffice:health-station +.*科室 +/);
  });

  test('of one place one line for each duty, with what there is to say of it', async () => {
    const { out } = await rosters('list', '--place', place);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^\S.* \(micro-grid, hetou-1-a\)$/),
      '',
      expect.stringMatching(/^account +name +role +shift$/),
      expect.stringMatching(/^grid-member@\S+hetou-1-a +Ye Xingqin +grid member +day$/),
      '',
    ]);
    const watched = (await rosters('list', '--place', community)).out;
    expect(watched).toMatch(/\naccount +name +role +shift +turn\n/);
    expect(watched).toMatch(
      /\nwatch-1@mu\/dongguan .*night-and-holiday +7 of every 42 days from 2025-\d\d-\d\d /,
    );
    const chinese = (await rosters('list', '--place', community, '--lang', 'zh')).out;
    expect(chinese).toMatch(/^\S+（区域，mu\/dongguan）\n\n账号 +姓名 +角色 +班次 +轮值\n/);
    expect(chinese).toMatch(/每42天值7天，自 2025-\d\d-\d\d /);
  });

  test('with what people are there as, where that is known', async () => {
    const { out } = await rosters('list', '--place', village);
    expect(out).toMatch(/\naccount +name +role +standing\n/);
    expect(out).toMatch(/ volunteer\n/);
    expect((await rosters('list', '--place', village, '--lang', 'zh')).out).toMatch(/ 志愿者\n/);
  });

  test('those that somebody has changed, with who it was', async () => {
    const none = await rosters('list', '--changed');
    expect(none).toMatchObject({ exit: 0, out: 'Nothing was changed: all is as the town pack has it.\n' });
    expect((await rosters('list', '--changed', '--lang', 'zh')).out).toBe('未作调整，均与镇域配置一致。\n');
    await rosters('add', place, b);
    expect((await rosters('list', '--changed')).out).toMatch(
      /^place .*\nhetou-1-a .* Ye Xingqin \(day\), Jiang Liping +changed by operator\n$/,
    );
    expect((await rosters('list', '--changed', '--lang', 'zh')).out).toMatch(
      /叶兴琴（day）、姜丽平 +已调整，由 operator 操作\n$/,
    );
    expect((await rosters('list', '--place', place)).out).toMatch(/^\S.*\nchanged by operator\n\naccount /);
    expect(await itemsOf('list', '--changed', '--place', 'hetou-1-b')).toEqual([]);
  });
});

describe('Somebody is put on a roster', () => {
  test('last, or first, as what people are there, and at once', async () => {
    expect(await dutiesOf('add', place, b)).toMatchObject([
      { account: a, shift: 'day' },
      { account: b, role: 'grid-member', shift: null, from: null, until: null },
    ]);
    expect(await accountsOf('add', place, c, '--first')).toEqual([c, a, b]);
    expect(await accountsOf('list', '--place', place)).toEqual([c, a, b]);
  });

  test('in a shift and for a time, which is shown', async () => {
    const [from, until] = ['2026-03-05T08:00:00+08:00', '2026-03-06T08:00:00+08:00'];
    const { exit, out } = await rosters('add', place, b, '--shift', 'day', '--from', from, '--until', until);
    expect(exit).toBe(0);
    expect(out).toContain(`day    ${from}  ${until}\n`);
    expect((await dutiesOf('list', '--place', place))[1]).toMatchObject({ shift: 'day', from, until });
    expect((await rosters('list')).out).toContain(
      'Ye Xingqin (day), Jiang Liping (day, from 2026-03-05 08:00, until 2026-03-06 08:00)',
    );
    expect((await rosters('list', '--lang', 'zh')).out).toContain(
      '叶兴琴（day）、姜丽平（day，2026-03-05 08:00 起，2026-03-06 08:00 止）',
    );
  });

  test.each([
    [community, 'turn'],
    [village, 'standing'],
  ] as const)('and everybody else of %s stays as they are: %s, term and order', async (there, what) => {
    const before = await dutiesOf('list', '--place', there);
    expect(before.some((it) => it[what] !== null)).toBe(true);
    const term = ['--from', '2026-03-05T08:00:00+08:00', '--until', '2026-03-06T08:00:00+08:00'];
    const added = await dutiesOf('add', there, c, '--role', 'grid-member', ...term);
    expect(added.slice(0, -1)).toEqual(before);
    const again = await dutiesOf('add', there, a, '--role', 'grid-member', '--first');
    expect(again.slice(1)).toEqual(added);
    expect(await dutiesOf('remove', there, a)).toEqual(added);
  });

  test('a role is named where people are several things', async () => {
    const english = await refusal('add', community, newcomer);
    expect(english).toEqual({
      exit: 2,
      code: 'wrong-call',
      message:
        'People have several roles in mu/dongguan: name one by --role: community-secretary, grid-member, mediator, verifier, helper.',
    });
    const { message } = await refusal('add', community, newcomer, '--lang', 'zh');
    expect(message).toMatch(
      /^mu\/dongguan 有多种角色，请用 `--role` 指定：community-secretary、grid-member、/,
    );
  });

  test.each(['en', 'zh'] as const)('at a moment as the help shows it: %s', async (language) => {
    for (const text of [rostersIn(language).from, rostersIn(language).until]) {
      const example = String(/\d{4}-[\d:T+-]+/.exec(text)?.[0]);
      const duties = await dutiesOf('add', place, b, '--from', example);
      expect(duties.at(-1)).toMatchObject({ account: b, from: example });
      await rosters('as-in-pack', place);
    }
  });
});

describe('Somebody is taken off a roster', () => {
  test('with all that they do there, or with one role', async () => {
    await rosters('add', place, b, '--until', '2026-03-06T08:00:00+08:00');
    await rosters('add', place, b, '--from', '2026-03-07T08:00:00+08:00');
    expect(await accountsOf('list', '--place', place)).toEqual([a, b, b]);
    expect(await accountsOf('remove', place, b, '--role', 'grid-member')).toEqual([a]);
  });

  test('so that nobody is left there only where that is meant', async () => {
    expect(await refusal('remove', place, a)).toMatchObject({ exit: 2, code: 'nobody-on-roster' });
    const { exit, out } = await rosters('remove', place, a, '--empty');
    expect(exit).toBe(0);
    expect(out).toMatch(/\nchanged by operator\n\nNobody is on duty here\.\n$/);
    expect((await rosters('list', '--place', place, '--lang', 'zh')).out).toMatch(/\n无人值班。\n$/);
    expect(await accountsOf('add', place, b)).toEqual([b]);
  });

  test('and what they have in the pack comes back with it', async () => {
    await rosters('remove', place, a, '--empty');
    const [roster] = await itemsOf('as-in-pack', place);
    expect(roster).toMatchObject({ place, duties: [{ account: a, shift: 'day' }], changedBy: null });
    expect(await refusal('as-in-pack', place)).toMatchObject({ exit: 2, code: 'roster-not-changed' });
  });
});

describe('It is refused, and nothing changed', () => {
  const nobody = 'nobody@mu';
  test.each([
    ['a place that there is not', ['list', '--place', 'hetou-9-z'], 'no-such-place'],
    ['a place without a name', ['list', '--place', ''], 'wrong-call'],
    ['to change one that there is not', ['add', 'hetou-9-z', b], 'no-such-place'],
    ['to go back in one that there is not', ['as-in-pack', 'hetou-9-z'], 'no-such-place'],
    ['an account that there is not', ['add', place, nobody], 'no-account-for-duty'],
    ['an account of another role', ['add', place, newcomer], 'account-of-another-role'],
    ['a role that nobody has there', ['add', place, b, '--role', 'mayor'], 'role-not-of-place'],
    ['a shift that there is not', ['add', place, b, '--shift', 'noon'], 'no-such-shift'],
    ['a time that is none', ['add', place, b, '--from', 'today'], 'malformed'],
    ['somebody who is there', ['add', place, a, '--shift', 'day'], 'duty-twice'],
    ['to take off somebody who is not there', ['remove', place, b], 'wrong-call'],
    ['to take off what they are not', ['remove', place, a, '--role', 'helper'], 'wrong-call'],
  ])('%s', async (_, args, code) => {
    const english = await refusal(...args);
    expect(english).toMatchObject({ exit: 2, code, message: expect.not.stringMatching(/\p{Script=Han}/u) });
    const chinese = await refusal(...args, '--lang', 'zh');
    expect(chinese).toMatchObject({ exit: 2, code, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(await itemsOf('list', '--changed')).toEqual([]);
  });

  test('over what somebody else has changed meanwhile', async () => {
    const at = surroundingsOf({
      folder: '/',
      home: '/',
      url: town.url,
      token: 'operator',
      databaseUrl: undefined,
      masterKey: undefined,
      stamp: () => 'stamp',
      now: () => '2026-03-02T01:00:00.000Z',
    });
    const client = at.town();
    /** Somebody is faster, whenever it has been read. */
    const overtaken: TownClient = {
      ...client,
      versioned: async <Answer>(path: string) => {
        const read = await client.versioned<Answer>(path);
        await rosters('add', place, c);
        return read;
      },
    };
    const adding = addToRosterCommand({ ...at, town: () => overtaken }, [place, b], {});
    await expect(adding).rejects.toMatchObject({ status: 412, code: 'stale-version' });
    expect(await accountsOf('list', '--place', place)).toEqual([a, c]);
  });

  test.each([
    [[], 'rosters takes one of: list, add, remove, as-in-pack.'],
    [['drop'], 'rosters has no command drop; it takes one of: list, add, remove, as-in-pack.'],
    [['add', place], "error: missing required argument 'account'"],
    [['remove'], "error: missing required argument 'place'"],
    [['list', '--first'], "error: unknown option '--first'"],
  ])('a call that is none: %j', async (args, message) => {
    expect(await rosters(...args)).toEqual({ exit: 2, out: '', err: `${message}\n` });
  });
});
