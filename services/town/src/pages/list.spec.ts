import { describe, expect, test } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';

const listScript = readFileSync(new URL('../../browser/list.js', import.meta.url), 'utf8');

type Escalation = Readonly<{ number: string; to: string; dueAt: string; clock?: string }>;
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
};

/** The page as a browser has it open, before a town that tells what `waiting` holds. */
const openPage = (kept: string | null = 'a-token') => {
  const names = ['token', 'choice', 'rows', 'more', 'said', 'asked', 'story', 'ask'];
  const parts = new Map(names.map((name) => [name, element()]));
  parts.set('settings', element({ textContent: JSON.stringify(settings) }));
  const at = (id: string) => parts.get(id) ?? element();
  const document = element({
    getElementById: at,
    createElement: () => element(),
    activeElement: null,
  });
  const town = { waiting: [] as readonly Escalation[], isDown: false, asked: [] as string[] };
  let later: Listener = () => undefined;
  const fetch = async (path: string, { headers }: { headers: { authorization: string } }) => {
    town.asked.push(`${headers.authorization} ${path}`);
    const { searchParams } = new URL(path, 'http://town');
    const from = Number(searchParams.get('cursor') ?? 0);
    const until = from + Number(searchParams.get('limit'));
    const page = { items: town.waiting.slice(from, until), next: town.waiting[until] ? String(until) : null };
    return { ok: !town.isDown, json: async () => (town.isDown ? { detail: 'Try again.' } : page) };
  };
  runInNewContext(listScript, {
    document,
    fetch,
    URLSearchParams,
    location: { hash: '' },
    sessionStorage: { getItem: () => kept, setItem: () => undefined },
    addEventListener: () => undefined,
    setInterval: (work: Listener) => void (later = work),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const after = async (happen: () => void) => {
    happen();
    await settled();
  };
  return { at, town, document, settled, after, later: () => after(() => later()) };
};

const lateOnes = (count: number): readonly Escalation[] =>
  Array.from({ length: count }, (_, n) => ({
    number: `mu-2026-${n}`,
    to: 'town-leader',
    dueAt: '2026-03-02T13:12:40+08:00',
  }));

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

  test('asks nothing before somebody showed a token', async () => {
    const { town, settled, later } = openPage(null);
    await settled();
    await later();
    expect(town.asked).toEqual([]);
  });
});
