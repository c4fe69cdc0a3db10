/** What rates are asked for. */
import { inBothLanguages } from '@mulin/service';
import { z } from 'zod';
import { measures } from '../domain/rates/shares.js';
import { dimensions } from '../queries/rates/rates-by.js';

const Path = z.string().min(1).max(400);
const Code = z.string().min(1).max(200);
const YesNo = z.enum(['true', 'false']).transform((it) => it === 'true');

const span = {
  /** All that lies in it; absent: all that one may see. */
  area: Path.optional(),
  /** Days of the town, or moments: from the first on, and before the second. */
  from: Code.optional(),
  to: Code.optional(),
};

export const ListRates = z.strictObject({ by: z.enum(dimensions).default('area'), ...span });

/** A month that is not over yet is of what was by now. */
export const PrintRates = z.strictObject({
  month: z
    .string()
    .regex(
      /^\d{4}-(0[1-9]|1[0-2])$/,
      inBothLanguages('a month such as 2026-10 is needed', '应为月份，如 2026-10'),
    ),
  area: Path.optional(),
});

export const ReportRates = PrintRates.extend({ format: z.enum(['csv']).default('csv') });

export const ListRatedCases = z.strictObject({
  ...span,
  office: Code.optional(),
  item: Code.optional(),
  channel: Code.optional(),
  net: Code.optional(),
  measure: z.enum(measures).optional(),
  missed: YesNo.optional(),
  exempt: YesNo.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
