/** Made-up names of places and people of the sample town, in Chinese and in pinyin. Nobody of them lives. */

export const both = (zh, en) => ({ zh, en });

const pairs = (text) => text.split(/\s+/).map((it) => it.split(':'));
const spelled = (pinyin) => pinyin.charAt(0).toUpperCase() + pinyin.slice(1);

/** Communities and how many villages and grids each of them has. */
export const communities = [
  ['dongguan', '东关社区', 5, 13],
  ['nanyuan', '南园社区', 4, 10],
  ['xihe', '西河社区', 5, 13],
  ['beiling', '北岭社区', 4, 10],
  ['xinmin', '新民社区', 5, 12],
  ['wenchang', '文昌社区', 4, 10],
  ['liuquan', '柳泉社区', 5, 12],
  ['taiping', '太平社区', 4, 10],
].map(([slug, zh, villages, grids]) => ({ slug, name: both(zh, spelled(slug)), villages, grids }));

/** In the order in which communities take them. */
export const villages = pairs(
  `
  河头:hetou 北坡:beipo 杨家沟:yangjiagou 前营:qianying 后营:houying
  柳林:liulin 石桥:shiqiao 枣园:zaoyuan 官道:guandao
  小河沿:xiaoheyan 渡口:dukou 窑湾:yaowan 苇塘:weitang 磨坊:mofang
  青石岭:qingshiling 黄土坡:huangtupo 松林:songlin 寨里:zhaili
  新集:xinji 老集:laoji 东庄:dongzhuang 西庄:xizhuang 三里铺:sanlipu
  双塔:shuangta 古井:gujing 梨行:lihang 大槐树:dahuaishu
  龙泉:longquan 竹园:zhuyuan 桃花涧:taohuajian 南屯:nantun 北屯:beitun
  孟家庄:mengjiazhuang 李家埠:lijiabu 沙沟:shagou 凤台:fengtai
`.trim(),
).map(([zh, slug]) => ({ slug, name: both(`${zh}村`, spelled(slug)) }));

export const letters = ['a', 'b', 'c', 'd', 'e', 'f'];
export const stems = ['甲', '乙', '丙', '丁', '戊', '己'];

/** Enterprises and parks of the production net, and markets and streets of the commerce net. */
export const enterprises = pairs(
  `
  工业园:industrial-park 农机厂:farm-machinery-works 粮油加工厂:grain-and-oil-mill 木器厂:furniture-works
  建材厂:building-materials-works 冷库:cold-store 物流园:logistics-park 服装厂:garment-works
  果品加工厂:fruit-processing-works 养殖基地:livestock-farm 蔬菜大棚基地:greenhouse-farm 砖厂:brickworks
`.trim(),
);
export const markets = pairs(
  `
  集市:market 农贸市场:farmers-market 商业街:shopping-street 小商品市场:general-market
  餐饮街:food-street 建材市场:building-materials-market 汽修街:car-repair-street 夜市:night-market
  综合市场:covered-market 花木市场:plant-market 水果批发市场:fruit-market 家具街:furniture-street
  五金街:hardware-street 老街:old-street 便民市场:neighbourhood-market 早市:morning-market
`.trim(),
);

export const offices = [
  ['party-and-government', '党政办公室', 'Party and Government Office'],
  ['public-security-coordination', '综治办公室', 'Public Security Coordination Office'],
  ['urban-construction', '城建办公室', 'Urban Construction Office'],
  ['agriculture', '农业农村办公室', 'Agriculture and Rural Affairs Office'],
  ['civil-affairs', '民政和社会事务办公室', 'Civil and Social Affairs Office'],
  ['market-supervision', '市场监管所', 'Market Supervision Station'],
  ['police', '派出所', 'Police Station'],
  ['justice', '司法所', 'Justice Office'],
  ['emergency-management', '应急管理办公室', 'Emergency Management Office'],
  ['health-station', '卫生院', 'Health Centre'],
].map(([id, zh, en]) => ({ id, name: both(zh, en) }));

const surnames = pairs(
  `
  王:Wang 李:Li 张:Zhang 刘:Liu 陈:Chen 杨:Yang 赵:Zhao 黄:Huang 周:Zhou 吴:Wu 徐:Xu 孙:Sun 胡:Hu 朱:Zhu 高:Gao
  林:Lin 何:He 郭:Guo 马:Ma 罗:Luo 梁:Liang 宋:Song 郑:Zheng 谢:Xie 韩:Han 唐:Tang 冯:Feng 于:Yu 董:Dong 程:Cheng
  曹:Cao 袁:Yuan 邓:Deng 许:Xu 傅:Fu 沈:Shen 曾:Zeng 彭:Peng 吕:Lyu 苏:Su 卢:Lu 蒋:Jiang 蔡:Cai 贾:Jia 丁:Ding
  魏:Wei 薛:Xue 叶:Ye 阎:Yan 潘:Pan 杜:Du 戴:Dai 夏:Xia 钟:Zhong 汪:Wang 田:Tian 任:Ren 姜:Jiang 范:Fan 方:Fang
  石:Shi 姚:Yao 谭:Tan 廖:Liao 邹:Zou 熊:Xiong 金:Jin 陆:Lu 郝:Hao 孔:Kong 白:Bai 崔:Cui 康:Kang 邱:Qiu 秦:Qin
  史:Shi 顾:Gu 侯:Hou 邵:Shao 孟:Meng 万:Wan 段:Duan 雷:Lei 钱:Qian 汤:Tang 尹:Yin 常:Chang 武:Wu 乔:Qiao 欧阳:Ouyang
`.trim(),
);
const first = pairs(
  `
  建:jian 永:yong 文:wen 志:zhi 春:chun 海:hai 玉:yu 秀:xiu 桂:gui 晓:xiao 立:li 金:jin 长:chang 广:guang 振:zhen
  宝:bao 红:hong 美:mei 淑:shu 慧:hui 雪:xue 凤:feng 丽:li 光:guang 明:ming 新:xin 树:shu 庆:qing 兴:xing 素:su
`.trim(),
);
const second = pairs(
  `
  军:jun 平:ping 英:ying 兰:lan 梅:mei 芳:fang 霞:xia 生:sheng 林:lin 福:fu 贵:gui 强:qiang 刚:gang 斌:bin 燕:yan
  玲:ling 萍:ping 云:yun 山:shan 河:he 田:tian 祥:xiang 珍:zhen 娟:juan 亮:liang 松:song 峰:feng 敏:min 琴:qin 柱:zhu
`.trim(),
);

/** People, none twice; about one in five has a given name of one character. */
export const peopleBy = (chance) => {
  const taken = new Set();
  return () => {
    for (;;) {
      const [surname, Surname] = chance.oneOf(surnames);
      const [end, endSpelled] = chance.oneOf(second);
      const [begin, beginSpelled] = chance.share() < 0.2 ? ['', ''] : chance.oneOf(first);
      const zh = `${surname}${begin}${end}`;
      if (taken.has(zh)) continue;
      taken.add(zh);
      return both(zh, `${Surname} ${spelled(`${beginSpelled}${endSpelled}`)}`);
    }
  };
};
