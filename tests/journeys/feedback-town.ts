/** The small town whose pack says how to ask for feedback, and work in it that somebody else has verified. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidOf } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { riverHeadMember, samplePack, type SampleTown } from './sample-town.js';

const feedbackRules = {
  callBack: { attempts: 3, hoursBetween: 4 },
  rating: { days: 7 },
  redo: { atMost: 2 },
  reopen: { days: 15 },
};

/** A folder with the small pack and a feedback.json. */
export const packWithFeedback = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'feedback-pack-'));
  cpSync(samplePack, folder, { recursive: true });
  writeFileSync(path.join(folder, 'feedback.json'), JSON.stringify(feedbackRules));
  return folder;
};

const riverHead = 'mu/dongguan/hetou/hetou-1/hetou-1-a';

type Verified = Readonly<{
  id: string;
  number: string;
  cycle?: number;
  /** Who had the order. */
  handler?: string;
}>;

/** As routing tells it that somebody else has looked, and the work is done. */
export const tellVerified = async (
  town: SampleTown,
  { id, number, cycle = 1, handler = riverHeadMember }: Verified,
): Promise<void> => {
  const { actor: _, actorrole: __, ...told } = sample('routing.order-verified.v1');
  const event = {
    ...told,
    id: await uuidOf('verified', id, String(cycle)),
    subject: id,
    town: 'mu',
    source: '/mu/routing',
    time: town.platform.now(),
    recordedat: town.platform.now(),
    actor: 'verifier',
    actorrole: 'verifier',
    data: {
      number,
      cycle,
      leg: 1,
      round: 1,
      verifier: 'verifier',
      result: 'solved',
      area: riverHead,
      handlers: [handler],
    },
  };
  await town.platform.bus.publish('mulin.routing', [{ key: id, value: JSON.stringify(event) }]);
  await town.settle();
};
