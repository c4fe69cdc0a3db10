/** Documents as services will print them. Nobody in them is real. */
import { instant } from '@mulin/kernel';
import type { Document } from './document.js';

const drawnUpAt = instant('2026-11-20T07:30:00Z');

/** An agreement of mediation, of two parties. */
export const agreementInChinese: Document = {
  language: 'zh',
  title: '人民调解协议书',
  number: '牟调〔2026〕0117号',
  drawnUpAt,
  blocks: [
    { kind: 'title', text: '人民调解协议书' },
    { kind: 'subtitle', text: '', number: '牟调〔2026〕0117号' },
    { kind: 'heading', text: '当事人' },
    {
      kind: 'entries',
      across: 2,
      entries: [
        { key: '甲方', value: '孙桂兰' },
        { key: '性别、年龄', value: '女，67岁' },
        { key: '民族', value: '汉族' },
        { key: '联系电话', value: '138 0000 0000' },
        { key: '住址', value: '前河社区东二区14号楼3单元502室', wide: true },
      ],
    },
    {
      kind: 'entries',
      across: 2,
      entries: [
        { key: '乙方', value: '李建军' },
        { key: '性别、年龄', value: '男，45岁' },
        { key: '民族', value: '汉族' },
        { key: '联系电话', value: '139 0000 0000' },
        { key: '住址', value: '前河社区东二区14号楼3单元602室', wide: true },
      ],
    },
    { kind: 'heading', text: '纠纷的主要事实和争议事项' },
    {
      kind: 'paragraph',
      text: '2026年10月8日，乙方家中卫生间防水层破损，污水渗入甲方卧室，造成顶面、墙面和木地板受损。双方对赔偿数额和修复期限各执一词，甲方于10月12日向前河社区人民调解委员会申请调解。经现场查看，渗漏确系乙方卫生间地面防水层老化所致，甲方受损面积约18平方米。',
    },
    { kind: 'heading', text: '经调解，双方自愿达成如下协议' },
    {
      kind: 'terms',
      items: [
        '乙方于2026年12月5日前自行出资，完成本户卫生间防水层的修复，并由双方和物业服务企业共同做24小时闭水试验，试验合格后在验收单上签字。',
        '乙方一次性赔偿甲方墙面、顶面和木地板修复费用人民币6,800元（大写：陆仟捌佰元整），于本协议签订之日起10日内付清。',
        '甲方收到赔偿款后自行组织修复，不再就本次渗漏向乙方主张其他费用；修复期间，乙方应当给予必要的配合。',
        '如再次发生渗漏，双方应当在24小时内通知对方和网格员，先采取止水措施，再协商责任；协商不成的，可以再次申请调解，也可以向人民法院提起诉讼。',
      ],
    },
    { kind: 'heading', text: '履行方式、地点和期限' },
    {
      kind: 'paragraph',
      text: '赔偿款以银行转账方式支付。本协议自各方签名、盖章或者按指印，并经调解员签名、加盖人民调解委员会印章之日起生效，对双方具有法律约束力，双方应当按照约定履行。双方认为有必要的，可以自本协议生效之日起30日内共同向人民法院申请司法确认。',
    },
    {
      kind: 'paragraph',
      text: '本协议一式三份，双方各执一份，人民调解委员会留存一份。',
    },
    {
      kind: 'signatures',
      signers: [
        { role: '甲方', name: '孙桂兰' },
        { role: '乙方', name: '李建军' },
        { role: '人民调解员', name: '王秀英' },
        { role: '记录人', name: '赵磊' },
        { role: '前河社区人民调解委员会', seal: true },
      ],
    },
  ],
};

