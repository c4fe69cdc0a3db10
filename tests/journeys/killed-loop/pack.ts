/** The small town, which asks whoever asked, keeps every clock, and has demands that are late within seconds. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addTo } from '../papers.js';
import { smallPack } from '../real-town.js';

const inHours = (name: string, amount: number) => ({ name, length: { unit: 'hour', amount } });
const second = 1 / 3_600;
/** By when what is `late` is due after it was registered, in milliseconds. */
export const lateAfterMs = 1_000;

const policy = (id: string, hoursToComplete: number) => ({
  id,
  calendar: 'town',
  clocks: [
    inHours('complete', hoursToComplete),
    ...['accept', 'take', 'contact', 'heartbeat', 'help', 'verify', 'call-back', 'arbitrate'].map((name) =>
      inHours(name, 12),
    ),
    {
      ...inHours('acknowledge', 12),
      ladder: [{ to: ['town-leader'], share: 1 }],
    },
  ],
  ladder: [{ to: ['community-secretary'], share: 1 }],
  redo: { share: 0.5 },
});

const item = (id: string, policyId: string, urgency: string) => ({
  id,
  name: { zh: '测试事项', en: `Tried: ${id}` },
  net: 'life',
  urgency,
  policy: policyId,
  public: true,
});

export const menuItems = {
  /** Nobody is late. */
  calm: 'tried-calm',
  /** Offered to everybody around at once. */
  emergency: 'tried-emergency',
  /** Missed before anybody can have done it; the secretary has to acknowledge that. */
  late: 'tried-late',
} as const;

/** @param lateAfter the term of `menuItems.late`, in seconds. Default: 1. */
export const packOfLoops = (folder: string, lateAfter = 1): string => {
  const pack = path.join(folder, 'pack-of-loops');
  cpSync(smallPack, pack, { recursive: true });
  const policies = path.join(pack, 'policies.json');
  addTo(policies, 'policies', policy('in-hours', 24));
  addTo(policies, 'policies', policy('in-a-moment', lateAfter * second));
  const menu = path.join(pack, 'menu.json');
  addTo(menu, 'items', item(menuItems.calm, 'in-hours', 'ordinary'));
  addTo(menu, 'items', item(menuItems.emergency, 'in-hours', 'emergency'));
  addTo(menu, 'items', item(menuItems.late, 'in-a-moment', 'ordinary'));
  const feedback = {
    callBack: { attempts: 3, hoursBetween: 0 },
    rating: { days: 7 },
    redo: { atMost: 1 },
    reopen: { days: 15 },
  };
  writeFileSync(path.join(pack, 'feedback.json'), JSON.stringify(feedback));
  return pack;
};
