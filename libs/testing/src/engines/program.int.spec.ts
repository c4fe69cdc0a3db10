import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { describeWithFaults } from './describe-on-engine.js';
import { until } from '../until.js';

/** What Redis answers to a line of its inline protocol; rejects where it does not within a while. */
const asked = async (url: string, line: string): Promise<string> => {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  socket.setTimeout(300, () => socket.destroy(new Error('no answer')));
  try {
    socket.write(`${line}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return String(answer).trim();
  } finally {
    socket.destroy();
  }
};

await describeWithFaults('redis', 'An engine in a process of its own', (engine) => {
  test('answers nothing while it is frozen, and goes on when it is thawed', async () => {
    engine().freeze();
    await expect(asked(engine().url, 'PING')).rejects.toThrow();
    engine().thaw();
    expect(await until(() => asked(engine().url, 'PING'))).toBe('+PONG');
  });

  test('is gone when it is killed, and has its port and its data when it is started again', async () => {
    expect(await asked(engine().url, 'SET kept yes')).toBe('+OK');
    await until(async () => (await asked(engine().url, 'WAITAOF 0 0 0').catch(() => '')) !== '');
    await engine().kill();
    await expect(asked(engine().url, 'PING')).rejects.toThrow();
    await engine().restart();
    expect(await asked(engine().url, 'EXISTS kept')).toBe(':1');
  });
});
