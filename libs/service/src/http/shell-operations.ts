/** What the routes promise that every program of the town has. */
import { z } from 'zod';
import type { Operation, Tag } from './operation.js';

const tag: Tag = {
  name: 'program',
  description: { en: 'How the program is, and what it offers.', zh: '程序自身的状态与接口说明。' },
};

const Health = z.strictObject({
  ready: z.literal(true),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      ok: z.boolean(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      text: z.string(),
    }),
  ),
});

/** `GET /health/live`. */
export const living: Operation = {
  tag,
  summary: { en: 'Whether the program runs', zh: '程序是否运行' },
  description: {
    en: 'Answers as long as the program runs, whatever it waits for.',
    zh: '只要程序在运行即有应答，不检查其依赖。',
  },
  answer: z.strictObject({ live: z.literal(true) }),
  example: { live: true },
};

/** `GET /health/ready`. */
export const beingReady: Operation = {
  tag,
  summary: { en: 'Whether the program can work', zh: '程序是否就绪' },
  description: {
    en: 'Says of everything that the program stands on whether it answers: a `code` that never changes, its `params`, and a `text` by Accept-Language; 503 with `waitsFor` while something does not.',
    zh: '逐项说明所依赖的部分是否可用：`code` 固定不变，`params` 为其参数，`text` 按 Accept-Language 说明；有不可用的部分时返回 503，并在 `waitsFor` 中列出。',
  },
  answer: Health,
  example: {
    ready: true,
    checks: [
      { name: 'bus', ok: true, code: 'messages-waiting', params: { count: 2 }, text: 'messages waiting: 2' },
    ],
  },
};

/** `GET /metrics`. */
export const measuring: Operation = {
  tag,
  summary: { en: 'Figures for Prometheus', zh: '供 Prometheus 采集的指标' },
  description: {
    en: 'All figures in the text format of Prometheus.',
    zh: '以 Prometheus 文本格式返回全部指标。',
  },
  answer: z.string(),
  example: '# TYPE mulin_events_total counter',
  media: 'text/plain',
};

/** `GET /openapi.json`. */
export const describing: Operation = {
  tag,
  summary: { en: 'The description of this API', zh: '本接口的说明' },
  description: {
    en: 'OpenAPI 3.1, in the language of `lang` or else of Accept-Language; English where neither says.',
    zh: 'OpenAPI 3.1 说明，语言由 `lang` 或 Accept-Language 决定，均未指定时为英文。',
  },
  answer: z.looseObject({ openapi: z.string() }),
  example: { openapi: '3.1.0' },
};

/** `GET /docs`. */
export const reading: Operation = {
  tag,
  summary: { en: 'The page of this API', zh: '接口文档页面' },
  description: {
    en: 'Shows the description of this API, and lets one try it with a token.',
    zh: '展示接口说明，并可使用令牌试用接口。',
  },
  answer: z.string(),
  example: '<!doctype html>',
  media: 'text/html',
};
