import { describe, expect, test } from '@jest/globals';
import { instant, type VaultItem, personId, type Readings, uuidOf, type Vault } from '@mulin/kernel';
import type { Grant } from './grant.js';

type OnRecord = Readonly<{ service: string; actor: string; purpose: string }>;

type VaultTrial = Readonly<{
  as: (service: string, grant: Grant) => Vault;
  readings: Readings;
  /** Who is on record as having read this item, oldest first. */
  readingsOf: (item: string) => Promise<readonly OnRecord[]>;
  erasuresOf: (person: string) => Promise<readonly OnRecord[]>;
  /** From now on nothing can be put on record, until what is answered is called. */
  withoutRecord: () => Promise<() => Promise<void>>;
}>;

const intake: Grant = { kinds: ['words', 'place', 'contact'], purposes: ['answering'] };
const routing: Grant = { kinds: ['place'], purposes: ['routing'] };
const byClerk = { actor: 'clerk-1', purpose: 'answering' };
const byRouting = { actor: 'routing', purpose: 'routing' };

let made = 0;
const id = () => uuidOf('item', String(++made));
const person = async (name: string) => personId(await uuidOf('person', name, String(made)));
const words = async (content: unknown, of = 'wang'): Promise<VaultItem> => ({
  id: await id(),
  person: await person(of),
  kind: 'words',
  content,
});

