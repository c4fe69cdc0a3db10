/**
 * What a list does in the browser: asks the API, again and again while somebody may be looking, and shows the
 * story of the case that is chosen. Nobody loses their place: what was told is put in place of what stood there
 * at once, and only where it is something else.
 */

/**
 * @typedef {Record<string, string>} Names
 * @typedef {{ name?: string, due?: string | null, isDueDay?: boolean, state: string, verdict?: string }} Clock
 * @typedef {Record<string, string | number | undefined> & { clocks?: Clock[], days?: string[], isDueDay?: boolean }} Row
 * @typedef {{ account: string, name: string | null }} Session
 * @typedef {{ items: Row[], next: string | null }} Page
 * @typedef {{ number: string, state: string, timeline: { at: string, isDay?: boolean, text: string }[], clocks: Clock[] }} Story
 * @typedef {{
 *   route: string, columns: string[], choice: string, names: Names, clocks: Names, standings: Names, states: Names,
 *   spans: string[], language: string, zone: string, nothing: string, asked: string, signedIn: string
 * }} Settings
 */

const pageSize = 50;
const mostAtOnce = 500;
const againMs = 15_000;
const tokenName = 'mulin-token';

/** @param {string} id @returns {HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id @returns {HTMLInputElement | HTMLSelectElement} */
const field = (id) => /** @type {HTMLInputElement} */ (at(id));

/** @type {Settings} */
const settings = JSON.parse(at('settings').textContent ?? '{}');

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [props]
 * @param {...(Node | string)} inner
 */
const make = (tag, props = {}, ...inner) => {
  const it = Object.assign(document.createElement(tag), props);
  it.append(...inner);
  return it;
};

const state = { token: '', choice: '', wanted: 0, shown: '[]', turn: 0, underWay: 0 };

const sessionPath = '/api/v1/sessions/current';

/**
 * By the token, where there is one; else the browser sends the cookie of the session along. What the page asks by
 * itself is marked: it keeps no session from ending.
 *
 * @param {object} [sent]
 * @param {boolean} [isPolling]
 */
const headersFor = (sent, isPolling) => ({
  'accept-language': settings.language,
  ...(isPolling ? { 'mulin-polling': '1' } : {}),
  ...(state.token ? { authorization: `Bearer ${state.token}` } : {}),
  ...(sent ? { 'content-type': 'application/json' } : {}),
});

/**
 * @template Answer
 * @param {string} path
 * @param {{ method?: string, sent?: object, isPolling?: boolean }} [more]
 * @returns {Promise<Answer>}
 */
