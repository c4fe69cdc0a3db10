/** The operator: files of other systems that are read in, and a town pack that is checked before it is put in place. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clearAway, newFolder, newHome, root, startTown, type Town } from '../journeys/real-town.js';
import {
  buildConsole,
  chromiumAt,
  fillSignIn,
  hindrances,
  keepPicture,
  openBrowser,
  passwordsOf,
  signIn,
  storyMs,
  told,
  visit,
} from './browser.js';
import {
  anotherPack,
  emptyFile,
  hotlineFile,
  image,
  mappingFile,
  ownFile,
  ownMapping,
  packWithout,
  unknownColumns,
} from './files.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

type Listed = Readonly<{ items: readonly unknown[] }>;
type Menu = Readonly<{
  items: readonly Readonly<{ id: string; name: Readonly<{ en: string; zh: string }> }>[];
}>;

const sample = path.join(root, 'infra/packs/sample');

withBrowser('An operator', () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    buildConsole();
    town = await startTown({ MULIN_HOME: newHome(), MULIN_PACK: sample });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  test.each(['en', 'zh'] as const)(
    'is told why a file is none, and reads one in through a lost line and an ended session, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      const account = await signIn(visitor, town, 'operator');
      await page.goto('/imports');
      const choose = page.locator('input[type=file]').first();
      const alert = page.locator('.frame-main [role=alert]').first();
      for (const [file, code] of [
        [image, 'not-a-table'],
        [emptyFile, 'empty-file'],
      ] as const) {
        await choose.setInputFiles(file);
        await alert.filter({ hasText: code }).waitFor();
      }
      await choose.setInputFiles(unknownColumns);
      await page.locator('.import-columns [aria-invalid=true]').first().waitFor();
      expect(await hindrances(visitor)).toEqual([]);

      const file = hotlineFile(`${language}-`, 1_200);
      await choose.setInputFiles(file);
      const summary = page.locator('.import-summary', { hasText: '1198' });
      await summary.waitFor();
      expect(await page.locator('.import-rejected [data-code]').count()).toBe(2);
      expect(await page.locator('.import-first tbody tr').first().textContent()).toContain('村口井盖松动');
      expect(await hindrances(visitor)).toEqual([]);

      // What was said otherwise is imported by nobody before the file was read by it.
      const begin = page.locator('.import-deeds button').first();
      for (const mode of ['live', 'archive']) {
        await page.locator(`input[value=${mode}] + label`).click();
        await page.locator('.import-unread').waitFor();
        expect(await begin.isDisabled()).toBe(true);
        expect(await hindrances(visitor)).toEqual([]);
        await page.locator('.import-read').click();
        await page.locator('.import-unread').waitFor({ state: 'detached' });
        await summary.waitFor();
        expect(await begin.isEnabled()).toBe(true);
        expect(await page.locator(`input[value=${mode}]`).isChecked()).toBe(true);
      }

      // The first batch comes through, and then there is no line; meanwhile the session ends.
      let sent = 0;
      const rows = '**/api/v1/imports/*/rows';
      await page.route(rows, (route) => (++sent === 1 ? route.continue() : route.abort()));
      await begin.click();
      await alert.waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await page.evaluate(() => fetch('/api/v1/sessions/current', { method: 'DELETE' }));
      await page.unroute(rows);
      await fillSignIn(page, account, passwordsOf(town).get(account) ?? '');
      await page.locator('.import-cases').waitFor();
      const count = (name: string) => page.locator(`[data-count=${name}] .number`).textContent();
      expect(Number(await count('registered')) + Number(await count('known'))).toBe(1_198);
      expect(await count('rejected')).toBe('2');
      const saved = page.waitForEvent('download');
      await page.locator('.import-rejected button').click();
      expect((await saved).suggestedFilename()).toMatch(/-rejected\.csv$/);

      // The same file again: the town knows each row.
      await page.reload();
      await choose.setInputFiles(file);
      await summary.waitFor();
      expect(await page.locator('[data-before]').getAttribute('data-before')).toBe('imported');
      await begin.click();
      await page.locator('.import-cases').waitFor();
      expect([await count('registered'), await count('known')]).toEqual(['0', '1198']);
      await page.locator('.import-cases').click();
      await page.waitForURL('**/cases?batch=*');
      await page.locator('[role=table]').waitFor();

      // The same file once more, by another name: its rows would be others to the town, until it has the one of before.
      await page.goto('/imports');
      await choose.setInputFiles(file);
      await summary.waitFor();
      const source = page.getByLabel(language === 'en' ? 'Name of the source' : '来源名称', { exact: true });
      const name = await source.inputValue();
      const before = page.locator('[data-before]');
      for (const [called, is] of [
        [`${name}-2`, 'otherName'],
        [name, 'imported'],
      ] as const) {
        await source.fill(called);
        await page.locator('.import-read').click();
        await page.locator(`[data-before=${is}]`).waitFor();
        expect(await before.getAttribute('role')).toBe(is === 'otherName' ? 'alert' : 'status');
        expect(await before.textContent()).toContain(name);
        expect(await hindrances(visitor)).toEqual([]);
      }
      expect(faults).toEqual([]);
    },
  );

  test.each(['en', 'zh'] as const)(
    'has a file read by a mapping of their own, and saves one that the command line takes, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'operator');
      await page.goto('/imports');
      const alert = page.locator('.frame-main [role=alert]').first();
      const beside = page.locator('.import-mapping');
      const chooseMapping = beside.locator('input[type=file]');
      for (const [text, code, sentence] of [
        ['{ "name": ', 'mapping-not-json', { en: /is not JSON/, zh: /不是有效的/ }],
        [JSON.stringify({ ...ownMapping, zone: 3 }), 'mapping-invalid', { en: /is not one/, zh: /有误/ }],
        [
          JSON.stringify({ ...ownMapping, zone: 'Moon/Crater' }),
          'mapping-zone-unknown',
          { en: /does not exist/, zh: /时区不存在/ },
        ],
      ] as const) {
        await chooseMapping.setInputFiles(mappingFile('broken.json', text));
        await alert.filter({ hasText: code }).filter({ hasText: sentence[language] }).waitFor();
        expect(await alert.textContent()).toContain('broken.json');
      }
      await chooseMapping.setInputFiles(mappingFile('own.json', JSON.stringify(ownMapping)));
      await beside.filter({ hasText: 'own.json' }).waitFor();
      expect([await alert.count(), await hindrances(visitor)]).toEqual([0, []]);

      // The columns of this file have other names than anybody would find out.
      const file = ownFile;
      const summary = page.locator('.import-summary');
      await page.locator('input[type=file]').first().setInputFiles(file);
      await summary.waitFor();
      const source = page.locator(`input[value="${ownMapping.name}"]`);
      await source.waitFor();
      const first = page.locator('.import-first tbody tr').first();
      const { items } = await told<Menu>(page, `/api/v1/menu`);
      const name = items.find(({ id }) => id === 'sanitation')?.name[language] ?? 'no such item';
      expect(await first.textContent()).toContain('东街的桶满了');
      expect(await first.textContent()).toContain(name);
      expect(await hindrances(visitor)).toEqual([]);

      await beside.scrollIntoViewIfNeeded();
      await keepPicture(visitor, `import-own-mapping-${language}`);

      // What is changed in the form is saved only once the file was read by it.
      const save = page.locator('.import-save-mapping');
      await page.locator('input[value=live] + label').click();
      expect(await save.isDisabled()).toBe(true);
      await page.locator('.import-read').click();
      await page.locator('.import-unread').waitFor({ state: 'detached' });
      await summary.waitFor();
      const saving = page.waitForEvent('download');
      await save.click();
      const saved = path.join(newFolder(), (await saving).suggestedFilename());
      await (await saving).saveAs(saved);
      const onDisk = path.join(newFolder(), file.name);
      writeFileSync(onDisk, file.buffer);
      const { code, json } = await town.mulin('import', onDisk, '--mapping', saved, '--dry-run');
      expect([path.basename(saved), code]).toEqual([`${ownMapping.name}.json`, 0]);
      expect(json).toMatchObject({ read: 2, rejected: 0, dryRun: true });

      await beside.locator('button').click();
      await source.waitFor({ state: 'detached' });
      await page.locator('.import-columns').first().waitFor();
      expect(await beside.textContent()).not.toContain('own.json');

      // A mapping that does not fit is told, and the file is there without it.
      const other = { ...ownMapping, columns: { ...ownMapping.columns, phone: 'elsewhere' } };
      await chooseMapping.setInputFiles(mappingFile('other.json', JSON.stringify(other)));
      await alert.filter({ hasText: 'missing-columns' }).waitFor();
      await beside.filter({ hasText: 'other.json' }).locator('button').click();
      await page.locator('.import-columns').first().waitFor();
      expect(await alert.filter({ hasText: 'missing-columns' }).count()).toBe(0);

      await chooseMapping.setInputFiles(
        mappingFile('menu.json', JSON.stringify({ ...ownMapping, menuItems: { default: 'sanitatoin' } })),
      );
      await alert.filter({ hasText: 'unknown-menu-items' }).waitFor();
      expect(await page.locator('.import-deeds button').first().isDisabled()).toBe(true);

      await beside.locator('button').click();
      await chooseMapping.setInputFiles(saved);
      await source.waitFor();
      await summary.waitFor();
      expect(await page.locator('input[value=live]').isChecked()).toBe(true);
      expect(faults).toEqual([]);
    },
  );

  test.each(['en', 'zh'] as const)(
    'sees with which pack the town runs, and checks another one before it is put in place, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'operator');
      await page.goto('/pack');
      const folder = page.locator('input[type=file][webkitdirectory]');
      const { items } = await told<Listed>(page, '/api/v1/menu');
      await page
        .locator('.import-counts .number', { hasText: String(items.length) })
        .first()
        .waitFor();
      await folder.setInputFiles(sample);
      await page.locator('[data-difference=menu]', { hasText: String(items.length) }).waitFor();
      expect(await page.locator('[data-difference] li').allInnerTexts()).toEqual([]);
      expect(await page.locator('[data-difference]').count()).toBe(5);
      const { fingerprint } = await told<{ fingerprint: string }>(page, '/api/v1/pack');
      const versions = page.locator('[data-versions]');
      expect(await versions.textContent()).toContain(fingerprint.slice(0, 12));
      expect(await hindrances(visitor)).toEqual([]);

      const other = anotherPack(sample);
      await folder.setInputFiles(other.folder);
      await page.locator('[data-difference=deadlines] li').first().waitFor();
      const said = async (of: string) =>
        (await page.locator(`[data-difference=${of}]`).innerText()).replace(/[\u2066-\u2069]/g, '');
      expect(await said('deadlines')).toMatch(/[:：] ?2 (?:hours|小时) → 4 (?:hours|小时)/);
      expect(await said('offices')).toContain(other.office[language]);
      expect(await said('duties')).toContain(other.gone[language]);
      expect(await said('duties')).toContain(other.newcomer[language]);
      const day = { en: 'Fri 9 Oct 2026: no work', zh: '2026年10月9日（周五）：不工作' };
      expect(await said('calendars')).toContain(day[language]);
      expect(await said('feedback')).toMatch(/[:：] ?3 → 4/);
      expect(await versions.textContent()).toContain(fingerprint.slice(0, 12));
      expect(await page.locator('[data-difference=menu] li').count()).toBe(0);
      expect(await hindrances(visitor)).toEqual([]);
      await page.locator('[data-difference=deadlines]').scrollIntoViewIfNeeded();
      await keepPicture(visitor, `pack-compared-${language}`);
      await page.locator('[data-difference=calendars]').scrollIntoViewIfNeeded();
      await keepPicture(visitor, `pack-rules-${language}`);

      await folder.setInputFiles(packWithout(sample, 'calendars.json'));
      const mistake = page.locator('.pack-problems [data-code=no-file]');
      await mistake.waitFor();
      expect(await mistake.textContent()).toContain('calendars.json');
      expect(faults).toEqual([]);
    },
  );

  test.each([
    ['en', /when there is a connection/],
    ['zh', /网络恢复后/],
  ] as const)(
    'is told that what reads files did not come, and chooses the same file again, in %s',
    async (language, sentence) => {
      const visitor = await visit(browser, town, { language, isUnkept: true });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'operator');
      const scripts = /\/console\/(?:reading|checking)-[^/]+\.js$/;
      const alert = page.locator('.frame-main [role=alert]');
      for (const [at, files, there] of [
        ['/imports', hotlineFile('again-', 20), '.import-summary'],
        ['/pack', sample, '[data-difference=menu]'],
      ] as const) {
        await page.goto(at);
        const choose = async () => {
          const [chooser] = await Promise.all([
            page.waitForEvent('filechooser'),
            page.locator('.frame-main button').first().click(),
          ]);
          await chooser.setFiles(files);
        };
        await page.route(scripts, (route) => route.abort());
        await choose();
        await alert.filter({ hasText: sentence }).waitFor();
        expect(await alert.textContent()).not.toMatch(/fail|fetch|code|代码/i);
        await page.unroute(scripts);
        await choose();
        await page.locator(there).waitFor();
        expect(await alert.count()).toBe(0);
      }
      expect(faults).toEqual([]);
    },
  );
});
