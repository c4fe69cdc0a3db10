import { expect, test } from '@jest/globals';
import { loadLibrary } from './library.js';

test.each(['20.19.0', '22.21.1'])(
  'on Node %s the library is refused in one sentence, in both languages',
  async (version) => {
    await expect(loadLibrary(version)).rejects.toMatchObject({
      name: 'Rejection',
      code: 'kafka-client-needs-newer-node',
      sentence: {
        en: `MULIN_KAFKA_CLIENT=platformatic needs Node 22.22 or newer, and this is ${version}.`,
        zh: `\`MULIN_KAFKA_CLIENT=platformatic\` 需要 Node 22.22 或更高版本，当前为 ${version}。`,
      },
    });
  },
);

test('where npm left it out, it is said how it is had', async () => {
  const found = await loadLibrary('24.0.0').catch((error: unknown) => error);
  // On a newer Node it is there.
  if (found instanceof Error) expect(found).toMatchObject({ code: 'kafka-client-not-installed' });
  else expect(found).toMatchObject({ ConnectionPool: expect.any(Function) });
});
