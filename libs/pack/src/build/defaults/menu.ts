/** A menu that any town can begin with: few and general items, which a town makes its own. */
import type { Net } from '../../words.js';

type Item = Readonly<{
  id: string;
  name: Readonly<{ zh: string; en: string }>;
  net: Net;
  urgency: 'emergency' | 'urgent' | 'ordinary' | 'complex';
  policy: string;
  public: boolean;
}>;

const item = (
  id: string,
  [zh, en]: readonly [string, string],
  kind: Omit<Item, 'id' | 'name' | 'policy'> & Partial<Pick<Item, 'policy'>>,
): Item => ({ id, name: { zh, en }, policy: kind.urgency, ...kind });

const life = { net: 'life', urgency: 'ordinary', public: false } as const;
const street = { ...life, public: true } as const;

export const defaultMenu: { items: readonly Item[] } = {
  items: [
    item('general-request', ['一般诉求', 'General request'], life),
    item('street-and-lighting', ['道路与路灯', 'Streets and lighting'], street),
    item('sanitation', ['环境卫生', 'Sanitation'], street),
    item('housing', ['住房与物业', 'Housing'], { ...life, urgency: 'complex' }),
    item('traffic', ['交通与停车', 'Traffic and parking'], street),
    item('parks-and-trees', ['公园与绿化', 'Parks and trees'], street),
    item('water-and-drainage', ['供水与排水', 'Water and drainage'], { ...street, urgency: 'urgent' }),
    item('power-gas-and-heat', ['供电、燃气与供暖', 'Power, gas and heat'], { ...life, urgency: 'urgent' }),
    item('animals', ['动物管理', 'Animals'], street),
    item('neighbour-dispute', ['邻里纠纷', 'Quarrel between neighbours'], { ...life, urgency: 'complex' }),
    item('business-and-market', ['经营与市场', 'Business and market'], { ...life, net: 'commerce' }),
    item('enterprise-safety', ['企业安全生产', 'Safety in enterprises'], {
      ...life,
      net: 'production',
      urgency: 'urgent',
    }),
    item('emergency-danger', ['险情与紧急危险', 'Emergency and danger'], { ...street, urgency: 'emergency' }),
    item('consultation', ['咨询', 'Consultation'], { ...life, policy: 'consultation' }),
  ],
};
