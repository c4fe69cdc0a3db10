/** An operator changes an account in the console while its owner works, and what either of them sees of it. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town } from '../journeys/real-town.js';
import { numbersOf, registerUnseen, writeCall } from './bad-days.js';
import {
  accountOf,
  chromiumAt,
  fillSignIn,
  hindrances,
  keepPicture,
  type Language,
  openBrowser,
  signIn,
  storyMs,
  visit,
} from './browser.js';
import { demand, mayEnter, openTown, signInAs, type Staff, staffOf } from './field.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

const wordsOf = {
  en: {
    phone: 'Phone',
    item: 'What it is about',
    menuItem: 'Sanitation',
    words: 'What they say',
    register: /^Register/,
    search: 'Name, account, or area',
    change: 'Change',
    name: 'Name',
    role: 'Duty',
    area: 'Area',
    auditor: 'auditor',
    save: 'Save',
    told: 'Your duty or your area was changed',
    desk: 'Register',
    own: 'Your own duty and area are changed by another operator.',
  },
  zh: {
    phone: '来电号码',
    item: '服务事项',
    menuItem: '环境卫生',
    words: '诉求内容',
    register: /^登记/,
    search: '姓名、账号或区域',
    change: '变更',
    name: '姓名',
    role: '职责',
    area: '区域',
    auditor: '审计员',
    save: '保存',
    told: '您的职责或辖区已变更，登录已失效。',
    desk: '登记诉求',
    own: '本人的职责和区域请由其他系统管理员变更。',
  },
} as const;

/** The button of one account, which was looked for. */
const changeOf = async (page: Page, account: string, language: Language): Promise<void> => {
  const words = wordsOf[language];
  await page.goto('/accounts');
  await page.getByRole('textbox', { name: words.search }).fill(account);
  const row = page.getByRole('row').filter({ hasText: account });
  await row.getByRole('button', { name: words.change, exact: true }).click();
};

