/** The small town with two mediators and one home, where a grave quarrel is late within seconds. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addTo } from '../papers.js';
import { smallPack } from '../real-town.js';

const second = 1 / 3_600;
/** By when parties of a red dispute are to be asked after they have a mediator, in milliseconds. */
export const askedLateAfterMs = 1_000;

export const community = 'mu/dongguan';
export const village = `${community}/hetou`;
export const home = 'home';
const mediators = ['mediator-1@mu/dongguan', 'mediator-2@mu/dongguan'] as const;

/** A zone in which it is about noon, whenever a test runs: who comes to an interview day comes on its date. */
const zoneAtNoon = (): string => {
  const hours = 12 - new Date().getUTCHours();
  // By the names of this database, zones east of Greenwich have the minus.
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
};

const mediation = {
  homes: [{ id: home, name: { zh: '牟邻之家', en: 'Home' }, area: 'mu' }],
  colours: {
    red: {
      calendar: 'town',
      clocks: [
        {
          name: 'consent',
          length: { unit: 'hour', amount: (askedLateAfterMs / 1_000) * second },
          ladder: [
            { to: ['holder'], share: 1 },
            { to: ['community-secretary'], share: 1 },
          ],
        },
      ],
    },
  },
};

const moveTo = (zone: string, file: string): void => {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll('"Asia/Shanghai"', `"${zone}"`));
};

export const packOfQuarrels = (folder: string): string => {
  const pack = path.join(folder, 'pack-of-quarrels');
  cpSync(smallPack, pack, { recursive: true });
  const zone = zoneAtNoon();
  for (const file of ['town.json', 'calendars.json']) moveTo(zone, path.join(pack, file));
  for (const account of mediators)
    addTo(path.join(pack, 'rosters.json'), 'helpers', {
      account,
      name: { zh: '蒋峰', en: 'Jiang Feng' },
      role: 'mediator',
      area: community,
    });
  writeFileSync(path.join(pack, 'mediation.json'), JSON.stringify(mediation));
  return pack;
};