/** The same in English. */
export const agreementInEnglish: Document = {
  language: 'en',
  title: 'Mediation agreement',
  number: 'MU-M-2026-0117',
  drawnUpAt,
  blocks: [
    { kind: 'title', text: 'Mediation agreement' },
    { kind: 'subtitle', text: 'People’s mediation committee of Qianhe', number: 'MU-M-2026-0117' },
    { kind: 'heading', text: 'Parties' },
    {
      kind: 'entries',
      across: 2,
      entries: [
        { key: 'Party A', value: 'Sun Guilan' },
        { key: 'Sex, age', value: 'female, 67' },
        { key: 'Phone', value: '138 0000 0000' },
        { key: 'Ethnic group', value: 'Han' },
        { key: 'Address', value: 'Flat 502, entrance 3, building 14, East Block 2, Qianhe', wide: true },
      ],
    },
    {
      kind: 'entries',
      across: 2,
      entries: [
        { key: 'Party B', value: 'Li Jianjun' },
        { key: 'Sex, age', value: 'male, 45' },
        { key: 'Phone', value: '139 0000 0000' },
        { key: 'Ethnic group', value: 'Han' },
        { key: 'Address', value: 'Flat 602, entrance 3, building 14, East Block 2, Qianhe', wide: true },
      ],
    },
    { kind: 'heading', text: 'What the dispute is about' },
    {
      kind: 'paragraph',
      text: 'On 8 October 2026 the waterproofing of party B’s bathroom failed, and water came through into party A’s bedroom; ceiling, walls and floor were damaged. The parties could not agree on the amount of damages or on a date for the repair, and on 12 October party A asked the committee to mediate. An inspection found that the leak was caused by the aged waterproofing of party B’s bathroom floor, and that about 18 m² were damaged.',
    },
    { kind: 'heading', text: 'The parties have agreed, of their own free will, that' },
    {
      kind: 'terms',
      items: [
        'Party B has the waterproofing of the bathroom repaired at their own expense by 5 December 2026. Both parties and the property manager watch a water test of 24 hours, and sign its record once it is passed.',
        'Party B pays party A 6,800 yuan for the repair of walls, ceiling and floor, in one sum, within ten days of the signing of this agreement.',
        'Party A has the damage repaired, and makes no other claim on party B for this leak. Party B gives whatever help the repair needs.',
        'Should water come through again, each party tells the other and the grid member within 24 hours, has the water stopped first, and then talks about who is liable. If they find no agreement, they may ask for mediation again, or go to court.',
      ],
    },
    { kind: 'heading', text: 'How and when it is carried out' },
    {
      kind: 'paragraph',
      text: 'The sum is paid by bank transfer. This agreement takes effect once the parties and the mediator have signed it and the committee has put its seal to it, and binds both parties. Within 30 days of that they may together ask the court to confirm it.',
    },
    {
      kind: 'paragraph',
      text: 'There are three copies: one for each party and one for the committee.',
    },
    {
      kind: 'signatures',
      signers: [
        { role: 'Party A', name: 'Sun Guilan' },
        { role: 'Party B', name: 'Li Jianjun' },
        { role: 'Mediator', name: 'Wang Xiuying' },
        { role: 'Recorder', name: 'Zhao Lei' },
        { role: 'People’s mediation committee of Qianhe', seal: true },
      ],
    },
  ],
};

/** A report of rates with a row for each micro-grid. */
export const reportOf = (grids: number): Document => ({
  language: 'zh',
  title: '网格办理情况月报',
  number: '牟报〔2026〕11号',
  drawnUpAt,
  blocks: [
    { kind: 'title', text: '网格办理情况月报' },
    { kind: 'subtitle', text: '2026年10月1日至31日', number: '牟报〔2026〕11号' },
    {
      kind: 'table',
      columns: [
        { head: '网格', share: 3 },
        { head: '网格员', share: 1.6 },
        { head: '诉求', share: 1, align: 'end' },
        { head: '办结', share: 1, align: 'end' },
        { head: '按时率', share: 1.2, align: 'end' },
        { head: '满意率', share: 1.2, align: 'end' },
        { head: '重办', share: 1, align: 'end' },
        { head: '说明', share: 2.4 },
      ],
      rows: Array.from({ length: grids }, (_, nth) => [
        `前河社区东二区第${nth + 1}微网格（居民生活网）`,
        ['王秀英', '欧阳建国', '阿卜杜热西提·买买提'][nth % 3] ?? '',
        String(7 + (nth % 23)),
        String(5 + (nth % 19)),
        `${(82 + (nth % 18)).toFixed(1)}%`,
        `${(88 + (nth % 12)).toFixed(1)}%`,
        String(nth % 4),
        nth % 5 === 0 ? '两件待部门答复，已延期一次' : '',
      ]),
    },
  ],
});