withBrowser('An account that is changed', () => {
  let town: Town;
  let browser: Browser;
  let desk: Staff;
  let operator: Staff;
  beforeAll(async () => {
    town = await openTown();
    browser = await openBrowser();
    desk = await staffOf(town, accountOf(town, 'hotline-clerk'));
    operator = await staffOf(town, accountOf(town, 'operator'));
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  /** A new account that may sign in, and does. */
  const begin = async (account: string, as: object, language: Language) => {
    await operator('accounts', { method: 'POST', body: { account, ...as } });
    const password = await mayEnter(town, account);
    const visitor = await visit(browser, town, { language });
    await signInAs(visitor.page, account, password);
    return { ...visitor, visitor, password };
  };

  test.each([
    ['en', false],
    ['zh', true],
  ] as const)(
    'gives another role: whoever has it is told so, signs in, and finds what is theirs now, in %s',
    async (language, isPhone) => {
      const words = wordsOf[language];
      const account = `changing-${language}`;
      const phone = language === 'en' ? '13905380001' : '13905380002';
      const owner = await begin(account, { role: 'hotline-clerk', name: '李纬' }, language);
      await owner.page.goto('/desk/new');
      await writeCall(owner.page, phone, 'Only for the desk.', words);

      const changer = await visit(browser, town, { language, isPhone });
      await signIn(changer, town, 'operator');
      await changeOf(changer.page, account, language);
      const form = changer.page.getByRole('dialog');
      await form.getByRole('textbox', { name: words.name }).fill('李伟');
      await form.getByRole('combobox', { name: words.role }).fill(words.auditor);
      await changer.page.getByRole('option').first().click();
      await keepPicture(changer, `change-account-${language}`);
      expect(await hindrances(changer)).toEqual([]);
      await form.getByRole('button', { name: words.save }).click();
      await form.waitFor({ state: 'detached' });
      const row = changer.page.getByRole('row').filter({ hasText: account });
      await row.getByText(words.auditor).waitFor();
      await row.getByText('李伟').waitFor();
      await keepPicture(changer, `accounts-${language}`);
      expect(await hindrances(changer)).toEqual([]);

      await registerUnseen(owner.page, words.register);
      const dialog = owner.page.getByRole('dialog');
      await dialog.getByText(words.told).waitFor();
      await keepPicture(owner.visitor, `changed-while-writing-${language}`);
      expect(await hindrances(owner.visitor)).toEqual([]);
      // Also for whoever opens the page anew.
      await owner.page.reload();
      await owner.page.getByText(words.told).waitFor();
      await fillSignIn(owner.page, account, owner.password);
      await owner.page.locator('.frame-who').waitFor();
      expect(await owner.page.locator('.frame-who').textContent()).toContain('李伟');
      expect(await owner.page.getByRole('link', { name: words.desk, exact: true }).count()).toBe(0);
      expect(await numbersOf(desk, phone)).toEqual([]);

      expect([...owner.faults, ...changer.faults]).toEqual([]);
      await owner.context.close();
      await changer.context.close();
    },
  );

  test.each(['en', 'zh'] as const)(
    'gives another role over an open page: what was open is closed, in %s',
    async (language) => {
      const words = wordsOf[language];
      const account = `risen-${language}`;
      const owner = await begin(account, { role: 'hotline-clerk' }, language);
      await owner.page.goto('/desk/new');
      await writeCall(owner.page, '13905380003', 'Only for the desk.', words);
      const its = `accounts/${account}`;
      await operator(its, { method: 'PATCH', body: { role: 'auditor' } });
      await registerUnseen(owner.page, words.register);
      await owner.page.getByRole('dialog').getByText(words.told).waitFor();
      await fillSignIn(owner.page, account, owner.password);
      await owner.page.getByRole('dialog').waitFor({ state: 'detached' });
      await owner.page.waitForURL((at) => at.pathname !== '/desk/new');
      await owner.page.locator('h1').waitFor();
      expect(await owner.page.getByRole('textbox', { name: words.words }).count()).toBe(0);
      expect(await owner.page.getByRole('link', { name: words.desk, exact: true }).count()).toBe(0);
      expect(owner.faults).toEqual([]);
      await owner.context.close();
    },
  );

  test.each(['en', 'zh'] as const)(
    'gives another area: the page stays, with what is there now, in %s',
    async (language) => {
      const account = `moving-${language}`;
      const { number } = await demand(desk, 'The fence has fallen.');
      const owner = await begin(account, { role: 'community-secretary', area: 'mu/dongguan' }, language);
      await owner.page.goto('/cases');
      const search = owner.page.locator('.frame-main input').first();
      const found = owner.page.getByRole('link', { name: number });
      await search.fill(number);
      await found.waitFor();
      await operator(`accounts/${account}`, { method: 'PATCH', body: { area: 'mu/nanyuan' } });
      const dialog = owner.page.getByRole('dialog');
      await search.fill('fence');
      await dialog.getByText(wordsOf[language].told).waitFor();
      await fillSignIn(owner.page, account, owner.password);
      await dialog.waitFor({ state: 'detached' });
      expect(await search.inputValue()).toBe('fence');
      const answered = owner.page.waitForResponse((it) => it.url().includes(`q=${number}`));
      await search.fill(number);
      expect((await answered).status()).toBe(200);
      await owner.page.evaluate('new Promise((then) => setTimeout(then, 0))');
      expect(await found.count()).toBe(0);
      expect(owner.faults).toEqual([]);
      await owner.context.close();
    },
  );

  test.each([
    ['en', false],
    ['zh', true],
  ] as const)('stands on record: an auditor reads from what to what, in %s', async (language, isPhone) => {
    const account = `recorded-${language}`;
    await operator('accounts', { method: 'POST', body: { account, role: 'verifier', area: 'mu/dongguan' } });
    const is = { role: 'mediator', area: 'mu/nanyuan', name: '赵敏' };
    await operator(`accounts/${account}`, { method: 'PATCH', body: is });
    const visitor = await visit(browser, town, { language, isPhone });
    await signIn(visitor, town, 'auditor');
    await visitor.page.goto(`/audit/readings?of=signIns&about=${account}`);
    const said = { en: 'verifier → mediator', zh: '核查员 → 调解员' }[language];
    await visitor.page.getByText(said).waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await keepPicture(visitor, `account-changes-${language}`);
    expect(visitor.faults).toEqual([]);
    await visitor.context.close();
  });

  test('of one’s own account the name alone is changed', async () => {
    const visitor = await visit(browser, town, { language: 'en', isPhone: true });
    const account = accountOf(town, 'operator');
    await signIn(visitor, town, 'operator');
    await changeOf(visitor.page, account, 'en');
    const form = visitor.page.getByRole('dialog');
    await form.getByText(wordsOf.en.own).waitFor();
    expect(await form.getByRole('combobox', { name: wordsOf.en.role }).isDisabled()).toBe(true);
    await form.getByRole('textbox', { name: wordsOf.en.name }).fill('孙平');
    await form.getByRole('button', { name: wordsOf.en.save }).click();
    await form.waitFor({ state: 'detached' });
    await visitor.page.getByRole('row').filter({ hasText: account }).getByText('孙平').waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    expect(visitor.faults).toEqual([]);
    await visitor.context.close();
  });
});
