/** 命令行的全部中文文字；缺一条即无法编译。 */
import type { Texts } from './en.js';
import { clocksIn, legEndsIn, rolesIn, servicesIn, statesIn, unheldIn } from './words.js';
import { chaosIn } from './chaos.js';
import { demoIn } from './demo.js';
import { disputesIn } from './disputes.js';
import { clocksSayIn } from './clocks.js';
import { ratesIn } from './rates.js';
import { leaveIn } from './leave.js';
import { rostersIn } from './rosters.js';
import { warningsIn } from './warnings.js';
import { erasingIn } from './erasing.js';
import { storyIn } from './story.js';
import { operatingIn } from './operating.js';
import { restoringIn } from './restoring.js';

const span = (days: number, hours: number, minutes: number): string =>
  [days > 0 ? `${days}天` : '', hours > 0 ? `${hours}小时` : '', minutes > 0 ? `${minutes}分钟` : '']
    .filter((part) => part !== '')
    .slice(0, 2)
    .join('') || '不到1分钟';

const whats = { town: '镇', database: '数据库' } as const;

export const zh: Texts = {
  about: '牟邻：让每一件诉求按时找到该办的人。',
  help: {
    usage: '用法：',
    arguments: '参数：',
    options: '选项：',
    commands: '命令：',
    optionsOfUsage: '[选项]',
    commandOfUsage: '[命令]',
    help: '显示本命令的用途和用法',
    version: '显示版本号',
    json: '在标准输出中只输出一个 JSON 对象',
    language: '用中文（zh）或英文（en）；未指定时按 LC_ALL、LC_MESSAGES、LANG',
    url: '镇的服务地址',
  },
  commands: {
    case: '查看一个案件的办理经过和时限',
    cases: '查看全镇案件',
    escalations: '查看哪些超期事项在等谁处理',
    rates: '响应率、解决率、满意率与按时率；`report` 导出月报',
    inbox: '查看本人或他人的待办事项和时限',
    readings: '查看谁查阅过居民的诉求内容（审计人员用）',
    doctor: '检查本机和本镇是否正常',
    demo: '为尚无案件的镇生成一个月的演示数据',
    chaos: '反复中断演练镇的各个进程和引擎，检查是否有数据丢失',
    story: '演示一件诉求从点单到评单、一件纠纷从登记到履行协议的全过程，并验证每一步',
    import: '导入文件中的诉求',
    token: '签发某一角色的令牌',
    deadLetters: '无法处理的消息：list 列出，retry ID|all 重试，drop ID|all 删除',
    accounts:
      '可登录的账号：list 列出；add、change、password、disable、enable 后接账号，分别为新建、变更、设密码、停用、启用',
    mapping: '其他系统文件的读取方式',
    mappingSuggest: '为文件生成映射初稿',
    erase: '彻底删除某位居民的诉求内容、地点和联系方式',
    views: '由事件生成的列表',
    viewsRebuild: '由事件重新生成列表',
    pack: '镇域配置文件',
    packBuild: '由地图生成镇域配置',
    packCheck: '检查镇域配置',
    clocks: '时限',
    clocksCheck: '用时限表核对系统的计算结果',
    clocksExplain: '查看案件各时限的计算过程',
    export: '将全镇数据导出为一个文件，密钥另存一个文件',
    restore: '将导出的镇恢复到空的数据目录',
    deliveries: '对外发送的通知',
    deliveriesRelease: '允许恢复后的镇发送邮件和推送',
  },
  options: {
    legs: '查看各承办环节：承办人、起止时间和工作时长',
    state: '只看这一状态的',
    grid: '只看这个微网格的',
    within: '只看这一区域内的',
    number: '按编号查找（本系统或来源系统的编号）',
    q: '事项名称、区域名称或编号中含有的文字',
    phone: '按诉求人电话查找，须同时给出 --purpose',
    purpose: '查找电话的用途',
    menuItem: '只看这一服务事项的',
    net: '只看这张网的',
    channel: '只看这一渠道的',
    holder: '只看这个账号承办的',
    late: '只看已超期的',
    reportedFrom: '自此时起反映的',
    reportedUntil: '到此时为止（不含）反映的',
    after: '按变化顺序列出此位置之后有变化的',
    limit: '最多显示的条数',
    cursor: '上一页结束的位置',
    to: '只看等待这一角色处理的',
    whose: '查看谁的待办（默认本人）',
    ofCase: '只看这个案件的',
    reader: '只看这个账号查阅的',
    from: '自此时起，例如 2026-03-02T00:00:00+08:00',
    until: '到此时为止（不含）',
    mapping: '列的读取方式（映射的名称或路径）',
    dryRun: '只读取检查，不登记',
    timesZone: '文件中时间所用的时区（IANA 名称），例如 Asia/Shanghai',
    datum: '地图的坐标系：GCJ02、BD09、EPSG:4549 等；未指定时按文件声明，或为 WGS84',
    draft: '即使不能据此启动也写出草稿',
    force: '覆盖手工修改过的文件',
    role: '角色，例如 community-secretary',
    personName: '账号使用人的称呼',
    stdin: '从标准输入读取密码（第一行）',
    area: '区域：镇/社区/村/网格/微网格，或其上级',
    account: '排班表中的账号；未指定时，每个区域每个角色一个账号',
    minutes: '有效分钟数',
    eraseCase: '该居民提出的任一案件编号；其全部案件都会删除，另一次免登录提交的须逐件填写',
    reason:
      '原因：asked-for（本人要求）、consent-withdrawn（撤回同意）、no-longer-needed（不再需要）或 kept-unlawfully（不应保存）',
    grids: '地图文件（GeoJSON），每个微网格一个多边形',
    id: '用来区分微网格的属性',
    name: '微网格名称所在的属性',
    zone: '时区的 IANA 名称，例如 Asia/Shanghai',
    outFolder: '配置的输出目录',
    community: '社区名称所在的属性',
    town: '镇的简称',
    outFile: '输出文件',
    seed: '相同编号产生相同顺序的故障',
    chaosMinutes: '故障持续的分钟数',
    storyPack: '改用这一目录的镇域配置；未指定则用示例镇',
  },
  refusals: {
    unknownCommand: (name) => `没有“${name}”这个命令。`,
    missingArgument: (name) => `缺少参数“${name}”。`,
    missingOption: (flags) => `缺少必填选项“${flags}”。`,
    optionWithoutValue: (flags) => `选项“${flags}”缺少取值。`,
    unknownOption: (name) => `没有“${name}”这个选项。`,
    tooManyArguments: () => '参数过多。',
    other: () => '命令的用法有误；可用 --help 查看用法。',
  },
  failed: (kind) => `操作未能完成（${kind}）；设置 MULIN_LOG=debug 可查看详情。`,
  wrongCalls: {
    noLanguage: (wanted) => `不支持语言“${wanted}”，可用 zh 或 en。`,
    addressOf: (what, schemes) => `${whats[what]}的地址应以 ${schemes.replace('|', ' 或 ')} 开头。`,
    noSubCommand: (group, word, names) =>
      word === undefined
        ? `${group} 后须接：${names.join('、')}。`
        : `${group} 没有“${word}”这个命令，可用：${names.join('、')}。`,
    minutes: '--minutes 须为不小于1的整数。',
    accounts: 'accounts 后接 list，或 add、change、password、disable、enable 及账号。',
    noRole: 'accounts add 须用 --role 指定角色，例如 --role verifier。',
    noChange: 'accounts change 须用 --role、--area、--name 中的一项或多项。',
    noPassword: '标准输入为空：使用 --stdin 时，第一行即为密码。',
    noAccount: (action) => `accounts ${action} 后须给出账号。`,
    deadLetters: 'dead-letters 后接 list，或 retry、drop 加编号。',
    noDeadLetter: (id) => (id === undefined ? '请给出消息编号。' : `没有编号为“${id}”的未处理消息。`),
    noFile: (file) => `没有文件 ${file}。`,
    alreadyThere: (file) => `${file} 已存在，不会覆盖。`,
    noTownYet: '这里还没有运行过镇，没有可导出的数据。',
    tablesNotYours: (tables) =>
      `DATABASE_URL 的角色无权读取 ${tables}：请使用表的所有者，副本必须包含全部数据。`,
    hiddenLogs: (logs) => `${logs} 的事件不在本版本认识的表中，未导出任何数据。`,
    townLivesHere:
      '这里已有一个镇：请恢复到空的 `MULIN_HOME`、空的数据库和空的 `KurrentDB`；此前在此中断的恢复，须用同一副本和同一 `MULIN_HOME` 继续。',
    ...restoringIn('zh'),
    masterKeyMissing: '该镇的主密钥原来设在环境变量中，不在密钥文件里：请用 MULIN_MASTER_KEY 提供。',
    keysOfOther: (folder) => `${folder} 中是另一个镇的密钥：请恢复到空的 MULIN_HOME。`,
    keysOfAnotherTown: (file) => `${file} 中是另一个镇的密钥。`,
    notWhole: (file) => `${file} 不是完整的副本：可能被截断、改动，或是其他文件。`,
    doesNotOpen: (keys, file) => `${keys} 打不开 ${file}：它属于另一份导出。`,
    cannotBeWritten: (file) => `无法写入 ${file}：目录不存在，或没有写入权限。`,
  },
  unreachable: {
    nobody: (url) => `${url} 没有应答。镇是否已启动？（npm start）`,
    notNow: (url) => `${url} 的镇暂时无法应答。`,
    noTown: (url) => `${url} 应答的不是牟邻的镇。`,
    wentAway: (url) => `${url} 的镇在应答途中中断。`,
    waiting: (why) => `${why}正在等待。`,
  },
  words: {
    state: statesIn('zh'),
    role: rolesIn('zh'),
    clock: clocksIn('zh'),
    legEnd: legEndsIn('zh'),
    unheld: unheldIn('zh'),
    standing: { running: '计时中', met: '按期', breached: '超期', cancelled: '已终止' },
    service: servicesIn('zh'),
    cycle: (name, cycle) => `${name}（第 ${cycle} 轮）`,
  },
  case: { heads: ['时限', '到期时间', '状态', '结果'] },
  legs: {
    heads: ['承办人', '开始', '结束', '中止', '工作时长', '结束原因'],
    cycle: (cycle) => `第 ${cycle} 轮`,
    helper: (account) => `协办：${account}`,
    goesOn: '进行中',
  },
  cases: {
    heads: ['编号', '状态', '事项', '区域', '承办人', '反映时间'],
    ofSource: '来源编号',
    more: (cursor) => `还有更多：--cursor ${cursor}`,
  },
  escalations: {
    heads: ['编号', '事项', '区域', '承办人', '等待处理', '时限', '到期时间', '已超期'],
    none: '没有等待处理的超期事项。',
    span,
  },
  inbox: { heads: ['', '编号', '事项', '原因', '时限'], none: '没有待办事项。', unread: '新' },
  readings: { heads: ['时间', '案件', '查阅人', '内容', '用途'], none: '没有查阅记录。' },
  doctor: {
    heads: ['', '项目', '情况'],
    ok: '正常',
    notOk: '异常',
    deliveriesHeld:
      '本镇由副本恢复，暂不对外发送通知；确认没有其他镇发送同样的通知后，运行 `mulin deliveries release`。',
    noTown: (url) => `${url} 没有应答；可用 npm start 启动镇。`,
    seeLog: (file) => `详见 ${file}`,
    keysUnreadable: (reason) => `无法读取密钥文件（${reason}）。`,
    keys: '现有密钥文件均完整，且仅所有者可读。',
    role: (role) => `DATABASE_URL 的数据库角色 ${role} 不是超级用户。`,
    superuser: (role) =>
      `DATABASE_URL 的数据库角色 ${role} 是超级用户，可以改动已发生的事件：请为本镇改用普通角色（方法见 \`docs/running.md\`）。`,
    noDatabase: (reason) => `无法查询 DATABASE_URL 的 PostgreSQL：${reason}`,
    couldNotStart: (at, reason) => `本镇未能启动（${at}）：${reason}`,
  },
  erase: erasingIn('zh'),
  deadLetters: { none: '没有无法处理的消息。', heads: ['编号', '服务', '主题', '时间', '原因'] },
  accounts: {
    heads: ['账号', '角色', '区域', '姓名', ''],
    disabled: '已停用',
    password: (password) => `密码（仅显示这一次）：${password}`,
  },
  importing: { registering: '正在登记', routing: '正在派单和判定时限' },
  views: { heads: ['列表', '事件', '行数', '用时'], seconds: (seconds) => `${seconds.toFixed(2)}秒` },
  wholeTown: {
    exported: (file, events, people, sha256) =>
      `${file}：已导出 ${events} 个事件，涉及 ${people} 人，SHA-256 ${sha256}。`,
    restored: (file, events, people, sha256) =>
      `${file}：已恢复 ${events} 个事件，涉及 ${people} 人，SHA-256 ${sha256}。`,
    keysApart: (keys) => `密钥在 ${keys} 中：请另行妥善保管，没有它谁也读不到个人信息。`,
    masterKeyApart: '主密钥 MULIN_MASTER_KEY 不在这两个文件中：请一并保管。',
    otherKey: (place) => `原有另一密钥，已改存为 ${place}。`,
    startAgain: '可用 npm start 重新启动该镇。',
    held: '原镇可能仍在运行，故暂不发送邮件和推送；运行 `mulin deliveries release` 后开始发送。',
  },
  ...operatingIn('zh'),
  chaos: chaosIn('zh'),
  story: storyIn('zh'),
  demo: demoIn('zh'),
  disputes: disputesIn('zh'),
  ...clocksSayIn('zh'),
  rates: ratesIn('zh'),
  warnings: warningsIn('zh'),
  leave: leaveIn('zh'),
  rosters: rostersIn('zh'),
};
