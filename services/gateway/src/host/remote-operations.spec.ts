import { describe, expect, test } from '@jest/globals';
import { instant, Rejection, Unavailable } from '@mulin/kernel';
import { memoryPlatform } from '@mulin/service';
import type { Ask } from './ask-services.js';
import { remoteNamedItems, remoteOperations } from './remote-operations.js';

const instances = { services: () => ['intake', 'routing'] };
const { platform } = memoryPlatform({ town: 'mu', zone: 'UTC', now: () => instant('2026-03-02T01:00:00Z') });

/** Services that answer each request by what is said here of them. */
const asking =
  (answers: Readonly<Record<string, (body: object) => unknown>>): Ask =>
  async <Done>(service: string, _: string, body: object): Promise<Done> => {
    const answer = answers[service];
    if (answer === undefined) throw new Unavailable(`No process of ${service} answers.`);
    return answer(body) as Done; // as the test says
  };

describe('Which items of the vault are named', () => {
  const named = (...ids: readonly string[]) => ({ named: ids, holdsEvents: true });

  test('by any of the services', async () => {
    const ask = asking({ intake: () => named('a'), routing: () => named('b') });
    await expect(remoteNamedItems({ ask, instances }).namedIn(['a', 'b', 'c'])).resolves.toEqual(
      new Set(['a', 'b']),
    );
  });

  test('is not known where one of them cannot be asked, so that nothing is removed', async () => {
    const ask = asking({ intake: () => named('a', 'b') });
    await expect(remoteNamedItems({ ask, instances }).namedIn(['a', 'b'])).rejects.toThrow(/routing/);
  });

  test('is not known where none of them holds an event', async () => {
    const nothing = () => ({ named: [], holdsEvents: false });
    const ask = asking({ intake: nothing, routing: nothing });
    await expect(remoteNamedItems({ ask, instances }).namedIn(['a'])).rejects.toThrow(/lie elsewhere/);
  });

  test('is asked in parts that a request can hold', async () => {
    const sizes: number[] = [];
    const ask = asking({
      intake: (body) => {
        sizes.push((body as { ids: readonly string[] }).ids.length);
        return named();
      },
      routing: () => named(),
    });
    await remoteNamedItems({ ask, instances }).namedIn(Array.from({ length: 90_000 }, (_, nth) => `${nth}`));
    expect(sizes).toEqual([40_000, 40_000, 10_000]);
  });
});

describe('A view that is made anew', () => {
  const unknown = () => {
    throw new Rejection('view-unknown', { en: 'No such view.', zh: '没有此列表。' }, 'unknown');
  };
  const view = { name: 'cases', facts: 1, rows: 1, seconds: 0 };
  const operations = (answers: Parameters<typeof asking>[0]) =>
    remoteOperations({ ask: asking(answers), instances }, platform.deadLetters);

  test('is asked of whoever has it', async () => {
    await expect(operations({ intake: unknown, routing: () => [view] }).rebuild('cases')).resolves.toEqual([
      view,
    ]);
  });

  test('of one service is asked of that one alone', async () => {
    await expect(operations({ routing: () => [view] }).rebuild('routing/cases')).resolves.toEqual([view]);
    await expect(operations({}).rebuild('nobody/cases')).rejects.toMatchObject({ code: 'view-unknown' });
  });

  test('is unknown only where nobody has it', async () => {
    await expect(operations({ intake: unknown, routing: unknown }).rebuild('x')).rejects.toMatchObject({
      code: 'view-unknown',
    });
  });
});
