/** A moment as it is sent. */
import { isMoment } from '@mulin/kernel';
import { z } from 'zod';
import { inBothLanguages } from './validation-errors.js';

/** The schema of a moment: RFC 3339 with an offset, in a year that four digits can say, wherever one counts it. */
export const Moment = z.iso
  .datetime({ offset: true, abort: true })
  .refine(
    isMoment,
    inBothLanguages('a moment of the years 0000 to 9999 is needed', '应为公元 0000 至 9999 年之间的时间'),
  );
