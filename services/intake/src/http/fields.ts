import { inBothLanguages } from '@mulin/service';
import { z } from 'zod';

/** What a resident may write at once: a letter of several pages. */
const wordsMax = 20_000;

export const Words = z.string().trim().min(1).max(wordsMax);

export const Place = z
  .strictObject({
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    address: z.string().trim().min(1).max(500).optional(),
  })
  .refine(
    ({ lat, lon }) => (lat === undefined) === (lon === undefined),
    inBothLanguages('lat and lon come together', '`lat` 与 `lon` 须同时给出'),
  )
  .refine(
    ({ lat, address }) => lat !== undefined || address !== undefined,
    inBothLanguages('a point or an address is needed', '须给出坐标或地址'),
  );

const phone = /^[+(（]?[0-9][0-9 ()（）.·-]{3,28}(?:\s*(?:转|轉|分机|ext\.?|#|x)\s*[0-9]{1,6})?$/i;

/** Digits, and what people write between them: an area code in brackets, a plus before, an extension (`转`) after. */
export const Phone = z
  .string()
  .max(40)
  .regex(
    phone,
    inBothLanguages('a phone number of 5 to 20 digits is needed', '应为 5 至 20 位数字的电话号码'),
  );
