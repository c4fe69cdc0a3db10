/** Which of the town's two languages a reader prefers. */
import type { LocalizedText } from '@mulin/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { headerOf, requestOf } from './request.js';

export type Language = keyof LocalizedText;

const preferences = (header: string): readonly { range: string; weight: number }[] =>
  header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters
        .map((it) => /^\s*q=([\d.]+)\s*$/.exec(it)?.[1])
        .find((it) => it !== undefined);
      return { range, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);

/** English unless Chinese is asked for first. */
export const languageOf = (header: string | undefined): Language => {
  const first = preferences(header ?? '').find(({ range }) => /^(zh|en)(-|$)/.test(range));
  return first?.range.startsWith('zh') === true ? 'zh' : 'en';
};

/** The language of the one who asks. */
export const Language = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(headerOf(requestOf(context), 'accept-language')),
);
