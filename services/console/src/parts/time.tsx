/** Moments as the town has them: its own wall clock, wherever the reader's device believes it is. */
import { useInterval } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { townNow } from '../api/clock';
import { type Language } from '../app/language';
import { textsOf, useLanguage } from '../app/texts';
import type { PointedProps } from './pointed';

const useTexts = textsOf('time', {
  en: {
    left: '{{span}} left',
    over: '{{span}} late',
    days: '{{days}} d {{hours}} h',
    wholeDays: '{{days}} d',
    wholeHours: '{{hours}} h',
    hours: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
    seconds: 'less than a minute',
  },
  zh: {
    left: '还剩{{span}}',
    over: '已超{{span}}',
    days: '{{days}}天{{hours}}小时',
    wholeDays: '{{days}}天',
    wholeHours: '{{hours}}小时',
    hours: '{{hours}}小时{{minutes}}分',
    minutes: '{{minutes}}分钟',
    seconds: '不到1分钟',
  },
});

/** `2026-05-06T09:00:00+08:00` has the town's own date and hour in it: they are read, and not counted anew. */
const parts = (at: string) => ({ day: at.slice(0, 10), time: at.slice(11, 16) });

export const dayIn = (language: Language, day: string): string => {
  const date = new Date(`${day}T12:00:00Z`);
  const form = { timeZone: 'UTC', month: 'short', day: 'numeric' } as const;
  const isThisYear = day.slice(0, 4) === new Date(townNow()).toISOString().slice(0, 4);
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...form,
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date);
};

export const momentIn = (language: Language, at: string): string => {
  const { day, time } = parts(at);
  return `${dayIn(language, day)} ${time}`;
};

/** A moment; `isDay`: only its day is known. */
export const Moment = ({ at, isDay = false }: Readonly<{ at: string; isDay?: boolean }>) => {
  const language = useLanguage();
  return (
    <time className="number" dateTime={at}>
      {isDay ? dayIn(language, parts(at).day) : momentIn(language, at)}
    </time>
  );
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** From so many days on nobody counts the hours. */
const manyDays = 10;

/** Says a span of milliseconds in its two largest units; of the smaller one no zero. */
export const useSpan = () => {
  const say = useTexts();
  return (ms: number): string => {
    const it = Math.abs(ms);
    const days = Math.floor(it / dayMs);
    const hours = Math.floor((it % dayMs) / hourMs);
    const minutes = Math.floor((it % hourMs) / minuteMs);
    if (days > 0) return say(hours === 0 || days >= manyDays ? 'wholeDays' : 'days', { days, hours });
    if (hours > 0) return say(minutes === 0 ? 'wholeHours' : 'hours', { hours, minutes });
    if (minutes > 0) return say('minutes', { minutes });
    return say('seconds');
  };
};

/** Now, told anew every half minute. */
export const useNow = (): number => {
  const [now, setNow] = useState(townNow());
  const { start, stop } = useInterval(() => setNow(townNow()), minuteMs / 2);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return now;
};

/** Within so much of its due a thing is soon. */
const soonMs = 4 * hourMs;

const urgencyOf = (leftMs: number): string => {
  if (leftMs < 0) return 'is-late';
  return leftMs < soonMs ? 'is-soon' : 'is-calm';
};

/** What it is shown with is larger than most pages, and comes after them; where it does not come, the span is there. */
const Pointed = lazy(() =>
  import('./pointed').then(
    ({ Pointed: View }) => ({ default: View }),
    () => ({ default: ({ children }: PointedProps) => children }),
  ),
);

/** How long still, or how late; the moment itself when one points at it. */
export const Due = ({ at }: Readonly<{ at: string | null }>) => {
  const say = useTexts();
  const span = useSpan();
  const now = useNow();
  const language = useLanguage();
  if (at === null) return <span>–</span>;
  const left = Date.parse(at) - now;
  const said = (
    <time dateTime={at} className={`number ${urgencyOf(left)}`}>
      {say(left < 0 ? 'over' : 'left', { span: span(left) })}
    </time>
  );
  return (
    <Suspense fallback={said}>
      <Pointed label={momentIn(language, at)}>{said}</Pointed>
    </Suspense>
  );
};
