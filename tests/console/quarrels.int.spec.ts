/** A quarrel and an interview day, done before the console by a mediator, a secretary and the desk. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town } from '../journeys/real-town.js';
import {
  aCase,
  accountOf,
  chromiumAt,
  fileOf,
  hindrances,
  keepPicture,
  type Language,
  openBrowser,
  openDemoTown,
  signIn,
  storyMs,
  told,
  visit,
  type Visitor,
} from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

const words = {
  en: {
    name: 'Name',
    where: 'Where',
    open: 'Open the dispute',
    willing: 'Wants mediation',
    plan: 'Plan it',
    draft: 'Write down an agreement',
    what: 'What',
    due: 'By the end of',
    noDue: 'By when? A term without a day cannot be followed.',
    send: 'Write it down, to be signed',
    checklist: 'To have effect',
    state: 'agreement to be signed',
    agreementPdf: 'Agreement to sign (PDF)',
    filePdf: 'File (PDF)',
    publish: 'Publish a day',
    publishIt: 'Publish',
    place: 'Place',
    host: 'Who holds it',
    change: 'Change the day',
    addSlot: 'Add a slot',
    again: 'Publish it again',
    book: 'Book for a caller',
    phone: 'Phone',
    bookIt: 'Book it',
    file: 'File',
    nameCases: 'Name cases',
    cases: 'Cases it is about',
    move: 'Another time',
  },
  zh: {
    name: '姓名（名称）',
    where: '发生区域',
    open: '受理',
    willing: '同意调解',
    plan: '确定安排',
    draft: '拟定协议',
    what: '履行内容',
    due: '最迟履行日期',
    noDue: '请填写日期，没有日期的约定无法跟踪。',
    send: '拟定协议，交各方签署',
    checklist: '签署生效',
    state: '协议待签署',
    agreementPdf: '下载待签协议书',
    filePdf: '下载卷宗',
    publish: '发布接访日',
    publishIt: '发布',
    place: '地点',
    host: '接访人',
    change: '更改接访日',
    addSlot: '增加时段',
    again: '重新发布',
    book: '代来电人预约',
    phone: '电话',
    bookIt: '预约',
    file: '材料',
    nameCases: '关联案件',
    cases: '相关案件',
    move: '改时间',
  },
} as const;

type Json = Readonly<Record<string, unknown>>;

/** The same choice as people make it: the field is opened, written into, and its first answer taken. */
const choose = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option').first().click();
};

/** The committee opens one of its own area, and gives it to the mediator who signs in here. */
const giveToMediator = async (visitor: Visitor, town: Town): Promise<string> => {
  await signIn(visitor, town, 'community-secretary');
  const { area } = await told<Json>(visitor.page, '/api/v1/sessions/current');
  return visitor.page.evaluate(
    async ([where, mediator]) => {
      const post = async (path: string, body: object) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        return (await answer.json()) as Record<string, string>;
      };
      const parties = [
        { role: 'applicant', name: '孙甲' },
        { role: 'respondent', name: '周乙' },
      ];
      const about = { kind: 'neighbours', area: `${String(where)}/hetou`, door: 'walk-in', parties };
      const opened = await post('/api/v1/disputes', about);
      await post(`/api/v1/disputes/${opened['disputeId'] ?? ''}/mediator`, { mediator });
      return opened['number'] ?? '';
    },
    [area, accountOf(town, 'mediator')],
  );
};

const openQuarrel = async (page: Page, language: Language): Promise<string> => {
  const say = words[language];
  await page.goto('/disputes/new');
  await page.getByRole('combobox', { name: say.where }).waitFor();
  await choose(page, say.where, language === 'zh' ? '村' : 'a');
  const names = page.getByLabel(new RegExp(`^${say.name.replace(/[（）]/g, '.')}`));
  await names.nth(0).fill('孙甲');
  await names.nth(1).fill('周乙');
  await page.getByRole('button', { name: say.open, exact: true }).click();
  await page.waitForURL(/\/disputes\/[^/]+-M-/);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
};

