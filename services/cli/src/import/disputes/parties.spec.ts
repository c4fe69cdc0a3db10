import { describe, expect, test } from '@jest/globals';
import { partiesOf, sidesOf } from './parties.js';
import { shippedMapping } from './shipped.testing.js';

const { parties: words } = shippedMapping;
const names = (text: string) => partiesOf(text, words).parties.map(({ name }) => name);

describe('The parties of a text', () => {
  test.each([
    ['甲某, 乙某', ['甲某', '乙某']],
    ['甲某，乙某；丙某、丁某', ['甲某', '乙某', '丙某', '丁某']],
    ['甲某, 乙某, 乙某, 甲某', ['甲某', '乙某']],
    ['甲某, 乙某, 未提及具体姓名, 无明确提及', ['甲某', '乙某']],
    // A separator in brackets separates nothing, whatever the widths of the brackets.
    ['甲某（死者、亲属), 某厂', ['甲某', '某厂']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('are not who came to help, by name or by what stands in brackets', () => {
    const named = partiesOf('甲某, 乙某, 片警, 乡干部, 社区工作站人员, 司法所人员, 丙某（兽医）', words);
    expect(named.parties.map(({ name }) => name)).toEqual(['甲某', '乙某']);
    expect(named.helpers).toEqual(['片警', '乡干部', '社区工作站人员', '司法所人员', '丙某']);
  });

  test('have those beside them who stand in or speak for them', () => {
    const text = '甲某, 石料公司, 乙某（石料公司法定代表人）, 丙某（石料公司代理人）, 甲某的亲属';
    expect(partiesOf(text, words).parties).toEqual([
      { name: '甲某', isBody: false, aliases: ['甲某的亲属'] },
      { name: '石料公司', isBody: true, aliases: ['乙某', '丙某'] },
    ]);
  });

  test('are somebody else than their children and parents', () => {
    expect(names('甲某, 乙某, 甲某的儿子, 乙某的父母')).toEqual(['甲某', '乙某', '甲某的儿子', '乙某的父母']);
  });
});

describe('A speaker', () => {
  const named = partiesOf('甲某, 某旗石料公司, 五号楼居民, 乙某某, 民警', words);
  test.each([
    ['甲某', [0]],
    ['石料公司代表', [1]],
    ['某旗石料公司代表', [1]],
    ['五号楼居民们', [2]],
    ['五号楼居民2', [2]],
    ['甲某家属', [0]],
    ['甲某、乙某某', [0, 3]],
    ['甲某和石料公司代表', [0, 1]],
    ['双方', [0, 1, 2, 3]],
    ['民警', []],
    ['甲某的父亲', []],
    ['乙某', []],
  ])('%s speaks for %j', (speaker, sides) => {
    expect(sidesOf(speaker, named, words)).toEqual(sides);
  });
});
