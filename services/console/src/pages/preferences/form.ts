/** What an account states of how it is told, as one enters it, and as the town takes it. */
import type { Schemas } from '../../api/client';

type Stated = Schemas['NoticePreferences'];
type Day = Stated['days'][number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof weekdays)[number];

export type Form = Readonly<{
  language: Stated['language'];
  isWorking: boolean;
  days: readonly Weekday[];
  from: string;
  to: string;
  digestAt: readonly string[];
  email: string;
  url: string;
  isNewSecret: boolean;
}>;

/** A field for an hour knows no 24:00: the end of the day is the beginning of the next. */
const endOfDay = { town: '24:00', field: '00:00' } as const;

const isWeekday = (day: Day): day is Weekday => day !== 'working';

export const formOf = ({ language, days, from, to, digestAt, email, webhook }: Stated): Form => ({
  ...{ language, from, digestAt, email: email ?? '', url: webhook?.url ?? '', isNewSecret: false },
  isWorking: days.includes('working'),
  days: days.includes('working') ? ['mon', 'tue', 'wed', 'thu', 'fri'] : days.filter(isWeekday),
  to: to === endOfDay.town ? endOfDay.field : to,
});

export const bodyOf = (form: Form) => {
  const { language, from, to, digestAt, isNewSecret } = form;
  const [email, url] = [form.email.trim(), form.url.trim()];
  return {
    ...{ language, from, digestAt: [...digestAt] },
    days: form.isWorking ? ['working' as const] : weekdays.filter((it) => form.days.includes(it)),
    to: to === endOfDay.field ? endOfDay.town : to,
    email: email === '' ? null : email,
    webhook: url === '' ? null : { url, newSecret: isNewSecret },
  };
};

/** The hours go over midnight. */
export const isOvernight = ({ from, to }: Form): boolean => to !== endOfDay.field && to <= from;
