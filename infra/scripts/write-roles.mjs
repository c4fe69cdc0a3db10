/**
 * Writes docs/roles.md, who may do and see what, from the one table of rights; run by hand after it was changed:
 * `node infra/scripts/write-roles.mjs`. With `--check` it writes nothing, and fails where the page is out of date.
 */
import { keepPage } from './keep-page.mjs';
import './run-sources.mjs';

const { rights } = await import('../../libs/kernel/src/rights.ts');
const { areaOfRole, isOfAnArea } = await import('../../libs/kernel/src/role-areas.ts');
const { roles } = await import('../../libs/kernel/src/ports.ts');
const { roleWords } = await import('../../services/audit/src/queries/sentences/words.ts');

const ties = {
  town: [
    'anywhere',
    '全镇',
    'Anywhere in the town, also where nobody knows the place yet. An account bound to a part of the town: there alone.',
    '镇内任何地方，地点不明的也包括在内；账号只负责镇内部分区域的，限于该区域。',
  ],
  area: ['own area', '本辖区', 'It lies in their own area.', '位于本人辖区内。'],
  own: ['own', '本人', 'They asked for it themselves.', '本人提出的。'],
  held: ['in hand', '承办中', 'It is in their hands now.', '正由本人承办。'],
  had: ['once in hand', '曾承办', 'It was in their hands once.', '曾由本人承办。'],
  helps: [
    'helping',
    '协办中',
    'They were called in to help with it, and it waits for them still.',
    '已请求本人协办，尚未完成。',
  ],
  told: [
    'told',
    '已告知',
    'It lies in their area, and they were told of a deadline of it (a warning, or that it was missed).',
    '位于本人辖区内，且其时限曾向本人提醒或升级。',
  ],
  'told-late': [
    'told late',
    '已升级',
    'It lies in their area, and they were told that a deadline of it was missed.',
    '位于本人辖区内，且其超期已升级到本人。',
  ],
  arbiter: [
    'to decide',
    '待其确定',
    'It lies in their area and waits for their decision.',
    '位于本人辖区内，正等待本人协调确定。',
  ],
  'to-verify': [
    'to verify',
    '待核查',
    'It lies in their area, somebody else has finished it, and nobody has looked yet whether it is solved.',
    '位于本人辖区内，他人已办理完毕，正等待核查。',
  ],
  elsewhere: ['elsewhere', '辖区之外', 'It lies outside their own area.', '位于本人辖区之外。'],
  unplaced: [
    'no place yet',
    '地点不明',
    'Nobody knows yet where it lies, and they were told of a deadline of it.',
    '尚不知位于何处，且其时限曾向本人提醒或升级。',
  ],
};

const levels = {
  town: 'the town 全镇',
  community: 'a community 社区',
  village: 'a village 村',
  grid: 'a grid 网格',
  'micro-grid': 'a micro-grid 微网格',
};

