/** A resident without an account, on a phone: orders, follows the case, rates it, and books an interview. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Sharp } from 'sharp';
import { ask, type Json } from '../journeys/http.js';
import { clearAway, newHome, root, startTown, type Town, until } from '../journeys/real-town.js';
import {
  buildConsole,
  chromiumAt,
  hindrances,
  keepPicture,
  type Language,
  openBrowser,
  storyMs,
  visit,
  type Visitor,
} from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

// It is intake's own: the stories take it from where intake does.
const fromIntake = createRequire(new URL('../../services/intake/package.json', import.meta.url));
const sharp = fromIntake('sharp') as (input: unknown) => Sharp;

/** In River Head's first grid, on the life net's first micro-grid; and far from the town. */
const riverHead = { latitude: 36.373, longitude: 119.744 };
const faraway = { latitude: 31.2, longitude: 121.5 };

/** The sample town asks whoever asked what they say of it. */
const withRatings = path.join(root, 'infra/packs/sample');

const said = {
  en: {
    lamp: 'Sanitation',
    words: 'The bin at the school has been full since Monday. 🚮 مرحبا',
    here: 'Where I am now',
    onMap: 'Show the map',
    marked: 'The place is marked.',
    outside: /outside the town/,
    send: 'Send',
    missing: /in a few words/,
    open: 'Open my case',
    arrived: 'It had arrived before, as it was first sent',
    addChange: 'Add it to the case',
    added: 'It is added.',
    another: 'It is the red one.',
    add: 'Add',
    yes: 'Yes',
    solved: 'Solved',
    content: 'Satisfied',
    rate: 'Send my rating',
    book: 'Book',
    cancel: 'Cancel the booking',
    sure: 'Yes, cancel it',
    cancelled: 'cancelled',
    move: 'Another slot',
    wrong: /not its code/,
    openCode: 'Open',
    withdraw: 'Withdraw',
    withdrawn: 'You took it back.',
    sureWithdraw: 'Yes, withdraw it',
  },
  zh: {
    lamp: '环境卫生',
    words: '学校门口的垃圾桶从周一起一直是满的。🚮 مرحبا',
    here: '我现在的位置',
    onMap: '打开地图',
    marked: '已标注地点。',
    outside: /不在本镇范围/,
    send: '提交',
    missing: /简要说明/,
    open: '查看我的案件',
    arrived: '诉求此前已收到，以首次提交的内容为准',
    addChange: '补充到案件',
    added: '已补充。',
    another: '是红色的那个。',
    add: '提交补充',
    yes: '有',
    solved: '已解决',
    content: '满意',
    rate: '提交评价',
    book: '预约',
    cancel: '取消预约',
    sure: '确认取消',
    cancelled: '已取消',
    move: '改时段',
    wrong: /查询码不正确/,
    openCode: '查看',
    withdraw: '撤回',
    withdrawn: '已撤回。',
    sureWithdraw: '确认撤回',
  },
} as const satisfies Record<Language, Record<string, string | RegExp>>;

type Kept = Readonly<{ number: string; code: string }>;

