/**
 * Draws the made-up town of infra/packs/small: `node infra/scripts/write-small-pack.mjs`, then Prettier. Twelve micro-grids of
 * the life net that share every corner with their neighbours, so that they tile the town; one industrial park of
 * the production net and one market of the commerce net lie over them. The menu is the one that any town begins with
 * (build first); policies and calendars are by hand.
 */
import { writeFileSync } from 'node:fs';
import { defaultMenu } from '../../libs/pack/dist/build/defaults/menu.js';

const folder = new URL('../packs/small/', import.meta.url);
const [west, south] = [119.74, 36.37];
const [cellWidth, cellHeight] = [0.009, 0.008];

const both = (zh, en) => ({ zh, en });

/** Communities with their villages, and of each village its grids; every grid has two micro-grids. */
const communities = [
  {
    slug: 'dongguan',
    name: both('东关社区', 'East Gate'),
    villages: [
      { slug: 'hetou', name: both('河头村', 'River Head'), grids: 2 },
      { slug: 'beipo', name: both('北坡村', 'North Slope'), grids: 1 },
    ],
  },
  {
    slug: 'nanyuan',
    name: both('南园社区', 'South Garden'),
    villages: [
      { slug: 'liulin', name: both('柳林村', 'Willow Grove'), grids: 2 },
      { slug: 'shiqiao', name: both('石桥村', 'Stone Bridge'), grids: 1 },
    ],
  },
];

/** The corners of a lattice of four by three, moved a little so that no border is straight; each made once. */
const corner = (column, row) => {
  const sway = (seed) => Math.sin(seed * 12.9898) * 0.18;
  const isEdge = column === 0 || column === 4 || row === 0 || row === 3;
  const [dx, dy] = isEdge ? [0, 0] : [sway(column * 7 + row), sway(column + row * 11)];
  return [west + (column + dx) * cellWidth, south + (row + dy) * cellHeight].map((it) =>
    Number(it.toFixed(6)),
  );
};

const cell = (place) => {
  const [column, row] = [place % 4, Math.floor(place / 4)];
  const ring = [
    corner(column, row),
    corner(column + 1, row),
    corner(column + 1, row + 1),
    corner(column, row + 1),
  ];
  return [[...ring, ring[0]]];
};

const box = (fromX, fromY, toX, toY) => {
  const at = (x, y) => [west + x * cellWidth, south + y * cellHeight].map((it) => Number(it.toFixed(6)));
  return [[at(fromX, fromY), at(toX, fromY), at(toX, toY), at(fromX, toY), at(fromX, fromY)]];
};

const areas = [];
const features = [];
const members = [];
const leaders = [];

/** Made-up people, one for each duty. */
const people = [
  ...[
    '王建国 Wang Jianguo',
    '李秀英 Li Xiuying',
    '张伟 Zhang Wei',
    '刘桂兰 Liu Guilan',
    '陈永福 Chen Yongfu',
  ],
  ...['杨海燕 Yang Haiyan', '赵春生 Zhao Chunsheng', '黄丽华 Huang Lihua', '周德胜 Zhou Desheng'],
  ...['吴玉梅 Wu Yumei', '徐文斌 Xu Wenbin', '孙红霞 Sun Hongxia', '胡长林 Hu Changlin', '朱雪梅 Zhu Xuemei'],
  ...['高志强 Gao Zhiqiang', '林淑芬 Lin Shufen', '何光明 He Guangming', '郭凤英 Guo Fengying'],
  ...['马立新 Ma Lixin', '罗慧敏 Luo Huimin', '梁国庆 Liang Guoqing', '宋晓东 Song Xiaodong'],
  ...[
    '郑金花 Zheng Jinhua',
    '谢小军 Xie Xiaojun',
    '韩美玲 Han Meiling',
    '唐文海 Tang Wenhai',
    '于春梅 Yu Chunmei',
  ],
].map((it) => both(it.slice(0, it.indexOf(' ')), it.slice(it.indexOf(' ') + 1)));
const someone = () => people[members.length + leaders.length];

/** Named as identity names the account of a role in an area. */
const lead = (role, area) => leaders.push({ account: `${role}@${area}`, name: someone(), role, area });
const serve = (area, id) =>
  members.push({ account: `grid-member@${area}`, name: someone(), microGrids: [id] });

const feature = (properties, coordinates) =>
  features.push({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } });

for (const community of communities) {
  const inTown = `mu/${community.slug}`;
  areas.push({ path: inTown, name: community.name });
  lead('community-secretary', inTown);
  for (const village of community.villages) {
    const inCommunity = `${inTown}/${village.slug}`;
    areas.push({ path: inCommunity, name: village.name });
    lead('village-committee', inCommunity);
    for (let number = 1; number <= village.grids; number++) {
      const grid = `${village.slug}-${number}`;
      const path = `${inCommunity}/${grid}`;
      areas.push({
        path,
        name: both(`${village.name.zh}第${number}网格`, `${village.name.en} grid ${number}`),
      });
      lead('grid-leader', path);
      for (const part of ['a', 'b']) {
        const id = `${grid}-${part}`;
        const name = both(
          `${village.name.zh}第${number}网格${part === 'a' ? '甲' : '乙'}`,
          `${village.name.en} ${number}${part}`,
        );
        feature({ id, name, net: 'life', area: `${path}/${id}` }, cell(members.length));
        serve(`${path}/${id}`, id);
      }
    }
  }
}

/** Enterprises and markets lie over the life net, and belong to one of its grids. */
const overlay = (grid, id, net, name, land) => {
  feature({ id, name, net, area: `${grid}/${id}` }, land);
  serve(`${grid}/${id}`, id);
};
overlay(
  'mu/dongguan/hetou/hetou-1',
  'industrial-park',
  'production',
  both('河头工业园', 'Industrial park'),
  box(0.2, 0.2, 1.1, 0.7),
);
overlay(
  'mu/nanyuan/shiqiao/shiqiao-1',
  'stone-bridge-market',
  'commerce',
  both('石桥集市', 'Stone Bridge market'),
  box(2.6, 2.2, 3.5, 2.8),
);
lead('town-leader', 'mu');

const write = (name, text) => writeFileSync(new URL(name, folder), `${text}\n`);
const town = {
  town: 'mu',
  name: both('牟邻镇（示例）', 'Mulin town (sample)'),
  zone: 'Asia/Shanghai',
  areas,
};
write('town.json', JSON.stringify(town, null, 2));
write('menu.json', JSON.stringify(defaultMenu, null, 2));
write('rosters.json', JSON.stringify({ members, leaders }, null, 2));
write(
  'grids.geojson',
  `{"type":"FeatureCollection","features":[\n${features.map((it) => JSON.stringify(it)).join(',\n')}\n]}`,
);
