import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { type Due, dueAtOf, dueIn } from './dues.js';
import { partiesOf } from './parties.js';
import { shippedMapping } from './shipped.testing.js';
import { sumsIn } from './sums.js';
import { termsIn } from './terms.js';

const yuan = (text: string) => sumsIn(text).map(({ cents }) => (cents === null ? null : cents / 100));

test.each([
  ['2293元', [2293]],
  ['1.5万元', [15_000]],
  ['人民币10,624.5元', [10_624.5]],
  ['十万元整，另四千元', [100_000, 4_000]],
  ['叁拾伍万元整', [350_000]],
  ['两千五百元', [2_500]],
  ['14万余元', [null]],
  ['数元', []],
])('%s are sums', (text, expected) => {
  expect(yuan(text)).toEqual(expected);
});

const atOnce = shippedMapping.terms.atOnce;

test.each<[string, Due | null]>([
  ['当场兑现', { by: 'at-once' }],
  ['于调解之日当场付清', { by: 'at-once' }],
  ['于调解之日后三天内打到账户', { by: 'days', amount: 3 }],
  ['于十五日内支付', { by: 'days', amount: 15 }],
  ['在一个月内付清', { by: 'months', amount: 1 }],
  ['于2031年9月30日前付清', { by: 'date', date: '2031-09-30' }],
  ['于2031年3月前一次性支付', { by: 'date', date: '2031-02-28' }],
  ['于2031年1月前支付', { by: 'date', date: '2030-12-31' }],
  ['于2031年3月底支付', { by: 'date', date: '2031-03-31' }],
  ['在5个工作日内', null],
  ['补偿款到账后10天内', null],
  ['尽快', null],
])('%s says by when', (text, due) => {
  expect(dueIn(text, atOnce)).toEqual(due);
});

test.each<[Due, string]>([
  [{ by: 'at-once' }, '2026-01-30T15:59:00.000Z'],
  [{ by: 'days', amount: 3 }, '2026-02-02T15:59:00.000Z'],
  // There is no 30th of February.
  [{ by: 'months', amount: 1 }, '2026-02-28T15:59:00.000Z'],
  [{ by: 'date', date: '2026-03-05' }, '2026-03-05T15:59:00.000Z'],
])('%j is the end of a day of the town', (due, at) => {
  expect(dueAtOf(due, instant('2026-01-30T02:00:00.000Z'), 'Asia/Shanghai')).toBe(at);
});

const read = (parties: string, text: string) => {
  const named = partiesOf(parties, shippedMapping.parties).parties;
  const { terms, unclear } = termsIn(text, named, shippedMapping);
  return {
    terms: terms.map(({ party, toParty, cents, due }) => [
      named[party]?.name,
      named[toParty]?.name,
      cents / 100,
      due?.by ?? null,
    ]),
    unclear: unclear.length,
  };
};

describe('Terms are read', () => {
  test.each<[string, string, string, unknown[]]>([
    [
      'of two, the other is paid',
      '甲某, 乙某',
      '乙某一次性赔偿3000元，当场兑现。',
      [['乙某', '甲某', 3000, 'at-once']],
    ],
    ['to whom it is said', '甲某, 乙某, 丙某', '由乙某向丙某支付1.2万元', [['乙某', '丙某', 12_000, null]]],
    [
      'of a body by the end of its name',
      '甲某, 某旗石料公司',
      '公司于七日内支付甲某5000元。',
      [['某旗石料公司', '甲某', 5000, 'days']],
    ],
    [
      'with a title',
      '甲某, 某村村委会',
      '村委会将5万元交付给甲先生。',
      [['某村村委会', '甲某', 50_000, null]],
    ],
    [
      'with what they give before the verb',
      '甲某, 乙某, 石料公司',
      '甲某于七日内将石料公司股份折价现金8万元支付给乙某。',
      [['甲某', '乙某', 80_000, 'days']],
    ],
    [
      'two of one clause',
      '甲某, 乙某',
      '乙某承担甲某的医药费1000元，并一次性补偿误工费等合计2000元。',
      [
        ['乙某', '甲某', 1000, null],
        ['乙某', '甲某', 2000, null],
      ],
    ],
    [
      'as the parts of a total',
      '甲某, 乙某, 丙某',
      '甲某、乙某共赔偿丙某医药费3000元，其中甲某承担2000元，乙某承担1000元。款项当场付清。',
      [
        ['甲某', '丙某', 2000, 'at-once'],
        ['乙某', '丙某', 1000, 'at-once'],
      ],
    ],
    [
      'as the total of what was listed',
      '甲某, 乙某',
      '乙某赔偿甲某医疗费100元、护理费200元，共计300元。',
      [['乙某', '甲某', 300, null]],
    ],
    [
      'with the day of a later clause that repeats the sum, and no other',
      '甲某, 乙某',
      '1. 乙某承担甲某医疗费700元，并补偿误工费2000元。2. 补偿款2000元于调解之日当场兑现。',
      [
        ['乙某', '甲某', 700, null],
        ['乙某', '甲某', 2000, 'at-once'],
      ],
    ],
    [
      'in instalments',
      '甲某, 乙某',
      '乙某于2031年3月1日前偿还甲某5000元，于2031年9月1日前偿还5000元。',
      [
        ['乙某', '甲某', 5000, 'date'],
        ['乙某', '甲某', 5000, 'date'],
      ],
    ],
    ['but no price of a piece of what is paid', '甲某, 乙某', '甲某已领取救助金500元。', []],
    ['but no promise without a sum', '甲某, 乙某', '乙某向甲某道歉。', []],
  ])('%s', (_, parties, text, terms) => {
    expect(read(parties, text)).toEqual({ terms, unclear: 0 });
  });

  test.each([
    ['owed if something happens', '甲某, 乙某', '如果认定为工伤，乙某支付10万元。'],
    ['more or less so much', '甲某, 乙某', '乙某赔偿甲某14万余元。'],
    ['of several, by nobody knows whom', '甲某, 乙某, 丙某, 丁某', '乙某、丙某分别承担甲某医疗费4000元。'],
    ['to nobody knows whom', '甲某, 乙某, 丙某', '乙某一次性赔偿3000元。'],
    ['by somebody who is no party', '甲某, 乙某', '由乙某父母向甲某支付35000元。'],
    ['by nobody who is named', '甲某, 乙某', '赔偿甲某3000元。'],
    ['by the piece', '甲某, 乙某', '乙某为每头牛赔偿甲某5000元。'],
    [
      'by parts that come to something else',
      '甲某, 乙某, 丙某',
      '甲某、乙某共赔偿丙某3000元，其中甲某承担2000元。',
    ],
    ['once more, without a day', '甲某, 乙某', '乙某偿还甲某4万元。乙某有能力时偿还剩余的4万元。'],
  ])('as unclear where a sum is owed %s', (_, parties, text) => {
    expect(read(parties, text).unclear).toBe(1);
  });
});
