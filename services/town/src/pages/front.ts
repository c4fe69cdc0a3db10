/** The first page: which town this is, what runs here, and where to look next. */
import type { LocalizedText } from '@mulin/kernel';
import { escaped, framed, type Language } from './frame.js';

type Named = Readonly<{ name: LocalizedText; does: LocalizedText }>;

const known: Readonly<Record<string, Named>> = {
  intake: {
    name: { en: 'intake', zh: '登记' },
    does: {
      en: 'takes every demand, by whatever door it came, and gives it a number',
      zh: '受理各渠道的诉求并编号',
    },
  },
  routing: {
    name: { en: 'routing', zh: '派单' },
    does: {
      en: 'finds the micro-grid that answers, and offers the order to the grid member on duty',
      zh: '按位置派到微网格，由值班网格员接单',
    },
  },
  'sla-timer': {
    name: { en: 'deadlines', zh: '时限' },
    does: {
      en: 'keeps every deadline in working time, and tells the next in charge when one is missed',
      zh: '按工作时间计时限，超期逐级升级',
    },
  },
  mediation: {
    name: { en: 'mediation', zh: '人民调解' },
    does: {
      en: 'brings quarrels before the mediation committee, and sees whether agreements and promises are kept',
      zh: '受理纠纷并组织人民调解，跟踪协议和承诺的履行',
    },
  },
  feedback: {
    name: { en: 'feedback', zh: '回访评价' },
    does: {
      en: 'has whoever asked called back and rate it, by somebody who did not handle it',
      zh: '由未参与办理的人员回访，请诉求人评价',
    },
  },
  audit: {
    name: { en: 'audit', zh: '留痕' },
    does: { en: 'keeps the whole story of every case', zh: '留存每一案件的全过程' },
  },
  inbox: {
    name: { en: 'inbox', zh: '待办' },
    does: { en: 'tells each person what waits for them, and until when', zh: '告知每个人的待办事项和时限' },
  },
};

const words = {
  en: {
    about:
      'Mulin takes every demand of the town to the one who must answer it, keeps the deadlines, and can tell the whole story later.',
    runs: 'What runs here',
    next: 'Where to look',
    cases: 'Cases and where they stand',
    escalations: 'What is late, and whom it waits for',
    docs: 'The API, with a page to try it',
    zone: 'Times are of the zone: ',
  },
  zh: {
    about: '牟邻把镇里的每一件诉求送到该答复的人手中，管住每一个时限，并能讲清全过程。',
    runs: '正在运行',
    next: '从这里看',
    cases: '案件及其进展',
    escalations: '超期事项及待处理人',
    docs: '接口文档与在线试用',
    zone: '时间所用时区：',
  },
} as const;

type Shown = Readonly<{ name: string; zone: string; services: readonly string[] }>;

export const frontPage = (language: Language, { name, zone, services }: Shown): string => {
  const say = words[language];
  // In the order in which a demand passes them; what nobody has named here stands under its own name.
  const order = Object.keys(known).filter((service) => services.includes(service));
  const rows = [...new Set([...order, ...services])].map((service) => {
    const { name: called, does } = known[service] ?? { name: null, does: null };
    return `<tr><td>${escaped(called?.[language] ?? service)}</td><td>${does?.[language] ?? ''}</td></tr>`;
  });
  return framed(language, {
    here: '/',
    title: language === 'zh' ? `牟邻 · ${name}` : `Mulin · ${name}`,
    body: `<p>${say.about}</p>
<h2>${say.runs}</h2><div class="sheet"><table>${rows.join('')}</table></div>
<h2>${say.next}</h2><ul>
<li><a href="/cases">${say.cases}</a></li><li><a href="/escalations">${say.escalations}</a></li>
<li><a href="/docs">${say.docs}</a></li></ul>
<p class="soft">${say.zone}${escaped(zone)}</p>`,
  });
};
