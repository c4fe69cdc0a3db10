import { textsOf, useLanguage } from '../../app/texts';

export const useTexts = textsOf('health', {
  en: {
    title: 'Health',
    hint: 'Whether everything that the town stands on answers, asked every ten seconds.',
    ready: 'The town is ready',
    notReady: 'The town waits for: {{names}}',
    ok: 'well',
    bad: 'not well',
    dead: 'Dead letters',
    deadHint:
      'Messages that a service could not process. What was decided is on record; try again, or drop what nobody needs.',
    deadNone: 'No dead letter. Messages that cannot be processed are kept here.',
    retry: 'Try again',
    drop: 'Drop',
    dropSure: 'Drop it for good? It is not handled any more; the record keeps that you dropped it.',
    group: 'Service',
    reason: 'Why',
    at: 'Since',
    views: 'Lists',
    viewsHint: 'Every list can be made again from what happened. The town goes on meanwhile.',
    rebuild: 'Make all lists again',
    rebuilt: '{{name}}: {{rows}} rows from {{facts}} events in {{seconds}} s',
    demo: 'A made-up month',
    demoHint:
      'For a town without cases: some hundred demands of people who do not exist, decided by the town’s own rules.',
    fill: 'Fill the town',
    filling: '{{percent}} % done',
    filled: '{{cases}} cases, {{open}} of them open; {{late}} have missed a deadline.',
    cancel: 'Cancel',
    signIns: 'Sign-ins',
    who: 'Account',
    what: 'What',
    import: 'Files of other systems',
    importHint:
      'A file is chosen, looked at and registered under Imports; large ones, and those of disputes, by the command line: docs/importing.md.',
    pack: 'The town pack',
    packHint:
      'Grids, menu, deadlines and rosters are files; they are checked under Town pack before the town takes them: docs/packs.md.',
  },
  zh: {
    title: '运行状态',
    hint: '每10秒检查一次各组成部分是否正常。',
    ready: '系统就绪',
    notReady: '正在等待：{{names}}',
    ok: '正常',
    bad: '异常',
    dead: '未处理消息',
    deadHint: '某项服务未能处理的消息。已作出的决定均有记录；可重新处理，或丢弃无用的消息。',
    deadNone: '没有未处理消息。无法处理的消息会保存在这里。',
    retry: '重新处理',
    drop: '丢弃',
    dropSure: '确定丢弃？丢弃后不再处理，并留有您的操作记录。',
    group: '服务',
    reason: '原因',
    at: '时间',
    views: '列表',
    viewsHint: '所有列表都可由历史记录重新生成，期间系统照常运行。',
    rebuild: '重建全部列表',
    rebuilt: '{{name}}：由 {{facts}} 条记录生成 {{rows}} 行，用时 {{seconds}} 秒',
    demo: '演示数据',
    demoHint: '仅用于没有案件的镇：由系统按规则生成一个月的虚构诉求。',
    fill: '生成演示数据',
    filling: '已完成 {{percent}}%',
    filled: '共 {{cases}} 件，其中在办 {{open}} 件；曾超期 {{late}} 件。',
    cancel: '取消',
    signIns: '登录记录',
    who: '账号',
    what: '事项',
    import: '导入其他系统的文件',
    importHint: '在“导入”页面选择文件，核对后登记；特大文件和纠纷数据用命令行导入，见导入说明文档。',
    pack: '镇域配置',
    packHint: '网格、服务菜单、时限和值班名册均为文件，可在“镇域配置”页面检查后再启用，见镇域配置说明文档。',
  },
});

/** What the town stands on, by the names that its services go by. */
const parts: Readonly<Record<string, Readonly<{ en: string; zh: string }>>> = {
  database: { en: 'Database', zh: '数据库' },
  disk: { en: 'Disk', zh: '磁盘' },
  bus: { en: 'Message bus', zh: '消息总线' },
  intake: { en: 'Intake', zh: '受理' },
  routing: { en: 'Routing', zh: '派单' },
  'sla-timer': { en: 'Deadlines', zh: '时限' },
  feedback: { en: 'Feedback', zh: '评价' },
  mediation: { en: 'Mediation', zh: '调解' },
  inbox: { en: 'Inboxes', zh: '待办与通知' },
  audit: { en: 'Audit', zh: '审计' },
  gateway: { en: 'Gateway', zh: '网关' },
};

/** A part in words; one that has none by its own name. */
export const usePartName = () => {
  const language = useLanguage();
  return (name: string): string => (Object.hasOwn(parts, name) ? (parts[name]?.[language] ?? name) : name);
};
