/** What a schema finds wrong is said as a clerk would: what would be right, and no type or pattern of a program. */
import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { readBy } from './problem.js';
import { Menu } from './read/menu.js';
import { Policies } from './read/rules-file.js';
import { RosterFile } from './read/rosters-file.js';
import { TownFile } from './read/town.js';

const name = { zh: '镇', en: 'Town' };
const town = { town: 'mu', name, zone: 'Asia/Shanghai', areas: [{ path: 'mu/east' }] };
const member = { account: 'li', microGrids: ['a'] };
const roster = (more: object) => ({ members: [{ ...member, ...more }], leaders: [] });
const policy = {
  id: 'usual',
  calendar: 'hours',
  clocks: [{ name: 'complete', length: { unit: 'hour', amount: 2 } }],
  ladder: [{ to: 'mayor', share: 1 }],
};
const item = { id: 'lamp', name, net: 'life', urgency: 'ordinary', policy: 'usual' };

const said = (schema: z.ZodType, file: unknown) =>
  readBy(schema, file, { file: '' }).problems.map(({ at, sentence }) => [at, sentence.en, sentence.zh]);

describe('what a schema says', () => {
  test.each<readonly [string, z.ZodType, unknown]>([
    ['town', TownFile, town],
    ['roster', RosterFile, roster({})],
    ['menu', Menu, { items: [item] }],
  ])('nothing of a good %s', (_, schema, file) => {
    expect(said(schema, file)).toEqual([]);
  });

  test.each<readonly [string, z.ZodType, unknown, readonly (readonly unknown[])[]]>([
    [
      'a field is missing',
      RosterFile,
      roster({ account: undefined }),
      [['members.0.account', 'is missing', '缺少此项']],
    ],
    ['null is no text', RosterFile, roster({ from: null }), [['members.0.from', 'must be text', '须为文本']]],
    [
      'a field of another name',
      TownFile,
      { ...town, mayor: 'li' },
      [['', 'has no field that is called mayor', '无法识别的字段：mayor']],
    ],
    [
      'a word for another',
      Menu,
      { items: [{ ...item, net: 'lives' }] },
      [
        [
          'items.0.net',
          'must be one of: life, production, commerce',
          expect.stringContaining('须为下列之一'),
        ],
      ],
    ],
    ['an empty list', Menu, { items: [] }, [['items', 'must not be empty', '不能为空']]],
    [
      'a name in capitals',
      TownFile,
      { ...town, town: 'Mu Town' },
      [
        [
          'town',
          'must begin with a-z and hold a-z, 0-9 and dashes, 31 characters at most',
          '须以小写字母开头，由小写字母、数字和连字符组成，不超过31个字符',
        ],
      ],
    ],
    [
      'a moment without its offset',
      RosterFile,
      roster({ from: '2026-03-01T00:00:00' }),
      [
        [
          'members.0.from',
          'must be a time with its offset, such as 2026-03-01T00:00:00+08:00',
          '须为带时区的日期和时间，例如 2026-03-01T00:00:00+08:00',
        ],
      ],
    ],
    [
      'an addressee who is none, where one or several may stand',
      Policies,
      { policies: [policy], urgencies: {} },
      [
        [
          'policies.0.ladder.0',
          expect.stringMatching(/^to must be one of: hotline-clerk, /),
          expect.stringMatching(/^告知对象须为下列之一：/),
        ],
      ],
    ],
    [
      'an account with a space',
      RosterFile,
      roster({ account: 'li na' }),
      [
        [
          'members.0.account',
          'must be an account: up to 400 characters without spaces',
          '账号须为400个以内的字符，不含空格',
        ],
      ],
    ],
  ])('%s', (_, schema, file, expected) => {
    expect(said(schema, file)).toEqual(expected);
  });
});
