import { openDatabase } from '@mulin/postgres';
import { describeBus, testDatabase } from '@mulin/testing';
import { postgresBus } from './postgres-bus.js';

describeBus('postgresBus', async () => {
  const test = await testDatabase();
  const ends: (() => Promise<void>)[] = [];
  return {
    program: async () => {
      const database = await openDatabase({ url: test.url });
      ends.push(database.close);
      return { bus: await postgresBus({ database }), die: database.close };
    },
    close: async () => {
      for (const end of ends) await end();
      await test.drop();
    },
  };
});
