/** The public days that come with Mulin, by the country's name in a calendar. */
import { readFileSync } from 'node:fs';
import type { PublicDays } from '@mulin/working-time';

const file = new URL('../../../../infra/calendars/cn-2007-2026.json', import.meta.url);

/** The public days that come with Mulin: `cn`, as the State Council announces them. Read from the disk each time. */
export const publicDays = (): Readonly<Record<string, PublicDays>> => ({
  // Our own file, made by infra/scripts/make-cn-calendar.mjs.
  cn: JSON.parse(readFileSync(file, 'utf8')) as PublicDays,
});
