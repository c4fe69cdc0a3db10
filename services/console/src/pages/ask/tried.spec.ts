/** An answer that was lost, and words that were changed since: one case in the town, whatever is sent next. */
import { describe, expect, test } from '@jest/globals';
import { leavesOpen } from '../../api/leaves-open';
import { sendOnce } from './tried';

class Told extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}
const lost = new Error('no answer');

/** A town that has one thing under one name; `way` says of each sending whether it arrives and is answered. */
const townOf = (...way: readonly ('ok' | 'answer lost' | 'line lost' | Told)[]) => {
  let has: string | null = null;
  let nth = 0;
  let tried: readonly string[] = [];
  const memory = { read: () => tried, write: (next: readonly string[]) => void (tried = next) };
  const post = async (body: string): Promise<string> => {
    const here = way[nth++] ?? 'ok';
    if (here === 'line lost') throw lost;
    if (here instanceof Told) throw here;
    if (has !== null && has !== body) throw new Told(422, 'same-id-other-content');
    has = body;
    if (here === 'answer lost') throw lost;
    return `number of ${body}`;
  };
  const send = (body: string) => sendOnce({ body, memory, post, leavesOpen });
  return { send, has: () => has, open: () => tried };
};

describe('What is sent is one case', () => {
  test('sent again as it was, after its answer was lost', async () => {
    const town = townOf('answer lost');
    await expect(town.send('a')).rejects.toBe(lost);
    expect(await town.send('a')).toEqual({ answer: 'number of a', body: 'a' });
  });

  test('sent with other words, after its answer was lost: the town has the first ones, and its number is found', async () => {
    const town = townOf('answer lost');
    await expect(town.send('a')).rejects.toBe(lost);
    expect(await town.send('b')).toEqual({ answer: 'number of a', body: 'a' });
    expect(town.has()).toBe('a');
  });

  test('whichever of several attempts had arrived', async () => {
    const town = townOf('line lost', 'answer lost', 'line lost');
    for (const words of ['a', 'b', 'c']) await expect(town.send(words)).rejects.toBe(lost);
    expect(await town.send('d')).toEqual({ answer: 'number of b', body: 'b' });
  });

  test('with the words of now, where none had arrived', async () => {
    const town = townOf('line lost');
    await expect(town.send('a')).rejects.toBe(lost);
    expect(await town.send('b')).toEqual({ answer: 'number of b', body: 'b' });
  });
});

describe('Its name stays as long as it is not known what became of it', () => {
  test('after a lost answer, and a session that is over', async () => {
    const town = townOf('answer lost', new Told(401, 'not-signed-in'));
    await expect(town.send('a')).rejects.toBe(lost);
    await expect(town.send('a')).rejects.toMatchObject({ status: 401 });
    expect(town.open()).toEqual(['a']);
  });

  test('also where the changed words are refused meanwhile', async () => {
    const town = townOf('answer lost', new Told(400, 'malformed'));
    await expect(town.send('a')).rejects.toBe(lost);
    await expect(town.send('b')).rejects.toMatchObject({ code: 'malformed' });
    expect(town.open()).toEqual(['a']);
  });

  test('and no longer: what was refused was not done', async () => {
    const town = townOf(new Told(400, 'malformed'));
    await expect(town.send('a')).rejects.toMatchObject({ code: 'malformed' });
    expect(town.open()).toEqual([]);
  });
});
