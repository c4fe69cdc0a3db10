import { beforeEach, expect, jest, test } from '@jest/globals';
import type { Wait } from './sending-on';

// The client of the API asks the browser for its language as soon as it is loaded.
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' }, configurable: true });
Object.assign(globalThis, { addEventListener: () => undefined });
const { NotReached, Refused } = await import('../../api/client');
const { sendingOn, Stopped } = await import('./sending-on');

type Send = NonNullable<Parameters<typeof sendingOn>[1]>;

const path = '/api/v1/imports/hotline/rows';
const over = new Refused(401, 'not-signed-in', 'Sign in.', null);

const sent = jest.fn<Send>();
const waits: Wait[] = [];
let isHere = true;
let isStopped = false;
let goOn = (): void => undefined;

const sending = () =>
  sendingOn(
    {
      onWait: (wait) => void waits.push(wait),
      isStopped: () => isStopped,
      maySend: () => isHere,
      goneOn: () => new Promise((resolve) => void (goOn = resolve)),
    },
    sent,
  );

/** Whatever is under way has come to where it waits. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

beforeEach(() => {
  sent.mockReset().mockResolvedValue('done');
  waits.length = 0;
  [isHere, isStopped] = [true, false];
});

test('rows are sent for nobody but whoever began it: they wait until they are here again', async () => {
  isHere = false;
  const posted = sending().post(path, {});
  await settled();
  goOn();
  await settled();
  expect(sent).not.toHaveBeenCalled();
  expect(waits.at(-1)).toBe('session');
  isHere = true;
  goOn();
  await expect(posted).resolves.toBe('done');
  expect(sent).toHaveBeenCalledTimes(1);
  expect(waits.at(-1)).toBeNull();
});

test('what a session that ended leaves unanswered is sent again under its name', async () => {
  sent.mockRejectedValueOnce(over);
  const posted = sending().post(path, { rows: [] });
  await settled();
  expect(waits).toEqual(['session']);
  goOn();
  await expect(posted).resolves.toBe('done');
  const [first, second, ...more] = sent.mock.calls;
  expect(second).toEqual(first);
  expect([first?.[0], more]).toEqual([path, []]);
});

test('whoever is back before a late answer says that they were away goes on', async () => {
  sent.mockImplementationOnce(async () => {
    goOn();
    throw over;
  });
  await expect(sending().post(path, {})).resolves.toBe('done');
  expect(sent).toHaveBeenCalledTimes(2);
});

test.each([over, new NotReached()])(
  'whoever gives it up while it waits (%p) sends nothing more',
  async (error) => {
    sent.mockRejectedValueOnce(error);
    const posted = sending().post(path, {});
    await settled();
    isStopped = true;
    goOn();
    await expect(posted).rejects.toThrow(Stopped);
    expect(sent).toHaveBeenCalledTimes(1);
  },
);

test('what the town refuses is refused', async () => {
  sent.mockRejectedValueOnce(new Refused(422, 'unknown-batch', 'No.', null));
  await expect(sending().post(path, {})).rejects.toThrow('No.');
});
