import { expect, jest, test } from '@jest/globals';
import { describeWithOwnEngines } from '@mulin/testing';
import { patienceMs } from '../journeys/real-town.js';
import { runChaos } from './run.js';

jest.setTimeout(3 * patienceMs);

await describeWithOwnEngines(['kafka', 'redis', 'postgresql'], 'A town of many processes', () => {
  test('loses nothing and does nothing twice while its processes and engines are killed, stopped and wiped', async () => {
    const said: string[] = [];
    const report = await runChaos({
      seed: 20,
      minutes: 0.6,
      each: 1,
      longestStop: 6,
      say: (line) => said.push(line),
    });
    expect({ ...report, said }).toMatchObject({ ok: true, lost: 0, doubled: 0, wrongVerdicts: 0, wrong: [] });
    expect(report.faults).toBeGreaterThan(2);
    expect(report.demands).toBeGreaterThan(3);
  });
});
