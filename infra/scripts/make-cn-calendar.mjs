/**
 * Writes infra/calendars/cn-2007-2026.json: the days on which the State Council of China let the whole country
 * rest or work otherwise than its week says. The facts come from the package chinese-days.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { version } = require('chinese-days/package.json');
const { holidays, workdays } = JSON.parse(
  readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
);

/** Earlier notices have been checked by nobody. */
const firstYear = '2007';

// "Spring Festival,春节,4": the name in Chinese is enough.
const named = (days) =>
  Object.fromEntries(
    Object.entries(days)
      .filter(([date]) => date >= firstYear)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, name]) => [date, name.split(',')[1] ?? name]),
  );

const lastYear = Object.keys(holidays).sort().at(-1).slice(0, 4);
const days = {
  id: 'cn',
  coveredFrom: `${firstYear}-01-01`,
  coveredUntil: `${lastYear}-12-31`,
  source: `State Council of China, yearly holiday notices (chinese-days ${version})`,
  off: named(holidays),
  makeUp: named(workdays),
};

const file = new URL(`../calendars/cn-${firstYear}-${lastYear}.json`, import.meta.url);
writeFileSync(file, `${JSON.stringify(days, null, 2)}\n`);
console.log(`${Object.keys(days.off).length} days off and ${Object.keys(days.makeUp).length} make-up days`);