const ask = async (path, { method = 'GET', sent, isPolling } = {}) => {
  const answer = await fetch(path, {
    method,
    headers: headersFor(sent, isPolling),
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  const body = await answer.json();
  if (answer.ok) return body;
  // The session has ended, or the token has: nothing of what was seen by it stays to be read.
  if (answer.status === 401) outside();
  throw new Error(body.detail ?? answer.statusText);
};

/** To the minute; of what is known only by its day, the day. @param {unknown} text @param {boolean} [isDay] */
const time = (text, isDay = false) =>
  typeof text === 'string' ? text.slice(0, isDay ? 10 : 16).replace('T', ' ') : '';

/** Whether only the day of this time of a row is known. @param {Row} row @param {string} column */
const isDayOf = ({ days = [], isDueDay = false }, column) =>
  days.includes(column) || (column === 'dueAt' && isDueDay);

/** The first part of a clock's name is a code; of which round it is matters from the second on. @param {unknown} name */
const clockNamed = (name) => {
  const [first = '', ...rounds] = String(name ?? '').split('/');
  return [settings.clocks[first] ?? first, ...rounds.filter((round) => round !== '1')].join(' · ');
};

/** The clock that is due first of those that are still owed. @param {Row} row */
const dueOf = (row) =>
  (row.clocks ?? [])
    .filter(({ due, state: standing }) => due && (standing === 'running' || standing === 'breached'))
    .sort((one, other) => (String(one.due) < String(other.due) ? -1 : 1))[0];

/**
 * Its two greatest parts, without what is none, as the command line says it: what is not over does not count.
 * @param {number} seconds
 */
const span = (seconds) => {
  const minutes = Math.floor(seconds / 60);
  const parts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const least = settings.language === 'zh' ? '不到1' : '< 1';
  if (!parts.some((part) => part > 0)) return seconds > 0 ? `${least}${settings.spans[2]}` : '';
  return parts
    .map((part, nth) => (part > 0 ? `${part}${settings.spans[nth]}` : ''))
    .filter((part) => part !== '')
    .slice(0, 2)
    .join(settings.language === 'zh' ? '' : ' ');
};

/** What stands before the number of a dispute or a promise, where its story is chosen. */
const ofDispute = 'dispute:';

/** Where the story of what was chosen is. @param {string} chosen */
const storyOf = (chosen) =>
  chosen.startsWith(ofDispute)
    ? `/api/v1/disputes/${encodeURIComponent(chosen.slice(ofDispute.length))}/timeline`
    : `/api/v1/timelines/${encodeURIComponent(chosen)}`;

/** @type {Record<string, (row: Row) => HTMLElement>} */
const cells = {
  lateBySeconds: ({ lateBySeconds }) => {
    const seconds = Number(lateBySeconds ?? 0);
    return make('td', { className: seconds > 0 ? 'late' : '', textContent: span(seconds) });
  },
  number: ({ number, caseId, of = 'case' }) => {
    const named = String(number ?? caseId ?? '');
    const href = of === 'case' ? `#${named}` : `#${ofDispute}${named}`;
    return make('td', {}, make('a', { href, textContent: named }));
  },
  due: (row) => {
    const clock = dueOf(row);
    const textContent = clock ? `${clockNamed(clock.name)} · ${time(clock.due, clock.isDueDay)}` : '';
    return make('td', { className: clock?.verdict === 'breached' ? 'late' : '', textContent });
  },
  clock: ({ clock }) => make('td', { textContent: clockNamed(clock) }),
};

/** @param {Row} row @param {string} column */
const cell = (row, column) => {
  const own = cells[column];
  if (own) return own(row);
  const value = row[column];
  const code = String(value ?? '');
  if (column === settings.choice) return make('td', { textContent: settings.names[code] ?? code });
  return column.endsWith('At')
    ? make('td', { className: 'when', textContent: time(value, isDayOf(row, column)) })
    : make('td', { textContent: code });
};

/** @param {Row[]} items */
const put = (items) => {
  const told = JSON.stringify(items);
  if (told === state.shown) return;
  state.shown = told;
  const rows = at('rows');
  const active = document.activeElement;
  const focused = rows.contains(active) ? /** @type {HTMLAnchorElement} */ (active).hash : '';
  rows.replaceChildren(
    ...items.map((row) => make('tr', {}, ...settings.columns.map((column) => cell(row, column)))),
  );
  if (focused)
    [...rows.querySelectorAll('a')].find((it) => it.hash === focused)?.focus({ preventScroll: true });
};

/** As many rows as that, a page at a time. @param {number} count @param {boolean} isPolling */
const upTo = async (count, isPolling) => {
  /** @type {Row[]} */
  const items = [];
  /** @type {string | null} */
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: String(Math.min(mostAtOnce, count - items.length)) });
    if (state.choice) query.set(settings.choice, state.choice);
    if (cursor) query.set('cursor', cursor);
    /** @type {Page} */
    const page = await ask(`${settings.route}?${query}`, { isPolling });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < count);
  return { items, isAll: !cursor };
};

/** Whoever asked last is shown. */
const fill = async (isPolling = false) => {
  const mine = ++state.turn;
  state.underWay++;
  try {
    const { items, isAll } = await upTo(state.wanted, isPolling);
    if (mine !== state.turn) return;
    put(items);
    at('more').hidden = isAll;
    at('said').textContent = items.length > 0 ? '' : settings.nothing;
    const now = new Date().toLocaleTimeString('en-GB', { timeZone: settings.zone });
    at('asked').textContent = settings.asked.replace('*', now);
  } finally {
    state.underWay--;
  }
};

const show = () => {
  state.choice = field('choice').value;
  state.wanted = pageSize;
  at('said').textContent = '';
  at('more').hidden = true;
  put([]);
  return fill();
};