withBrowser('A resident without an account', () => {
  let town: Town;
  let browser: Browser;
  let clerk: string;
  let secretary: string;

  const tokenOf = async (...of: readonly string[]) =>
    String((await town.mulin('token', '--role', ...of)).json['token']);
  const get = async (who: string | undefined, path: string): Promise<Json> =>
    (await ask(town.url, { method: 'GET', path, who })).body;
  const post = async (who: string | undefined, path: string, body: object = {}): Promise<Json> => {
    const answer = await ask(town.url, { method: 'POST', path, who, body });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const isIn = (number: string, state: string) =>
    until(
      `${number} is ${state}`,
      () => get(clerk, `/api/v1/cases/${number}`),
      (it) => it['state'] === state,
    );

  /** A token of the grid member who was asked to see to it. */
  const holderOf = async (caseId: string): Promise<string> => {
    const { member } = await get(clerk, `/api/v1/orders/${caseId}`);
    const account = String(member);
    return tokenOf('grid-member', '--account', account, '--area', account.slice(account.indexOf('@') + 1));
  };

  const ownToken = async (number: string, code: string) =>
    String((await post(undefined, '/api/v1/case-access', { number, code }))['token']);

  beforeAll(async () => {
    buildConsole();
    town = await startTown({ MULIN_HOME: newHome(), MULIN_PACK: withRatings });
    browser = await openBrowser();
    clerk = await tokenOf('hotline-clerk');
    secretary = await tokenOf('community-secretary', '--area', 'mu/dongguan');
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  const onPhone = async (language: Language): Promise<Visitor> => {
    const visitor = await visit(browser, town, { language, isPhone: true });
    await visitor.context.grantPermissions(['geolocation']);
    await visitor.context.setGeolocation(riverHead);
    return visitor;
  };

  const photo = () =>
    sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: '#484' } })
      .png()
      .toBuffer();

  /** From the start to number and code, as they stand on the screen. */
  const order = async ({ page }: Visitor, language: Language): Promise<Kept> => {
    const say = said[language];
    await page.goto('/ask');
    await page.getByRole('link', { name: say.lamp }).click();
    await page.getByRole('textbox').first().fill(say.words);
    await page.getByRole('button', { name: say.here }).click();
    await page.getByRole('status').first().waitFor();
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await page.locator('.qr').waitFor();
    const [number = '', code = ''] = await page.locator('dd.code').allTextContents();
    return { number, code };
  };

  test.each(['en', 'zh'] as const)('orders, follows, adds and rates, in %s', async (language) => {
    const visitor = await onPhone(language);
    const { page, context, faults } = visitor;
    const say = said[language];
    await page.goto('/');
    await page.locator('.way').first().waitFor();
    await keepPicture(visitor, `resident-start-${language}`);
    expect(await hindrances(visitor)).toEqual([]);
    await page.locator('.way').first().click();
    await page.waitForURL('**/ask');
    await page.getByRole('link', { name: say.lamp }).click();

    await page.getByRole('button', { name: say.send, exact: true }).click();
    await page.getByText(say.missing).waitFor();
    await page.getByRole('textbox').first().fill(say.words);
    // The middle of the map, by key alone.
    await page.getByRole('button', { name: say.onMap }).click();
    const map = page.locator('[data-drawn=true]');
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(say.marked).waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await context.setGeolocation(faraway);
    await page.getByRole('button', { name: say.here }).click();
    await page.getByText(say.outside).waitFor();
    await page.getByRole('button', { name: say.send, exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/ask/sanitation');
    await context.setGeolocation(riverHead);
    await page.getByRole('button', { name: say.here }).click();
    await page.getByText(say.outside).waitFor({ state: 'detached' });
    const chosen = { mimeType: 'image/png', buffer: await photo() };
    await page.locator('input[type=file]').setInputFiles([
      { name: 'bin.png', ...chosen },
      { name: 'letter.pdf', mimeType: 'image/png', buffer: Buffer.from('no picture') },
    ]);
    await page.getByText(/letter\.pdf/).waitFor();
    await page.reload();
    await page.locator('.photo img').waitFor();
    await keepPicture(visitor, `resident-order-${language}`);
    expect(await hindrances(visitor)).toEqual([]);
    const sent = page.waitForResponse('**/api/v1/photos');
    await page.getByRole('button', { name: say.send, exact: true }).click();
    expect(await (await sent).json()).toMatchObject({ width: 1_600, height: 1_200 });
    await page.waitForURL('**/asked');
    await page.locator('.qr').waitFor();
    await keepPicture(visitor, `resident-sent-${language}`);
    expect(await hindrances(visitor)).toEqual([]);

    const [number = '', code = ''] = await page.locator('dd.code').allTextContents();
    const known = await get(clerk, `/api/v1/cases/${number}`);
    expect(known).toMatchObject({ menuItem: 'sanitation', channel: 'portal' });
    const caseId = String(known['caseId']);
    const words = await get(clerk, `/api/v1/cases/${caseId}/words?purpose=answering`);
    expect(words).toMatchObject({ words: say.words, place: { lat: 36.373, lon: 119.744 }, contact: null });

    await page.getByRole('link', { name: say.open }).click();
    await page.waitForURL(`**/my/${number}`);
    await page.locator('.own-photo').waitFor();
    expect(page.url()).not.toContain('code');
    await page.getByRole('textbox').fill(say.another);
    await page.getByRole('button', { name: say.add, exact: true }).click();
    await page.locator('.told', { hasText: say.another }).waitFor();
    await keepPicture(visitor, `resident-case-${language}`);
    expect(await hindrances(visitor)).toEqual([]);

    await isIn(number, 'offered');
    const member = await holderOf(caseId);
    await post(member, `/api/v1/orders/${caseId}/take`);
    await post(member, `/api/v1/orders/${caseId}/finish`, { result: 'solved' });
    await isIn(number, 'finished');
    await post(clerk, `/api/v1/orders/${caseId}/verify`, { outcome: 'confirmed' });
    await isIn(number, 'verified');
    await page.reload();
    await page.locator('label', { hasText: say.yes }).first().click();
    for (const answer of [say.solved, say.content])
      await page.getByRole('radio', { name: answer, exact: true }).click();
    await keepPicture(visitor, `resident-rate-${language}`);
    expect(await hindrances(visitor)).toEqual([]);
    const rated = page.waitForResponse('**/ratings');
    await page.getByRole('button', { name: say.rate }).click();
    expect(await (await rated).json()).toMatchObject({ state: 'concluded' });
    await isIn(number, 'closed');
    const { items } = await get(clerk, `/api/v1/ratings?caseId=${caseId}`);
    expect(items).toMatchObject([
      { response: 'responded', resolution: 'solved', satisfaction: 'satisfied', channel: 'link' },
    ]);
    const again = await ask(town.url, {
      method: 'POST',
      path: `/api/v1/cases/${caseId}/ratings`,
      who: await ownToken(number, code),
      body: { response: 'responded', resolution: 'solved', satisfaction: 'satisfied' },
    });
    expect([again.status, again.body['code']]).toEqual([409, 'rating-over']);
    await page.reload();
    await page.locator('#letter').waitFor();
    expect(await page.getByRole('button', { name: say.rate }).count()).toBe(0);
    await keepPicture(visitor, `resident-closed-${language}`);
    expect(await hindrances(visitor)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('is told that a code is wrong, keeps what they typed, and is asked to wait after ten', async () => {
    const visitor = await onPhone('en');
    const { number, code } = await order(visitor, 'en');
    const other = await onPhone('zh');
    await other.page.goto(`/my/${number}#code=AAAA-AAAA-AA`);
    await other.page.getByText(said.zh.wrong).first().waitFor();
    expect(await other.page.getByRole('textbox').first().inputValue()).toBe(number);
    for (let nth = 2; nth <= 10; nth++) {
      await other.page.getByRole('textbox').nth(1).fill(`AAAA-AAAA-${nth}`);
      const answered = other.page.waitForResponse('**/api/v1/case-access');
      await other.page.getByRole('button', { name: said.zh.openCode, exact: true }).click();
      expect([nth, (await answered).status()]).toEqual([nth, 401]);
    }
    await other.page.getByRole('textbox').nth(1).fill(code);
    await other.page.getByRole('button', { name: said.zh.openCode, exact: true }).click();
    await other.page.getByText('case-access-locked').waitFor();
    expect(await other.page.getByRole('textbox').nth(1).inputValue()).toBe(code);
    expect(await hindrances(other)).toEqual([]);
  });

  test('sends an order once, although the line was lost before its answer came', async () => {
    const visitor = await onPhone('en');
    const { page } = visitor;
    let lost = 0;
    await page.route('**/api/v1/cases', async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    const { number } = await order(visitor, 'en');
    expect(lost).toBe(2);
    const { items } = await get(clerk, '/api/v1/cases?limit=500');
    const [one] = (items as Json[]).filter((it) => it['number'] === number);
    expect(one).toBeDefined();
    const next = `${number.slice(0, -6)}${String(Number(number.slice(-6)) + 1).padStart(6, '0')}`;
    expect((items as Json[]).filter((it) => it['number'] === next)).toEqual([]);
  });

  test.each(['en', 'zh'] as const)(
    'adds to the case what was changed after its answer was lost, and makes no second one, in %s',
    async (language) => {
      const visitor = await onPhone(language);
      const { page } = visitor;
      const say = said[language];
      const numbers: string[] = [];
      let isLost = true;
      await page.route('**/api/v1/cases', async (route) => {
        const answer = await route.fetch();
        const { number } = (await answer.json()) as Json;
        if (answer.ok()) numbers.push(String(number));
        return isLost ? route.abort('connectionreset') : route.fulfill({ response: answer });
      });
      await page.goto('/ask/sanitation');
      await page.getByRole('textbox').first().fill(say.words);
      await page.getByRole('button', { name: say.send, exact: true }).click();
      await page.getByRole('alert').waitFor();
      // An hour later their visit is over.
      await page.evaluate(`(() => {
        const visit = JSON.parse(sessionStorage.getItem('mulin-visit'));
        sessionStorage.setItem('mulin-visit', JSON.stringify({ ...visit, expiresAt: '2020-01-01T00:00:00Z' }));
      })()`);
      await page.getByRole('textbox').first().fill(say.another);
      isLost = false;
      await page.getByRole('button', { name: say.send, exact: true }).click();
      await page.getByText(say.arrived).waitFor();
      await page.getByText(say.words).waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `resident-changed-${language}`);
      expect(await page.getByRole('textbox').inputValue()).toBe(say.another);
      await page.getByRole('button', { name: say.addChange, exact: true }).click();
      await page.getByText(say.added, { exact: true }).waitFor();
      expect(new Set(numbers).size).toBe(1);
      const { items } = await get(clerk, `/api/v1/cases/${numbers[0]}/additions?purpose=answering`);
      expect(items).toMatchObject([{ words: say.another }]);
      await page.reload();
      await page.locator('.qr').waitFor();
      expect(await page.getByText(say.arrived).count()).toBe(0);
    },
  );

  test('withdraws after being asked whether they are sure', async () => {
    const visitor = await onPhone('zh');
    const { page } = visitor;
    const { number } = await order(visitor, 'zh');
    await page.getByRole('link', { name: said.zh.open }).click();
    await page.getByRole('button', { name: said.zh.withdraw }).click();
    await page.getByRole('dialog').waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await page.getByRole('button', { name: said.zh.sureWithdraw }).click();
    await page.getByText(said.zh.withdrawn).first().waitFor();
    await isIn(number, 'withdrawn');
  });

  test.each(['en', 'zh'] as const)('books, moves and cancels an interview, in %s', async (language) => {
    const visitor = await onPhone(language);
    const { page, faults } = visitor;
    const say = said[language];
    const date = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const slot = (from: string, to: string) => ({
      from: `${date}T${from}:00+08:00`,
      until: `${date}T${to}:00+08:00`,
      capacity: 1,
    });
    const place = `Room ${language}`;
    await post(secretary, '/api/v1/interview-days', {
      area: 'mu/dongguan',
      place,
      slots: [slot('09:00', '09:30'), slot('09:30', '10:00')],
    });
    await order(visitor, language);
    await page.goto('/days');
    const card = page.locator('li', { hasText: place }).filter({ has: page.locator('.slot') });
    await card.locator('.slot').first().click();
    await page.getByRole('dialog').getByRole('textbox').nth(0).fill('欧阳 Muhammad-Ali');
    await page.getByRole('dialog').getByRole('textbox').nth(1).fill('139 0000 0000');
    await keepPicture(visitor, `resident-book-${language}`);
    expect(await hindrances(visitor)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: say.book, exact: true }).click();
    await page.getByRole('button', { name: say.move }).click();
    await page.getByRole('dialog').locator('.slot').first().click();
    await until(
      'the second slot is taken',
      () => get(undefined, '/api/v1/interview-days'),
      ({ items }) =>
        (items as { place: string; slots: { free: number }[] }[])
          .filter((it) => it.place === place)
          .some(({ slots }) => slots[0]?.free === 1 && slots[1]?.free === 0),
    );
    await keepPicture(visitor, `resident-days-${language}`);
    expect(await hindrances(visitor)).toEqual([]);
    await page.getByRole('button', { name: say.cancel }).click();
    await page.getByRole('button', { name: say.sure }).click();
    await page.getByText(say.cancelled, { exact: true }).first().waitFor();
    await page.goto('/promises');
    await page.locator('.standing').first().waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