/** What any vault must do. */
export const describeVault = (name: string, open: () => Promise<VaultTrial>) => {
  describe(name, () => {
    test('what was kept is read as it was, whatever it holds', async () => {
      const vault = (await open()).as('intake', intake);
      const letter = { text: '路灯坏了 🌙 \u0000 "quoted"', lines: [1, null, 'x'.repeat(20_000)] };
      const item = await words(letter);
      const [reference] = await vault.keep([item]);

      expect(reference?.id).toBe(item.id);
      expect(await vault.read(item.id, byClerk)).toEqual(letter);
    });

    test('the hash is of the content, and salted: the same words twice do not look the same', async () => {
      const vault = (await open()).as('intake', intake);
      const [one, two] = await vault.keep([await words('yes'), await words('yes')]);
      expect(one?.hash).not.toBe(two?.hash);
      expect(one?.hash).toMatch(/^[0-9a-f]{64}$/);
    });

    test('kept again the same it has the same reference; other content under its id is refused', async () => {
      const vault = (await open()).as('intake', intake);
      const item = await words('a lamp');
      const first = await vault.keep([item]);
      expect(await vault.keep([item])).toEqual(first);
      await expect(vault.keep([{ ...item, content: 'another lamp' }])).rejects.toMatchObject({
        code: 'same-id-other-content',
        sentence: {
          en: expect.stringContaining('The id of what is to be kept'),
          zh: expect.stringContaining('待保存内容的编号'),
        },
      });
      expect(await vault.read(item.id, byClerk)).toBe('a lamp');
    });

    test('of many that come at once, what is refused is refused alone', async () => {
      const vault = (await open()).as('intake', intake);
      const item = await words('a lamp');
      await vault.keep([item]);
      const others = await Promise.all(Array.from({ length: 20 }, (_, at) => words(at, `p${at}`)));
      const answers = await Promise.allSettled([
        ...others.map((it) => vault.keep([it])),
        vault.keep([{ ...item, content: 'x' }]),
        vault.keep([item]),
      ]);
      expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(await Promise.all(others.map((it) => vault.read(it.id, byClerk)))).toEqual(
        others.map((_, at) => at),
      );
    });

    test('what is kept beside something is kept under the same person, and erased with them', async () => {
      const vault = (await open()).as('intake', { kinds: ['words'], purposes: ['answering', 'erasure'] });
      const item = await words('a lamp');
      await vault.keep([item]);

      expect(await vault.ownerOf(item.id)).toBe(item.person);
      expect(await vault.ownerOf(await id())).toBeNull();
      await vault.shred(item.person, { actor: 'clerk-1', purpose: 'erasure' });
      expect(await vault.ownerOf(item.id)).toBeNull();
      await vault.keep([{ ...(await words('a lamp again')), person: item.person }]);
      expect(await vault.ownerOf(item.id)).toBeNull();
    });

    test('a service opens what it was granted, for what it was granted, and nothing else', async () => {
      const town = await open();
      const item = await words('mine');
      await town.as('intake', intake).keep([item]);
      const vault = town.as('routing', routing);
      await expect(vault.read(item.id, byRouting)).rejects.toMatchObject({ code: 'no-grant' });
      await expect(vault.read(item.id, { ...byRouting, purpose: 'curiosity' })).rejects.toMatchObject({
        code: 'no-grant',
      });
      await expect(
        town.as('intake', intake).read(item.id, { ...byClerk, purpose: 'curiosity' }),
      ).rejects.toMatchObject({ code: 'no-grant' });
    });

    test('a reading is on record when its content is seen, and what is refused or was never kept is not', async () => {
      const town = await open();
      const vault = town.as('intake', intake);
      const item = await words('a lamp');
      await vault.keep([item]);
      const seen = vault.read(item.id, byClerk).then(async (content) => ({
        content,
        onRecord: await town.readingsOf(item.id),
      }));
      expect(await seen).toEqual({ content: 'a lamp', onRecord: [{ service: 'intake', ...byClerk }] });

      await expect(town.as('routing', routing).read(item.id, byRouting)).rejects.toThrow();
      await vault.read(await id(), byClerk);
      expect(await town.readingsOf(item.id)).toHaveLength(1);
    });

    test('readings and erasures are listed by case, reader and time, newest first; a service’s own are not', async () => {
      const town = await open();
      const [mine, yours] = [await words('mine', 'li'), await words('yours', 'zhao')];
      const vault = town.as('intake', intake);
      await vault.keep([mine, yours]);
      const [about, other, reader] = [await id(), await id(), `clerk-${await id()}`];
      const reading = { actor: reader, purpose: 'answering' };
      await vault.read(mine.id, { ...reading, about });
      await vault.read(yours.id, { ...reading, about: other });
      await vault.read(mine.id, { actor: 'intake', purpose: 'answering', about });
      await vault.shred(mine.person, { ...reading, about });

      const { list } = town.readings;
      const first = await list({ about, limit: 10 });
      const common = { ...reading, service: 'intake', about, at: expect.any(String) };
      expect(first.items).toHaveLength(2);
      expect(first.items).toEqual(
        expect.arrayContaining([
          { ...common, kind: 'words', isErasure: false },
          { ...common, kind: null, isErasure: true },
        ]),
      );
      expect(first.next).toBeNull();
      expect((await list({ actor: reader, limit: 10 })).items).toHaveLength(3);
      const [last] = first.items;
      expect((await list({ actor: reader, from: last?.at, limit: 10 })).items.length).toBeGreaterThan(0);
      expect(await list({ actor: reader, to: instant('2000-01-01T00:00:00Z'), limit: 10 })).toEqual({
        items: [],
        next: null,
      });
    });

    test('a long record comes in pages, each reading once', async () => {
      const town = await open();
      const item = await words('often read');
      const vault = town.as('intake', intake);
      await vault.keep([item]);
      const about = await id();
      const actors = Array.from({ length: 7 }, (_, n) => `clerk-${n}`);
      for (const actor of actors) await vault.read(item.id, { actor, purpose: 'answering', about });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await town.readings.list({ about, limit: 3, cursor });
        expect(page.items.length).toBeLessThanOrEqual(3);
        seen.push(...page.items.map(({ actor }) => actor));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(seen.sort()).toEqual(actors);
      expect((await town.readings.list({ about, limit: 7 })).next).toBeNull();
      for (const wrong of ['', 'x', 'a~b~c', "2026-01-01T00:00:00Z~'"])
        await expect(town.readings.list({ limit: 3, cursor: wrong })).rejects.toMatchObject({
          code: 'malformed-cursor',
        });
    });

    test('nobody sees what cannot be put on record', async () => {
      const town = await open();
      const vault = town.as('intake', intake);
      const item = await words('a lamp');
      await vault.keep([item]);
      const putRight = await town.withoutRecord();
      try {
        await expect(vault.read(item.id, byClerk)).rejects.toThrow();
      } finally {
        await putRight();
      }
      expect(await vault.read(item.id, byClerk)).toBe('a lamp');
      expect(await town.readingsOf(item.id)).toEqual([{ service: 'intake', ...byClerk }]);
    });

    test('an erasure is on record with who asked for it and why, and a second one says that nothing was left', async () => {
      const town = await open();
      const vault = town.as('intake', intake);
      const item = await words('mine');
      await vault.keep([item]);
      expect(await vault.shred(item.person, byClerk)).toBe(true);
      expect(await vault.shred(item.person, byClerk)).toBe(false);
      expect(await vault.shred(await person('nobody'), byClerk)).toBe(false);
      expect(await town.erasuresOf(item.person)).toEqual([{ service: 'intake', ...byClerk }]);
    });

    test('who was erased is found by no phone and no word any more, and who comes after them is somebody new', async () => {
      const vault = (await open()).as('intake', intake);
      const phone = `139${String(++made).padStart(8, '0')}`;
      const finds = [() => vault.personOfPhone(phone), () => vault.personBySourceId('ledger', phone)];
      for (const find of finds) {
        const before = [await find()];
        for (let time = 1; time <= 3; time++) {
          const person = await find();
          const item = { id: await id(), person, kind: 'words', content: `words ${time}` };
          await vault.keep([item]);
          expect(await find()).toBe(person);
          await vault.shred(person, byClerk);
          // Somebody who writes to an old case writes to that person, and does not bring them back.
          if (time === 2) await vault.keep([{ ...item, id: await id(), content: 'corrected' }]);
          const next = await find();
          expect(before).not.toContain(next);
          expect(await vault.read(item.id, byClerk)).toBeNull();
          before.push(next);
        }
      }
    });

    test('an erased person’s words are gone, other people’s are not', async () => {
      const vault = (await open()).as('intake', intake);
      const [mine, theirs] = [await words('mine', 'wang'), await words('theirs', 'zhou')];
      await vault.keep([mine, theirs]);
      await vault.read(mine.id, byClerk);
      await vault.shred(mine.person, byClerk);

      expect(await vault.read(mine.id, byClerk)).toBeNull();
      expect(await vault.read(theirs.id, byClerk)).toBe('theirs');
    });

    test('with an erased person go single items that were kept under others, and nothing else of those', async () => {
      const town = await open();
      const vault = town.as('intake', intake);
      const [mine, under, theirs] = [
        await words('mine', 'li'),
        await words('mine, too', 'sun'),
        await words('theirs', 'sun'),
      ];
      const [reference] = await vault.keep([under]);
      await vault.keep([mine, theirs]);
      await vault.read(under.id, byClerk);
      expect(await vault.shred(mine.person, byClerk, [under.id, await id()])).toBe(true);
      expect(await vault.read(mine.id, byClerk)).toBeNull();
      expect(await vault.read(under.id, byClerk)).toBeNull();
      expect(await vault.read(theirs.id, byClerk)).toBe('theirs');
      expect(await town.erasuresOf(mine.person)).toHaveLength(1);
      expect(await town.erasuresOf(theirs.person)).toEqual([]);

      // Kept again it refers to the same, and does not come back.
      expect(await vault.keep([under])).toEqual([reference]);
      expect(await vault.read(under.id, byClerk)).toBeNull();
      expect(await vault.shred(mine.person, byClerk, [under.id])).toBe(false);
      expect(await vault.shred(mine.person, byClerk, [theirs.id])).toBe(true);
      expect(await town.erasuresOf(mine.person)).toHaveLength(2);
    });

    test('nobody is erased for a purpose that the service was not granted', async () => {
      const town = await open();
      const item = await words('stays');
      await town.as('intake', intake).keep([item]);
      await expect(town.as('routing', routing).shred(item.person, byClerk)).rejects.toMatchObject({
        code: 'no-grant',
      });
      expect(await town.as('intake', intake).read(item.id, byClerk)).toBe('stays');
    });

    test('who was erased and asks again is kept anew, and the old words stay gone', async () => {
      const vault = (await open()).as('intake', intake);
      const [before, after] = [await words('before'), await words('after')];
      const again = { ...after, person: before.person };
      await vault.keep([before]);
      await vault.shred(before.person, byClerk);
      await vault.keep([again]);

      expect(await vault.read(before.id, byClerk)).toBeNull();
      expect(await vault.read(again.id, byClerk)).toBe('after');
    });

    test('one phone is one person, however it is written', async () => {
      const vault = (await open()).as('intake', intake);
      const wang = await vault.personOfPhone('138 0013-8000');
      expect(await vault.personOfPhone('+86 13800138000')).toBe(wang);
      expect(await vault.personOfPhone('0086-138-0013-8000')).toBe(wang);
      expect(await vault.personOfPhone('8613800138000')).toBe(wang);
      expect(await vault.personOfPhone('１３８００１３８０００')).toBe(wang);
      expect(await vault.personOfPhone('13800138001')).not.toBe(wang);
      expect(await vault.personOfPhone('+1 380 013 8000')).not.toBe(wang);
    });

    test('the contacts of a phone are found by it, on record with who looked and what for, until they are erased', async () => {
      const town = await open();
      const vault = town.as('intake', intake);
      const phone = `137${String(++made).padStart(8, '0')}`;
      const person = await vault.personOfPhone(phone);
      const [first, second, words] = [await id(), await id(), await id()];
      await vault.keep([{ id: first, person, kind: 'contact', content: { phone } }]);
      await vault.keep([{ id: second, person, kind: 'contact', content: { phone, name: '王' } }]);
      await vault.keep([{ id: words, person, kind: 'words', content: '路灯' }]);
      const about = await id();
      expect(await vault.contactsOf(`+86 ${phone}`, { ...byClerk, about })).toEqual([second, first]);
      expect((await town.readings.list({ about, limit: 2 })).items).toMatchObject([
        { ...byClerk, service: 'intake', kind: null, isErasure: false },
      ]);
      expect(await vault.contactsOf('13700000000', byClerk)).toEqual([]);
      await expect(vault.contactsOf(phone, { ...byClerk, purpose: 'curiosity' })).rejects.toMatchObject({
        code: 'no-grant',
      });
      await expect(vault.contactsOf('call me', byClerk)).rejects.toMatchObject({
        code: 'phone-not-readable',
      });
      await vault.shred(person, byClerk);
      expect(await vault.contactsOf(phone, byClerk)).toEqual([]);
    });

    test('what is no phone is nobody’s', async () => {
      const vault = (await open()).as('intake', intake);
      for (const phone of ['', 'unknown', '12', '---', `1${'0'.repeat(30)}`])
        await expect(vault.personOfPhone(phone)).rejects.toMatchObject({ code: 'phone-not-readable' });
    });

    test('one word of a source is one person, and another source means another by it', async () => {
      const vault = (await open()).as('intake', intake);
      const wang = await vault.personBySourceId('old-hotline', 'wang');
      expect(await vault.personBySourceId('old-hotline', 'wang')).toBe(wang);
      expect(await vault.personBySourceId('old-hotline', 'zhou')).not.toBe(wang);
      expect(await vault.personBySourceId('board', 'wang')).not.toBe(wang);
    });

    test('what nobody kept is nothing, and what is too large is refused', async () => {
      const vault = (await open()).as('intake', intake);
      expect(await vault.read(await id(), byClerk)).toBeNull();
      expect(await vault.read('no id at all', byClerk)).toBeNull();
      await expect((async () => vault.keep([await words('x'.repeat(300_000))]))()).rejects.toMatchObject({
        code: 'too-large',
      });
    });
  });
};