const meanings = {
  'case.register': ['register a demand', '登记诉求'],
  'case.read': ['read a case: place, channel, how it was reported', '查看案件（地点、渠道、反映方式）'],
  'case.words': ['read the resident’s words and how to reach them', '查阅诉求内容和联系方式'],
  'case.decline': ['decline a case', '不予受理'],
  'case.reclassify': ['correct what a case is about', '更正服务事项'],
  'case.withdraw': ['withdraw a case', '撤回案件'],
  'case.close': ['close a case', '结案'],
  'case.reopen': ['reopen a case', '重新办理案件'],
  'case.split': ['split a case', '拆分案件'],
  'case.merge': ['merge cases and undo it', '并案与撤销并案'],
  'addition.write': ['add words, notes and photos to a case', '为案件补充说明、备注和照片'],
  'addition.read': ['read what was added to a case', '查看案件的补充材料'],
  'my-case.read': ['see how one’s own case stands', '查看本人案件办理情况'],
  'case.list': ['list and find cases', '列出、查找案件'],
  'case.find-by-phone': ['find cases by the resident’s phone', '按诉求人电话查找案件'],
  'timeline.read': ['read the history and the clocks of a case', '查看办理经过和时限'],
  'person.name': ['see which person did what (others see duties)', '查看经办人姓名（其他人只见职务）'],
  'person.list': ['see who works for the town, by name', '查看本镇工作人员姓名'],
  'person.erase': ['erase a resident’s words, places and phone', '删除居民的诉求内容、地点和联系方式'],
  'erasure.list': ['list what was erased', '列出删除记录'],
  'reading.list': ['list who read residents’ words', '列出诉求内容的查阅记录'],
  'escalation.list': ['list what is late and whom it waits for', '列出超期事项和等待对象'],
  'escalation.acknowledge': ['acknowledge what was escalated to them', '签收上报给自己的超期事项'],
  'order.list': ['list orders', '列出派单'],
  'order.read': ['read an order', '查看派单'],
  'order.words': ['read the words of an order’s case', '查阅派单的诉求内容'],
  'order.take': ['take an order', '接单'],
  'order.return': ['return an order', '退单'],
  'order.contact': ['say that whoever asked was contacted', '登记首次联系'],
  'order.report': ['report progress', '报告进展'],
  'order.finish': ['finish an order', '办理完毕'],
  'order.hand-over': ['hand an order over to another unit', '交单'],
  'order.call-in': ['call in others to help, and release them', '吹哨请求协办、解除协办'],
  'order.help': ['come to help, and finish one’s part', '协办报到、完成协办'],
  'order.verify': ['look whether it is done', '核查办理结果'],
  'order.arbitrate': ['decide who answers', '协调确定承办人'],
  'call-back.list': ['list whom to call back', '列出待回访的案件'],
  'call-back.make': ['record a call-back', '登记回访'],
  'rating.give': ['rate a case, or take a rating down', '评价或代填评价'],
  'rating.list': ['list ratings', '列出评价'],
  'rating.words': ['read what was said beside a rating', '查看评价文字'],
  'conclusion.decide': [
    'decide what becomes of a case that is still not rated well',
    '多次不满意时决定结案或重办',
  ],
  'letter.read': ['read the closing letter', '查看结案告知书'],
  'rate.read': ['read the rates, and the cases behind them', '查询“三率”及其案件'],
  'exemption.list': ['list exemptions from the rates', '查看剔除申请'],
  'exemption.words': ['read what speaks for an exemption, and against it', '查阅剔除与申诉理由'],
  'exemption.ask': ['ask for an exemption from the rates', '申请剔除'],
  'exemption.decide': ['decide about an exemption', '审批剔除'],
  'exemption.appeal': ['appeal against such a decision', '对剔除审批提出申诉'],
  'exemption.settle': ['settle an appeal', '复核申诉'],
  'dispute.open': ['open a dispute', '登记纠纷'],
  'dispute.list': ['list disputes', '列出纠纷'],
  'dispute.read': ['see how a dispute stands', '查看纠纷进展'],
  'dispute.words': ['read what was said in a dispute, and print its papers', '查阅、打印纠纷卷宗'],
  'dispute.code': ['hand a party the code of its own side', '向当事人交付查询码'],
  'danger.words': ['read what was reported of a danger', '查看上报的激化风险内容'],
  'caucus.read': ['read what a party told them alone', '查看单方谈话记录'],
  'dispute.mediate': ['mediate: sessions, minutes, agreements, the end', '主持调解、记录、拟协议、终止'],
  'dispute.lead': ['assign mediators, decide challenges', '指派调解员、决定回避'],
  'dispute.grade': ['judge how grave a dispute is', '调整风险等级'],
  'dispute.reopen': ['reopen a dispute', '重新调解'],
  'dispute.answer': ['say what a party says, or take it down', '表明意愿、陈述，或代为记录'],
  'dispute.relate': ['say that a mediator is near to a party', '申报调解员利害关系'],
  'dispute.sign': ['sign or seal an agreement', '签署协议、盖章'],
  'danger.report': ['report that a quarrel may turn into harm', '上报纠纷激化风险'],
  'danger.acknowledge': ['take up such a danger', '签收激化风险'],
  'mediation-calendar.read': ['read the calendar of sessions', '查看调解日程'],
  'interview-day.publish': ['publish and call off interview days', '发布、取消接访日'],
  'interview.book': ['book an interview', '预约接访'],
  'interview.move': ['move a booking to another slot of the day', '改约时段'],
  'interview.receive': ['see who comes, and check them in', '查看预约、签到叫号'],
  'interview.conclude': ['hold interviews, and promise', '接访、作出承诺'],
  'promise.list': ['list promises', '列出承诺'],
  'promise.words': ['read what was promised', '查看承诺内容'],
  'promise.keep': ['say that a promise is kept', '登记承诺兑现'],
  'promise.give-up': ['hand a promise over, or say that it is not kept', '移交承诺、声明无法兑现'],
  'warning.read': ['see early warnings and topics of a month', '查看预警和每月一题'],
  'area.list': ['list areas', '列出区域'],
  'leave.list': ['see who is away, and who is on the rosters', '查看请假与在册人员'],
  'leave.record': ['record that somebody is away, and end it early', '登记请假与提前销假'],
  'roster.list': ['see who is on duty where', '查看值班名册'],
  'roster.change': ['change who is on duty where', '调整值班名册'],
  'inbox.read': [
    'list what waits for them; for leaders, of others in their area',
    '查看待办；负责人可查看辖区内他人的待办',
  ],
  'inbox.mark': ['mark as read, and put away, what waits for them', '将本人待办标为已读或移出'],
  'inbox.stream': ['follow what waits for them as it happens', '实时接收本人待办'],
  'inbox.preferences': ['state how they are told, and where', '修改本人通知设置'],
  'delivery.list': [
    'list what was sent to them; for examiners, to all',
    '查看本人的通知发送记录；管理员和审计员可查看全部',
  ],
  'delivery.check': ['ask whether the mail server answers', '检查邮件服务器'],
  'import.write': ['import rows of other systems', '导入其他系统的数据'],
  'import.summary': ['read what became of an import', '查看导入结果'],
  'token.issue': ['issue tokens', '签发令牌'],
  'session.read': ['see who one is', '查看当前登录信息'],
  'session.end': ['sign out', '退出登录'],
  'account.password': ['set a password', '设置密码'],
  'account.add': ['add an account', '新建账号'],
  'account.change': ['change the role, area or name of an account', '变更账号的角色、辖区或姓名'],
  'sign-in.list': ['list sign-ins, failures and changes of accounts', '查看登录与账号记录'],
  'pack.read': ['see the pack that the town runs with', '查看当前镇域配置'],
  'account.list': ['list accounts', '列出账号'],
  'account.disable': ['disable an account', '停用账号'],
  'account.enable': ['enable an account', '启用账号'],
  'dead-letter.list': ['list dead letters', '列出无法处理的消息'],
  'dead-letter.retry': ['try a dead letter again', '重试无法处理的消息'],
  'dead-letter.drop': ['drop a dead letter', '删除无法处理的消息'],
  'queue.read': ['look at the queues of alarms and jobs', '查看定时任务队列'],
  'view.rebuild': ['rebuild the read models', '重新生成列表'],
  'demo.fill': ['fill an empty town with a made-up month', '生成演示数据'],
};

