/** Which of the town's two languages a reader prefers. */
import type { LocalizedText } from '@mulin/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import Negotiator from 'negotiator';
import { headerOf, requestOf } from './request.js';

/** The languages that a town answers in. As a decorator of an argument: that which the one who asks prefers. */
export type Language = keyof LocalizedText;

/** What is offered, the one first that is given where both are as good. */
const offered: Language[] = ['en', 'zh'];

/** The language that an `Accept-Language` prefers (RFC 9110); English where it wants neither, or is absent. */
export const languageOf = (header: string | undefined): Language => {
  const [best] = new Negotiator({ headers: { 'accept-language': header } }).languages(offered);
  return offered.find((language) => language === best) ?? 'en';
};

/** The language of the one who asks. */
export const Language = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(headerOf(requestOf(context), 'accept-language')),
);
