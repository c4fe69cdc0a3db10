import { inBothLanguages } from '@mulin/service';
import { z } from 'zod';
import { languages } from '../domain/recipient/recipient.js';
import { usualWindow, windowDays } from '../domain/recipient/window.js';
import { deliveryStates } from '../views/deliveries.js';

const hour = inBothLanguages('an hour such as 08:30 is needed', '应为时刻，例如 08:30');

const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, hour);
/** Also the end of the day. */
const Closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, hour);

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const once = inBothLanguages('each may be named once', '不得重复');

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

const Webhook = z.strictObject({
  url: z
    .string()
    .max(2_000)
    .refine(
      isWebAddress,
      inBothLanguages('an address that begins with https:// is needed', '应为以 https:// 开头的地址'),
    ),
  /** Another secret from now on; the former one holds no more. */
  newSecret: z.boolean().default(false),
});

/** All that an account states, each time; what has a usual value need not be named. */
export const ToPrefer = z
  .strictObject({
    language: z.enum(languages).default('zh'),
    days: z
      .array(z.enum(windowDays))
      .min(1)
      .max(windowDays.length)
      .refine(isUnique, once)
      .default([...usualWindow.days]),
    from: Hour.default(usualWindow.from),
    to: Closing.default(usualWindow.to),
    digestAt: z.array(Hour).max(6).refine(isUnique, once).default([]),
    email: z.email(inBothLanguages('an e-mail address is needed', '应为电子邮件地址')).max(254).nullable(),
    webhook: Webhook.nullable(),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: inBothLanguages('must be another hour than from', '不得与 `from` 相同'),
  });

export const ListDeliveries = z.strictObject({
  account: z.string().min(1).max(400).optional(),
  state: z.enum(deliveryStates).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(1_000).optional(),
});