const forgotten = Object.keys(rights).filter((right) => meanings[right] === undefined);
if (forgotten.length > 0)
  throw new Error(`Say in write-roles.mjs what these rights mean: ${forgotten.join(', ')}`);

const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (heads, rows) => [row(...heads), row(...heads.map(() => '---')), ...rows].join('\n');
const nameOf = (role) => `${roleWords[role].zh} ${role}`;

const holdersOf = (right) =>
  roles
    .filter((role) => rights[right][role] !== undefined)
    .map((role) => {
      const by = rights[right][role];
      return `${nameOf(role)} (${by.map((tie) => `${ties[tie][0]} ${ties[tie][1]}`).join(', ')})`;
    })
    .join('<br>');

const rightsOf = (role) =>
  Object.keys(rights)
    .filter((right) => rights[right][role] !== undefined)
    .map((right) => `\`${right}\``)
    .join(', ');

await keepPage(
  'docs/roles.md',
  `# Who may do and see what 角色与权限

Made from \`libs/kernel/src/rights.ts\` by \`node infra/scripts/write-roles.mjs\`; every route, list and reading asks that table. 本页由代码生成，请勿手工修改。

A token or a session belongs to an account, which has one role and one area. An area is a path from the town down: \`town/community/village/grid/micro-grid\` as the pack has it (\`mulin accounts list\` shows those of your town). Who has a right, but not for this case or this place, is answered 403 \`not-your-area\` or \`not-allowed\`; in a list it is left out. Each of the roles marked below must name an area below the town, else 403 \`area-missing\`.

令牌和会话属于一个账号，账号有一个角色和一个区域。区域是自镇向下的路径。有权限但不属本人辖区或不由本人承办的，返回 403；在列表中则不显示。

Try it 试一试：

\`\`\`
npm run -s mulin -- accounts list
npm run -s mulin -- accounts add zhao-min --role verifier --area AREA --name 赵敏
npm run -s mulin -- accounts password zhao-min
npm run -s mulin -- accounts change zhao-min --area AREA
npm run -s mulin -- token --role community-secretary --area AREA
npm run -s mulin -- accounts disable NAME
\`\`\`

## Roles 角色

${table(
  ['code', '角色', 'role', 'answers for 通常范围', 'needs an area 须指定区域', 'rights 权限'],
  roles.map((role) =>
    row(
      `\`${role}\``,
      roleWords[role].zh,
      roleWords[role].en.replace(/^the /, ''),
      levels[areaOfRole[role].level],
      isOfAnArea(role) ? 'yes 是' : 'no 否',
      rightsOf(role),
    ),
  ),
)}

## Where a right holds 权限的范围

${table(
  ['short', '简称', 'meaning', '含义'],
  Object.values(ties).map(([en, zh, meaning, chinese]) => row(en, zh, meaning, chinese)),
)}

## Rights 权限

${table(
  ['right', 'allows', '允许', 'who, and where 谁、在何处'],
  Object.keys(rights).map((right) => row(`\`${right}\``, ...meanings[right], holdersOf(right))),
)}
`,
  'node infra/scripts/write-roles.mjs',
);