withBrowser('A quarrel before the console', () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    town = await openDemoTown();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  test.each(['en', 'zh'] as const)(
    'is opened by the desk, and stands in the list with what must happen next, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'hotline-clerk');
      const number = await openQuarrel(page, language);
      await page.locator('#next').waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      const seen = await told<Json>(page, `/api/v1/disputes/${number}`);
      expect(seen).toMatchObject({ number, door: 'walk-in', parties: [{ role: 'applicant' }, {}] });
      await page.goto('/disputes');
      await page.getByText(number).waitFor();
      await keepPicture(visitor, `disputes-${language}`);
      expect(await hindrances(visitor)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test.each(['en', 'zh'] as const)(
    'goes from consent to an agreement to be signed on a mediator’s phone; a term without a day is marked, in %s',
    async (language) => {
      const say = words[language];
      const visitor = await visit(browser, town, { language, isPhone: true });
      const { page, faults } = visitor;
      const number = await giveToMediator(await visit(browser, town, { language }), town);
      await signIn(visitor, town, 'mediator');
      await page.goto(`/disputes/${number}`);
      await page.locator('#parties').waitFor();
      const willing = page.getByRole('button', { name: say.willing, exact: true });
      await willing.nth(1).click();
      await willing.nth(1).waitFor({ state: 'detached' });
      await willing.first().click();
      await page.getByRole('button', { name: say.plan, exact: true }).click();
      const draft = page.getByRole('button', { name: say.draft, exact: true });
      await draft.click();
      await page.getByRole('textbox', { name: say.what }).last().fill('3000 元');
      await page.getByRole('button', { name: say.send, exact: true }).click();
      await page.getByText(say.noDue).waitFor();
      expect(await told<Json>(page, `/api/v1/disputes/${number}`)).toMatchObject({
        state: 'in-mediation',
        agreement: null,
      });
      await page.getByLabel(say.due).fill('2099-12-31');
      await page.getByRole('button', { name: say.send, exact: true }).click();
      await page.getByText(say.checklist).waitFor();
      await keepPicture(visitor, `agreement-${language}`);
      expect(await hindrances(visitor)).toEqual([]);
      expect(await told<Json>(page, `/api/v1/disputes/${number}`)).toMatchObject({ state: 'agreed' });
      for (const [button, ending] of [
        [say.agreementPdf, 'agreement.pdf'],
        [say.filePdf, 'file.pdf'],
      ] as const) {
        const paper = await fileOf(page, () =>
          page.getByRole('button', { name: button, exact: true }).click(),
        );
        expect(paper).toMatchObject({
          name: `${number}-${ending}`,
          begins: expect.stringMatching(/^%PDF-1/),
        });
      }
      expect(faults).toEqual([]);
    },
  );

  type Person = Readonly<{ account: string; name: string | null; role: string; area: string }>;

  test.each(['en', 'zh'] as const)(
    'an interview day is published for a secretary by name, changed, and booked and moved for a caller, in %s',
    async (language) => {
      const say = words[language];
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'hotline-clerk');
      const { items } = (await told<Json>(page, '/api/v1/people')) as { items: readonly Person[] };
      const host = items.find(({ account }) => account === accountOf(town, 'community-secretary'));
      const press = (name: string, on = page) => on.getByRole('button', { name, exact: true }).click();
      /** The form is away once the town has done it. */
      const send = async () => {
        await page.locator('form button[type=submit]').click();
        await page.locator('form').waitFor({ state: 'detached' });
      };
      /** What was written stays over a reload, and is sent from there. */
      const reload = async (form: string) => {
        await page.reload();
        await press(form);
      };
      await page.goto('/interviews');
      await press(say.publish);
      await page.getByRole('textbox', { name: say.place }).fill(`101 ${language}`);
      await choose(page, say.host, host?.name ?? '');
      expect(await hindrances(visitor)).toEqual([]);
      await send();
      await page.locator('a.row-link', { hasText: `101 ${language}` }).click();
      await page.getByRole('button', { name: say.change, exact: true }).waitFor();
      const day = `/api/v1/interview-days/${new URL(page.url()).pathname.split('/').at(-1) ?? ''}`;
      expect(await told<Json>(page, day)).toMatchObject({ area: host?.area, heldBy: host?.role, version: 1 });

      await press(say.change);
      await press(say.addSlot);
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `interview-change-${language}`);
      await reload(say.change);
      await send();
      expect(await told<Json>(page, day)).toMatchObject({ version: 2, slots: { length: 6 } });

      await press(say.book);
      await page.getByRole('radio').first().check();
      await page.getByRole('textbox', { name: say.name.slice(0, 2) }).fill('孙甲');
      await page.getByRole('textbox', { name: say.phone }).fill('13800000000');
      expect(await hindrances(visitor)).toEqual([]);
      await reload(say.book);
      await send();
      await press(say.file);
      await press(say.nameCases);
      const number = await aCase(page);
      await page.getByRole('combobox', { name: say.cases }).fill(number);
      await page.getByRole('option', { name: number }).click();
      await keepPicture(visitor, `interview-cases-${language}`);
      await page.keyboard.press('Escape');
      await send();
      await press(say.move);
      await page.getByRole('radio').last().check();
      await send();
      expect(await told<Json>(page, `${day}/bookings`)).toMatchObject({
        items: [{ slot: 6, cases: [number] }],
      });
      expect(await hindrances(visitor)).toEqual([]);
      expect(faults).toEqual([]);

      // Whoever holds the day knows best when there is time for somebody.
      const secretary = await visit(browser, town, { language });
      await signIn(secretary, town, 'community-secretary');
      await secretary.page.goto(new URL(page.url()).pathname);
      await press(say.file, secretary.page);
      await press(say.move, secretary.page);
      const form = secretary.page.locator('form').filter({ hasText: say.move });
      await form.getByRole('radio').first().check();
      expect(await hindrances(secretary)).toEqual([]);
      await form.locator('button[type=submit]').click();
      await form.waitFor({ state: 'detached' });
      expect(await told<Json>(secretary.page, `${day}/bookings`)).toMatchObject({ items: [{ slot: 1 }] });
      expect(secretary.faults).toEqual([]);
    },
  );
});
