import { describe, expect, test } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import { escalationsPage } from './lists.js';

const listScript = readFileSync(new URL('../../browser/list.js', import.meta.url), 'utf8');

type Escalation = Readonly<{
  number: string;
  to: string;
  dueAt: string;
  clock?: string;
  lateBySeconds?: number;
}>;
type Shown = Readonly<{ textContent: string; inside: readonly Shown[] }>;
type Listener = () => void;

/** As much of an element as the script asks for. */
const element = (props: object = {}) => {
  const listeners = new Map<string, Listener>();
  return {
    textContent: '',
    value: '',
    hash: '',
    hidden: false,
    inside: [] as readonly object[],
    replaced: 0,
    append(...inner: readonly object[]) {
      this.inside = [...this.inside, ...inner];
    },
    replaceChildren(...inner: readonly object[]) {
      this.inside = inner;
      this.replaced += 1;
    },
    contains: () => false,
    querySelectorAll: () => [],
    focus: () => undefined,
    addEventListener: (name: string, listener: Listener) => void listeners.set(name, listener),
    happen: (name: string) => listeners.get(name)?.(),
    ...props,
  };
};

const settings = {
  route: '/api/v1/escalations',
  columns: ['number', 'to', 'dueAt', 'clock'],
  choice: 'to',
  names: {},
  clocks: { take: 'to be taken' },
  states: {},
  language: 'en',
  zone: 'Asia/Shanghai',
  nothing: 'Nothing here.',
  asked: 'Last asked at *.',
  signedIn: 'Signed in as *.',
};

const member = { account: 'li-wei', name: 'Li Wei' };
const password = 'a good long one';

type Sent = Readonly<{ method?: string; headers: Record<string, string>; body?: string }>;
type Told = Readonly<{ ok: boolean; status: number; json: () => Promise<object> }>;

const told = (status: number, body: object): Told => ({
  ok: status < 400,
  status,
  json: async () => body,
});

/** The sessions of a town, as far as a page asks for them. */
const sessionsOf = (town: { isIn: boolean; isDown: boolean }) => (sent: Sent) => {
  const { method = 'GET', headers, body } = sent;
  if (method === 'POST') {
    town.isIn = JSON.parse(body ?? '{}').password === password;
    return town.isIn ? told(201, member) : told(401, { detail: 'Account or password is wrong.' });
  }
  const isKnown = town.isIn || headers['authorization'] === 'Bearer a-token';
  if (method === 'DELETE') town.isIn = false;
  return isKnown ? told(200, member) : told(401, { detail: 'Please sign in.' });
};

const storyOf = (path: string) => ({
  number: path.slice(path.lastIndexOf('/') + 1),
  state: 'taken',
  timeline: [{ at: '2026-03-02T09:00:00+08:00', text: 'The order was taken.' }],
  clocks: [],
});

/** A page of what waits, or the story of a case. */
const shownAt = (path: string, waiting: readonly Escalation[]): object => {
  if (path.startsWith('/api/v1/timelines/')) return storyOf(path);
  const { searchParams } = new URL(path, 'http://town');
  const from = Number(searchParams.get('cursor') ?? 0);
  const until = from + Number(searchParams.get('limit'));
  return { items: waiting.slice(from, until), next: waiting[until] ? String(until) : null };
};

