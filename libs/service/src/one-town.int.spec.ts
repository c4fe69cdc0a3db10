import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { openDatabase } from '@mulin/postgres';
import { claimFor } from './one-town.js';

let here: TestDatabase;
beforeAll(async () => {
  here = await testDatabase();
});
afterAll(() => here.drop());

test('a town comes back to its data when it has stopped, and not while it runs', async () => {
  const release = await claimFor(here.database, 'mu');
  const other = await openDatabase({ url: here.url, max: 2 });
  await expect(claimFor(other, 'mu')).rejects.toThrow(/already runs/);
  await release();
  await (
    await claimFor(other, 'mu')
  )();
  await other.close();
});

test('another town is refused the data of this one', async () => {
  await expect(claimFor(here.database, 'li')).rejects.toThrow(/belong to the town mu.*describes li/);
});
