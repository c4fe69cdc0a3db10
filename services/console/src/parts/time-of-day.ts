/** A moment of this device's making by the wall clock of the town, as the town itself would have said it. */
import { townNow } from '../api/clock';
import { useSession } from '../api/session';
import { useLanguage } from '../app/texts';
import { momentIn } from './time';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** How far the town's wall clock is from UTC, by a time that the town has said; in milliseconds. */
const offsetIn = (said: string): number => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(said) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs;
  return sign === '-' ? -size : size;
};

/** Says a moment, in milliseconds since 1970; of today only its hour. */
export const useTimeOfDay = () => {
  const language = useLanguage();
  const until = useSession()?.until ?? '';
  return (ms: number): string => {
    const wall = new Date(ms + offsetIn(until)).toISOString();
    return townNow() - ms > dayMs ? momentIn(language, wall) : wall.slice(11, 16);
  };
};
