/** A menu that any town can begin with: what towns are asked most, in groups, none of it within another. */
import type { Net } from '../../words.js';

type Name = Readonly<{ zh: string; en: string }>;
type Group = Readonly<{ id: string; name: Name }>;
type Item = Readonly<{
  id: string;
  name: Name;
  /** The id of its group. */
  group: string;
  net: Net;
  urgency: 'emergency' | 'urgent' | 'ordinary' | 'complex';
  policy: string;
  public: boolean;
}>;

type Kind = Omit<Item, 'id' | 'name' | 'group' | 'policy'> & Partial<Pick<Item, 'policy'>>;
type Named = readonly [id: string, zh: string, en: string, kind: Kind];

const life: Kind = { net: 'life', urgency: 'ordinary', public: false };
/** In public, so that the exact point is nobody's secret. */
const street: Kind = { ...life, public: true };
const complex: Kind = { ...life, urgency: 'complex' };
const business: Kind = { ...life, net: 'commerce' };
const production: Kind = { ...life, net: 'production' };

const groups: readonly (readonly [id: string, zh: string, en: string, items: readonly Named[]])[] = [
  [
    'streets-and-surroundings',
    '市容环境',
    'Streets and surroundings',
    [
      ['sanitation', '环境卫生', 'Sanitation', street],
      ['illegal-building', '违法建设', 'Illegal building', { ...street, urgency: 'complex' }],
      ['noise-and-dust', '噪声与扬尘', 'Noise and dust', street],
      ['parks-and-trees', '公园与绿化', 'Parks and trees', street],
      ['animals', '养犬与动物管理', 'Dogs and other animals', street],
    ],
  ],
  [
    'roads-and-traffic',
    '道路交通',
    'Roads and traffic',
    [
      ['street-and-lighting', '道路与路灯', 'Roads and street lamps', street],
      ['manhole-covers', '井盖', 'Manhole covers', { ...street, urgency: 'urgent' }],
      ['traffic', '交通与停车', 'Traffic and parking', street],
    ],
  ],
  [
    'supply',
    '水电气暖',
    'Water, power, gas and heat',
    [
      ['water-and-drainage', '供水与排水', 'Water and drainage', { ...street, urgency: 'urgent' }],
      ['power-gas-and-heat', '供电、燃气与供暖', 'Power, gas and heat', { ...life, urgency: 'urgent' }],
    ],
  ],
  [
    'home-and-neighbours',
    '住房邻里',
    'Home and neighbours',
    [
      ['housing', '住房与物业', 'Housing', complex],
      ['neighbour-dispute', '邻里纠纷', 'Quarrel between neighbours', complex],
    ],
  ],
  [
    'public-services',
    '民生服务',
    'Public services',
    [
      ['social-insurance-and-aid', '社保医保与救助', 'Social insurance and aid', life],
      ['education', '教育', 'Education', life],
      ['health-care', '医疗', 'Health care', life],
    ],
  ],
  [
    'countryside',
    '农业农村',
    'Countryside',
    [['rural-land', '农村土地与宅基地', 'Farmland and homesteads', complex]],
  ],
  [
    'market-and-work',
    '市场与劳动',
    'Market and work',
    [
      ['business-and-market', '经营与集市', 'Business and market', business],
      ['consumer-rights', '消费维权', 'Consumer rights', business],
      ['unpaid-wages', '拖欠工资', 'Unpaid wages', { ...production, urgency: 'complex' }],
    ],
  ],
  [
    'safety',
    '公共安全',
    'Safety',
    [
      ['emergency-danger', '突发险情', 'Danger to life or property', { ...street, urgency: 'emergency' }],
      ['enterprise-safety', '企业安全生产', 'Safety in enterprises', { ...production, urgency: 'urgent' }],
    ],
  ],
  [
    'questions-and-other',
    '咨询及其他',
    'Questions and everything else',
    [
      ['consultation', '政策咨询', 'Question', { ...life, policy: 'consultation' }],
      ['general-request', '其他诉求', 'Something else', life],
    ],
  ],
];

/** The menu that a town begins with, until it writes its own. */
export const defaultMenu: Readonly<{ groups: readonly Group[]; items: readonly Item[] }> = {
  groups: groups.map(([id, zh, en]) => ({ id, name: { zh, en } })),
  items: groups.flatMap(([group, , , items]) =>
    items.map(([id, zh, en, kind]) => ({ id, name: { zh, en }, group, policy: kind.urgency, ...kind })),
  ),
};
