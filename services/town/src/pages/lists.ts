/** Lists of cases and of escalations, asked of the API by the reader's own session, or their token. */
import { addressees } from '@mulin/contracts';
import { caseStateWords, clockWords, type LocalizedText, roleWords } from '@mulin/kernel';
import { escaped, framed, type Language } from './frame.js';
import { disputeStates, namesIn, standings } from './names.js';

const words = {
  en: {
    account: 'Account',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedIn: 'Signed in as *.',
    withToken: 'With a token instead',
    token: 'Token',
    show: 'Show',
    more: 'More',
    hint: 'npm run -s mulin -- token --role hotline-clerk prints one. It stays in this tab.',
    nothing: 'Nothing here.',
    asked: 'Last asked at *; asked again every 15 seconds.',
    all: 'all',
    state: 'State',
    waitsFor: 'Waits for',
    cases: 'Cases',
    escalations: 'Escalations',
    aboutCases: 'Newest report first. Choose a number to read its story.',
    aboutEscalations:
      'What is owed and not answered, who holds it and who was told. Longest overdue first; warnings of your own with it.',
    columns: {
      number: 'Number',
      state: 'State',
      menuItemName: 'What',
      areaName: 'Where',
      holderName: 'In whose hands',
      reportedAt: 'Reported',
      due: 'Due',
      clock: 'Clock',
      to: 'Waits for',
      dueAt: 'Due',
      lateBySeconds: 'Late by',
      toldAt: 'Told',
    },
  },
  zh: {
    account: '账号',
    password: '密码',
    signIn: '登录',
    signOut: '退出',
    signedIn: '已登录：*',
    withToken: '改用令牌',
    token: '令牌',
    show: '查看',
    more: '更多',
    hint: '令牌由 npm run -s mulin -- token --role hotline-clerk 签发，仅保存在本标签页。',
    nothing: '暂无内容。',
    asked: '上次查询 *，每15秒自动刷新。',
    all: '全部',
    state: '状态',
    waitsFor: '待处理人',
    cases: '案件',
    escalations: '升级事项',
    aboutCases: '按反映时间由新到旧。点选编号查看全过程。',
    aboutEscalations: '应答复而未答复的事项、承办人及已告知的人，超期最久者在前；含给您的提醒。',
    columns: {
      number: '编号',
      state: '状态',
      menuItemName: '事项',
      areaName: '区域',
      holderName: '承办人',
      reportedAt: '反映时间',
      due: '时限',
      clock: '时限名称',
      to: '待处理人',
      dueAt: '到期时间',
      lateBySeconds: '已超期',
      toldAt: '告知时间',
    },
  },
} as const;

/** Days, hours and minutes, as they stand behind a number. */
const spans = { en: [' d', ' h', ' min'], zh: ['天', '小时', '分钟'] } as const;

type Column = keyof (typeof words)['en']['columns'];

/** What a page says of the town: its name, and whose clocks it shows. */
type Town = Readonly<{ name: LocalizedText; zone: string }>;

type List = Readonly<{
  here: '/cases' | '/escalations';
  title: 'cases' | 'escalations';
  about: 'aboutCases' | 'aboutEscalations';
  route: string;
  columns: readonly Column[];
  choice: Readonly<{ name: string; names: Readonly<Record<string, LocalizedText>> }>;
}>;

const lists = {
  cases: {
    here: '/cases',
    title: 'cases',
    about: 'aboutCases',
    route: '/api/v1/cases',
    columns: ['number', 'state', 'menuItemName', 'areaName', 'holderName', 'reportedAt', 'due'],
    choice: {
      name: 'state',
      names: caseStateWords,
    },
  },
  escalations: {
    here: '/escalations',
    title: 'escalations',
    about: 'aboutEscalations',
    route: '/api/v1/escalations',
    columns: ['number', 'menuItemName', 'areaName', 'holderName', 'to', 'clock', 'dueAt', 'lateBySeconds'],
    choice: {
      name: 'to',
      names: {
        ...Object.fromEntries(addressees.map((role) => [role, roleWords[role]])),
        // Whose a deadline of a dispute or a promise is.
        holder: { en: 'holder', zh: '承办人' },
      },
    },
  },
} as const satisfies Readonly<Record<string, List>>;

/** JSON that cannot end the element it stands in. */
const dataBlock = (value: object): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);

/** People sign in; a program's token stays possible. Who has signed in sees under which name, and how to sign out. */
const signingIn = (language: Language): string => {
  const say = words[language];
  return `<div id="outside" hidden><form id="sign-in">
<label>${say.account}<input id="account" autocomplete="username" size="30" required></label>
<label>${say.password}<input id="password" type="password" autocomplete="current-password" size="30" required></label>
<button>${say.signIn}</button></form>
<details><summary>${say.withToken}</summary><form id="with-token">
<label>${say.token}<input id="token" type="password" autocomplete="off" size="40" required></label>
<button>${say.show}</button></form><p class="soft">${say.hint}</p></details></div>
<p id="inside" hidden><span id="who"></span> <button id="sign-out">${say.signOut}</button></p>`;
};

const page = (language: Language, { name, zone }: Town, list: List) => {
  const { here, title, about, route, columns, choice } = list;
  const say = words[language];
  const label = choice.name === 'state' ? say.state : say.waitsFor;
  const names = namesIn(language, choice.names);
  const options = Object.entries(names)
    .map(([code, name]) => `<option value="${code}">${name}</option>`)
    .join('');
  const heads = columns.map((column) => `<th>${say.columns[column]}</th>`).join('');
  const settings = dataBlock({
    route,
    columns,
    choice: choice.name,
    names,
    clocks: namesIn(language, clockWords),
    standings: namesIn(language, standings),
    states: namesIn(language, { ...caseStateWords, ...disputeStates }),
    spans: spans[language],
    language,
    zone,
    nothing: say.nothing,
    asked: say.asked,
    signedIn: say.signedIn,
  });
  return framed(language, {
    here,
    title: `${say[title]} · ${name[language]}`,
    body: `<p>${escaped(say[about])}</p>
${signingIn(language)}
<form id="ask"><label>${label}<select id="choice"><option value="">${say.all}</option>${options}</select></label>
<button>${say.show}</button></form>
<div id="story" class="sheet" tabindex="-1" hidden></div><p id="said" role="status"></p><p id="asked" class="soft"></p>
<div class="sheet"><table><thead><tr>${heads}</tr></thead><tbody id="rows"></tbody></table></div>
<p><button id="more" hidden>${say.more}</button></p>
<script type="application/json" id="settings">${settings}</script>`,
    scripts: ['list.js'],
  });
};

export const casesPage = (language: Language, town: Town): string => page(language, town, lists.cases);

export const escalationsPage = (language: Language, town: Town): string =>
  page(language, town, lists.escalations);