const more = () => {
  state.wanted += pageSize;
  return fill();
};

/** @param {Story} story */
const storyLines = ({ number, state: standing, timeline, clocks }) => [
  make('li', {}, make('strong', { textContent: `${number} · ${settings.states[standing] ?? standing}` })),
  ...timeline.map((event) =>
    make('li', {}, make('time', { textContent: time(event.at, event.isDay) }), event.text),
  ),
  ...clocks.map((clock) =>
    make(
      'li',
      { className: clock.verdict === 'breached' ? 'late' : '' },
      make('time', { textContent: time(clock.due, clock.isDueDay) }),
      `${clockNamed(clock.name)} · ${settings.standings[clock.state] ?? clock.state}`,
    ),
  ),
];

const tell = async (isPolling = false) => {
  const { hash } = location;
  const number = decodeURIComponent(hash.slice(1));
  const isTold = number !== '' && !at('inside').hidden;
  at('story').hidden = !isTold;
  if (!isTold) return;
  /** @type {Story} */
  const story = await ask(storyOf(number), { isPolling });
  if (hash !== location.hash) return;
  at('story').replaceChildren(make('ol', {}, ...storyLines(story)));
};

/** A number may have been chosen far down the list: its story stands above, where nobody would see it. */
const tellChosen = async () => {
  await tell();
  if (!at('story').hidden) at('story').focus();
};

/** Nobody has signed in. */
const outside = () => {
  state.token = '';
  state.wanted = 0;
  state.turn++;
  sessionStorage.removeItem(tokenName);
  put([]);
  at('story').hidden = true;
  at('story').replaceChildren();
  at('asked').textContent = '';
  at('more').hidden = true;
  at('inside').hidden = true;
  at('outside').hidden = false;
};

/** @param {Session} session */
const inside = async ({ account, name }) => {
  at('who').textContent = settings.signedIn.replace('*', () => name ?? account);
  at('outside').hidden = true;
  at('inside').hidden = false;
  await show();
  await tell();
};

const signIn = async () => {
  state.token = '';
  const [account, password] = [field('account').value.trim(), field('password').value];
  const session = await ask('/api/v1/sessions', { method: 'POST', sent: { account, password } });
  field('password').value = '';
  await inside(session);
  at('choice').focus();
};

const signInByToken = async () => {
  state.token = field('token').value.trim();
  const session = await ask(sessionPath);
  sessionStorage.setItem(tokenName, state.token);
  field('token').value = '';
  await inside(session);
  at('choice').focus();
};

/** A session ends in the town, too; a token is only forgotten here. */
const signOut = async () => {
  if (!state.token) await ask(sessionPath, { method: 'DELETE' });
  outside();
  at('said').textContent = '';
  at('account').focus();
};

/** Whoever signed in before, in this tab or another one. */
const begin = async () => {
  state.token = sessionStorage.getItem(tokenName) ?? '';
  /** @type {Session | null} */
  const session = await ask(sessionPath).catch((error) => {
    if (at('outside').hidden) throw error;
    return null;
  });
  if (session) await inside(session);
};

/** @param {() => Promise<void>} work @returns {(event?: Event) => void} */
const safely = (work) => (event) => {
  event?.preventDefault();
  work().catch((error) => {
    at('said').textContent = error.message;
  });
};

/** As often as the clock says; whoever comes back to the page acts. */
const again = async (isPolling = false) => {
  if (document.hidden || !state.wanted || state.underWay > 0) return;
  await fill(isPolling);
  await tell(isPolling);
};

at('sign-in').addEventListener('submit', safely(signIn));
at('with-token').addEventListener('submit', safely(signInByToken));
at('sign-out').addEventListener('click', safely(signOut));
at('ask').addEventListener(
  'submit',
  safely(() => (at('inside').hidden ? Promise.resolve() : show())),
);
at('more').addEventListener('click', safely(more));
addEventListener('hashchange', safely(tellChosen));
document.addEventListener('visibilitychange', safely(again));
setInterval(
  safely(() => again(true)),
  againMs,
);
safely(begin)();