/** The page as a browser has it open, before a town that tells what `waiting` holds. */
const openPage = (kept: string | null = 'a-token', isIn = false, more: object = {}) => {
  const hidden = ['outside', 'inside', 'more', 'story'];
  const names = ['token', 'choice', 'rows', 'said', 'asked', 'ask', 'account', 'password', 'who'];
  const forms = ['sign-in', 'with-token', 'sign-out'];
  const parts = new Map([...names, ...forms].map((name) => [name, element()]));
  for (const name of hidden) parts.set(name, element({ hidden: true }));
  parts.set('settings', element({ textContent: JSON.stringify({ ...settings, ...more }) }));
  const at = (id: string) => parts.get(id) ?? element();
  const document = element({
    getElementById: at,
    createElement: () => element(),
    activeElement: null,
  });
  const town = {
    waiting: [] as readonly Escalation[],
    isDown: false,
    isIn,
    asked: [] as string[],
    polled: [] as string[],
  };
  let later: Listener = () => undefined;
  const location = { hash: '' };
  const listeners = new Map<string, Listener>();
  const sessions = sessionsOf(town);
  const fetch = async (path: string, sent: Sent): Promise<Told> => {
    if (path.startsWith('/api/v1/sessions')) return sessions(sent);
    const by = sent.headers['authorization'] ?? 'session';
    town.asked.push(`${by} ${path}`);
    if ('mulin-polling' in sent.headers) town.polled.push(path);
    if (by === 'session' && !town.isIn) return told(401, { detail: 'Please sign in.' });
    return town.isDown ? told(503, { detail: 'Try again.' }) : told(200, shownAt(path, town.waiting));
  };
  const storage = new Map(kept === null ? [] : [['mulin-token', kept]]);
  runInNewContext(listScript, {
    document,
    fetch,
    URLSearchParams,
    location,
    sessionStorage: {
      getItem: (name: string) => storage.get(name) ?? null,
      setItem: (name: string, value: string) => void storage.set(name, value),
      removeItem: (name: string) => void storage.delete(name),
    },
    addEventListener: (name: string, listen: Listener) => void listeners.set(name, listen),
    setInterval: (work: Listener) => void (later = work),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const after = async (happen: () => void) => {
    happen();
    await settled();
  };
  /** The number of a case is chosen in the list, as a link does it. */
  const choose = (number: string) =>
    after(() => {
      location.hash = `#${number}`;
      listeners.get('hashchange')?.();
    });
  return { at, town, location, storage, document, settled, after, choose, later: () => after(() => later()) };
};

const lateOnes = (count: number): readonly Escalation[] =>
  Array.from({ length: count }, (_, n) => ({
    number: `mu-2026-${n}`,
    to: 'town-leader',
    dueAt: '2026-03-02T13:12:40+08:00',
  }));

describe('Lateness', () => {
  const spans = { en: [' d', ' h', ' min'], zh: ['天', '小时', '分钟'] } as const;
  const [minute, hour, day] = [60, 3_600, 86_400];

  // As `mulin escalations` says the same.
  test.each([
    ['zh', 6 * day + 6 * hour + 59 * minute, '6天6小时'],
    ['zh', 6 * day + 12 * minute, '6天12分钟'],
    ['zh', 2 * hour, '2小时'],
    ['zh', 40, '不到1分钟'],
    ['en', 6 * day + 6 * hour + 59 * minute, '6 d 6 h'],
    ['en', 40, '< 1 min'],
    ['en', 0, ''],
  ] as const)('in %s: %i seconds are “%s”', async (language, lateBySeconds, said) => {
    const more = { columns: ['lateBySeconds'], language, spans: spans[language] };
    const { at, town, settled, later } = openPage('a-token', false, more);
    await settled();
    town.waiting = lateOnes(1).map((it) => ({ ...it, lateBySeconds }));
    await later();
    const [row] = at('rows').inside as readonly Shown[];
    expect(row?.inside.map(({ textContent }) => textContent)).toEqual([said]);
  });
});

describe('A list that is left open', () => {
  test('asks again by itself, and shows what came since', async () => {
    const { at, town, settled, later } = openPage();
    await settled();
    expect(at('said').textContent).toBe('Nothing here.');
    town.waiting = lateOnes(1);
    await later();
    expect(at('rows').inside).toHaveLength(1);
    expect(at('said').textContent).toBe('');
    expect(at('asked').textContent).toMatch(/^Last asked at \d\d:\d\d:\d\d\.$/);
  });

  test('marks what it asks by itself, so that a session ends when nobody acts, and nothing else', async () => {
    const { at, town, location, settled, after, later } = openPage(null, true);
    location.hash = '#mu-2026-0';
    await settled();
    await after(() => at('ask').happen('submit'));
    expect([town.asked.length, town.polled]).toEqual([3, []]);
    await later();
    expect(town.polled).toEqual(['/api/v1/escalations?limit=50', '/api/v1/timelines/mu-2026-0']);
    await after(() => at('ask').happen('submit'));
    expect(town.polled).toHaveLength(2);
  });

  test('keeps as much as was asked for, and the choice that was made', async () => {
    const { at, town, settled, after, later } = openPage();
    town.waiting = lateOnes(130);
    at('choice').value = 'town-leader';
    await settled();
    await after(() => at('ask').happen('submit'));
    await after(() => at('more').happen('click'));
    // Chosen, but not yet asked for.
    at('choice').value = 'grid-member';
    at('token').value = 'half a tok';
    await later();
    expect(at('rows').inside).toHaveLength(100);
    expect(at('more').hidden).toBe(false);
    expect(town.asked.at(-1)).toBe('Bearer a-token /api/v1/escalations?limit=100&to=town-leader');
  });

  test('names a clock as people do, and its round from the second on', async () => {
    const { at, town, settled, later } = openPage();
    town.waiting = ['take/1/1', 'take/1/2', 'complete/2'].flatMap((clock) =>
      lateOnes(1).map((it) => ({ ...it, clock })),
    );
    await settled();
    await later();

    // The page put them there itself.
    const rows = at('rows').inside as readonly Shown[];
    expect(rows.map(({ inside }) => inside.at(-1)?.textContent)).toEqual([
      'to be taken',
      'to be taken · 2',
      'complete · 2',
    ]);
  });

  test('goes to the history of a case that is chosen far down, once', async () => {
    const { at, town, settled, choose, later } = openPage();
    town.waiting = lateOnes(40);
    await settled();
    let moved = 0;
    Object.assign(at('story'), { focus: () => moved++ });
    await choose('mu-2026-39');
    expect([at('story').hidden, moved]).toEqual([false, 1]);
    await later();
    expect(moved).toBe(1);
  });

  test('links a dispute to its own history, and a case to its', async () => {
    const { at, town, settled, later, choose } = openPage('a-token', false, { columns: ['number'] });
    const [one] = lateOnes(1);
    town.waiting = [
      { ...one, number: 'mu-2026-7', of: 'case' },
      { ...one, number: 'mu-T2026-1', of: 'dispute' },
    ] as unknown as readonly Escalation[];
    await settled();
    await later();
    const rows = at('rows').inside as readonly {
      inside: readonly { inside: readonly { href: string }[] }[];
    }[];
    expect(rows.map((row) => row.inside[0]?.inside[0]?.href)).toEqual(['#mu-2026-7', '#dispute:mu-T2026-1']);
    await choose('dispute:mu-T2026-1');
    expect(town.asked.at(-1)).toBe('Bearer a-token /api/v1/disputes/mu-T2026-1/timeline');
  });

  test('leaves alone what has not changed', async () => {
    const { at, town, settled, later } = openPage();
    town.waiting = lateOnes(3);
    await settled();
    await later();
    const { replaced } = at('rows');
    await later();
    expect(at('rows').replaced).toBe(replaced);
  });

  test('asks nothing while nobody can see it, and at once when somebody can', async () => {
    const { town, document, settled, after, later } = openPage();
    await settled();
    const before = town.asked.length;
    document.hidden = true;
    await later();
    expect(town.asked).toHaveLength(before);
    document.hidden = false;
    await after(() => document.happen('visibilitychange'));
    expect(town.asked).toHaveLength(before + 1);
  });

  test('says that the town does not answer, keeps what it showed, and goes on asking', async () => {
    const { at, town, settled, later } = openPage();
    await settled();
    town.waiting = lateOnes(2);
    await later();
    town.isDown = true;
    await later();
    expect(at('said').textContent).toBe('Try again.');
    expect(at('rows').inside).toHaveLength(2);
    town.isDown = false;
    await later();
    expect(at('said').textContent).toBe('');
  });

  test('asks nothing before somebody signed in', async () => {
    const { at, town, settled, later } = openPage(null);
    await settled();
    await later();
    expect(town.asked).toEqual([]);
    expect([at('outside').hidden, at('inside').hidden]).toEqual([false, true]);
    expect(at('said').textContent).toBe('');
  });
});

describe('Whoever signs in', () => {
  const signIn = async (page: ReturnType<typeof openPage>, typed: string) => {
    page.at('account').value = ' li-wei ';
    page.at('password').value = typed;
    await page.after(() => page.at('sign-in').happen('submit'));
  };

  test('sees the list by their session, under their name, and leaves no password behind', async () => {
    const page = openPage(null);
    page.town.waiting = lateOnes(2);
    await page.settled();
    await signIn(page, password);
    expect(page.town.asked).toEqual(['session /api/v1/escalations?limit=50']);
    expect(page.at('rows').inside).toHaveLength(2);
    expect(page.at('who').textContent).toBe('Signed in as Li Wei.');
    expect([page.at('outside').hidden, page.at('inside').hidden]).toEqual([true, false]);
    expect([page.at('password').value, page.storage.size]).toEqual(['', 0]);
  });

  test('with a wrong password is told so by the town, and sees nothing', async () => {
    const page = openPage(null);
    await page.settled();
    await signIn(page, 'a wrong one');
    expect(page.at('said').textContent).toBe('Account or password is wrong.');
    expect([page.at('outside').hidden, page.town.asked]).toEqual([false, []]);
  });

  test('is still in when the page is opened again', async () => {
    const page = openPage(null, true);
    page.town.waiting = lateOnes(1);
    await page.settled();
    expect(page.at('rows').inside).toHaveLength(1);
  });

  test('signs out, and nothing of what they saw stays', async () => {
    const page = openPage(null, true);
    page.town.waiting = lateOnes(1);
    await page.settled();
    await page.after(() => page.at('sign-out').happen('click'));
    expect([page.town.isIn, page.at('outside').hidden, page.at('rows').inside]).toEqual([false, false, []]);
  });

  test('is shown the sign-in again once the session has ended, with the reason', async () => {
    const page = openPage(null, true);
    page.town.waiting = lateOnes(1);
    await page.settled();
    page.town.isIn = false;
    await page.later();
    expect(page.at('said').textContent).toBe('Please sign in.');
    expect([page.at('outside').hidden, page.at('rows').inside]).toEqual([false, []]);
  });

  test('may show a token instead, which stays in the tab', async () => {
    const page = openPage(null);
    await page.settled();
    page.at('token').value = ' a-token ';
    await page.after(() => page.at('with-token').happen('submit'));
    expect(page.town.asked).toEqual(['Bearer a-token /api/v1/escalations?limit=50']);
    expect([...page.storage]).toEqual([['mulin-token', 'a-token']]);
  });
});

test.each([
  ['zh', '登录', '退出'],
  ['en', 'Sign in', 'Sign out'],
] as const)('a page in %s asks for account and password, with no code of its own', (language, into, out) => {
  const page = escalationsPage(language, { name: { en: 'Mu', zh: '牟邻镇' }, zone: 'Asia/Shanghai' });

  expect(page).toContain(`<button>${into}</button>`);
  expect(page).toContain(`<button id="sign-out">${out}</button>`);
  expect(page).toMatch(/<input id="password" type="password" autocomplete="current-password"/);
  expect(page).not.toMatch(/<script type="module">|\son\w+=|style=/);
});
