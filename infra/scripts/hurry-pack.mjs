/**
 * A copy of a pack whose deadlines are seconds, so that a whole ladder can be watched within three minutes, by each
 * person of it: `node infra/scripts/hurry-pack.mjs infra/packs/sample FOLDER`. The ladders stay as they are; what comes
 * before a due moment comes five seconds before it, what comes after it half a minute after it.
 */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** How many seconds each clock runs. */
const seconds = {
  accept: 20,
  take: 40,
  contact: 50,
  arbitrate: 40,
  complete: 90,
  // No two reports are owed within a minute: half of this is more than that.
  heartbeat: 130,
  help: 60,
  verify: 60,
  'call-back': 60,
  acknowledge: 40,
};
/** Of disputes and promises. The window of the court is the law's, and stays. */
const mediationSeconds = {
  assign: 30,
  consent: 40,
  meet: 50,
  settle: 90,
  perform: 90,
  danger: 30,
  promise: 60,
};
const [before, after] = [5, 30];
/** Whatever is more urgent has half of it. */
const urgent = ['emergency', 'urgent'];

/** Counted around the clock: nobody waits for office hours to watch. */
const inSeconds = (amount) => ({ unit: 'hour', amount: amount / 3_600 });

const beside = ({ amount }) => inSeconds(amount < 0 ? -before : after);
const rung = (it) => ('after' in it ? { ...it, after: beside(it.after) } : it);
const hurriedClock = (isUrgent) => (clock) => {
  const { urgencies, ladder, ...rest } = clock;
  const length = (seconds[clock.name] ?? seconds.complete) / (isUrgent ? 2 : 1);
  const half = (it) => [it, inSeconds(urgent.includes(it) && !isUrgent ? length / 2 : length)];
  return {
    ...rest,
    length: inSeconds(length),
    ...(urgencies ? { urgencies: Object.fromEntries(Object.keys(urgencies).map(half)) } : {}),
    ...(ladder ? { ladder: ladder.map(rung) } : {}),
  };
};
const hurried = (policy) => ({
  ...policy,
  clocks: policy.clocks.map(hurriedClock(urgent.includes(policy.id))),
  ladder: policy.ladder.map(rung),
});

const hurriedTerms = ({ clocks, ladder, ...rest }) => ({
  ...rest,
  clocks: clocks.map((clock) => ({
    ...clock,
    length: clock.name in mediationSeconds ? inSeconds(mediationSeconds[clock.name]) : clock.length,
    ...(clock.ladder ? { ladder: clock.ladder.map(rung) } : {}),
  })),
  ...(ladder ? { ladder: ladder.map(rung) } : {}),
});

const hurriedMediation = ({ colours = {}, promises, ...rest }) => ({
  ...rest,
  colours: Object.fromEntries(Object.entries(colours).map(([colour, it]) => [colour, hurriedTerms(it)])),
  ...(promises ? { promises: hurriedTerms(promises) } : {}),
});

/** Writes a file of the copy anew; one that the pack leaves out stays out. */
const rewrite = (file, change) => {
  if (!existsSync(file)) return;
  writeFileSync(file, `${JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`);
};

export const hurryPack = (from, to) => {
  cpSync(from, to, { recursive: true });
  rewrite(path.join(to, 'policies.json'), ({ policies }) => ({ policies: policies.map(hurried) }));
  rewrite(path.join(to, 'mediation.json'), hurriedMediation);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2);
  if (from === undefined || to === undefined) {
    process.stderr.write('usage: node infra/scripts/hurry-pack.mjs PACK FOLDER\n');
    process.exitCode = 2;
  } else hurryPack(from, to);
}
