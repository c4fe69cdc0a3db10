/** The public days that come with Mulin, by the country's name in a calendar. */
import { readFileSync } from 'node:fs';
import type { parseRules } from '@mulin/sla-timer';

type PublicDays = Parameters<typeof parseRules>[1];

const file = new URL('../../../infra/calendars/cn-2007-2026.json', import.meta.url);

export const publicDays = (): PublicDays => ({
  // Our own file, made by infra/scripts/make-cn-calendar.mjs.
  cn: JSON.parse(readFileSync(file, 'utf8')) as PublicDays[string],
});
