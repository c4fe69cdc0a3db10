/** How large something has to be is said with the right number of its unit. */
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { validationErrorsText } from './validation-errors.js';

const said = (schema: z.ZodType, value: unknown) =>
  validationErrorsText(schema.safeParse(value).error?.issues ?? []);

test.each<readonly [string, z.ZodType, unknown, string, string]>([
  ['an empty list', z.array(z.string()).min(1), [], 'at least 1 item', '至少 1 项'],
  ['a short list', z.array(z.string()).min(2), [], 'at least 2 items', '至少 2 项'],
  ['an empty text', z.string().min(1), '', 'at least 1 character', '至少 1 个字符'],
  ['a long text', z.string().max(3), 'long', 'at most 3 characters', '至多 3 个字符'],
  ['a large number', z.number().max(1), 2, 'at most 1', '至多 1'],
])('%s', (_, schema, value, en, zh) => {
  expect(said(schema, value)).toEqual({
    en: `Please correct: the request (${en}).`,
    zh: `请更正：请求（${zh}）。`,
  });
});
