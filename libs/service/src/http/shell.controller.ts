import { Header, Inject, Req, Res, type Type } from '@nestjs/common';
import { z } from 'zod';
import { Controller, Get, Query } from './declared.js';
import { Language } from './language.js';
import { Answers } from './operation.js';
import { beingReady, describing, living, measuring, reading } from './shell-operations.js';
import { ModulesContainer } from '@nestjs/core';
import { cached } from '../host/cached.js';
import { docsPage } from './docs-page.js';
import { openApiOf } from './openapi.js';
import { type Platform, PLATFORM } from '../platform/platform.js';
import { sendProblem } from './problem.filter.js';
import { isDown } from './problem.js';
import type { Reply, Request } from './request.js';
import { routesOf } from './routes.js';
import { Public } from './auth.guard.js';

/** By what Nest injects the controllers that other processes run. */
export const FORWARDED = Symbol('forwarded');

const Wanted = z.strictObject({ lang: z.enum(['en', 'zh']).optional() });

/** Prometheus asks every few seconds at most. */
const figuresMs = 250;

/** A factory has no routes. */
const isType = (it: object | null): it is Type => it !== null && 'prototype' in it;

/** What every program of the town answers about itself. */
@Controller()
export class ShellController {
  /** Anybody may ask, so however many ask, the database is asked once in a while. */
  private readonly figures: () => Promise<string>;
  private readonly documents = new Map<Language, object>();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(FORWARDED) private readonly forwarded: readonly Type[],
  ) {
    this.figures = cached(figuresMs, platform.meter.text);
  }

  @Get('health/live')
  @Public()
  @Answers(living)
  live() {
    return { live: true };
  }

  @Get('health/ready')
  @Public()
  @Answers(beingReady)
  async ready(@Language() language: Language, @Req() request: Request, @Res() reply: Reply) {
    const found = await this.platform.health();
    const checks = found.map(({ text, ...it }) => ({ ...it, text: text[language] }));
    const waitsFor = checks.filter(({ ok }) => !ok).map(({ name }) => name);
    if (waitsFor.length === 0)
      return reply.status(200).header('content-language', language).send({ ready: true, checks });
    return sendProblem(request, reply, isDown, { ready: false, waitsFor, checks });
  }

  @Get('metrics')
  @Public()
  @Answers(measuring)
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics() {
    return this.figures();
  }

  /** In the language of `lang`, or else of Accept-Language. */
  @Get('openapi.json')
  @Public()
  @Answers(describing)
  openapi(@Language() preferred: Language, @Query({ schema: Wanted }) { lang }: z.infer<typeof Wanted>) {
    const language = lang ?? preferred;
    const own = [...this.modules.values()].flatMap((module) =>
      [...module.controllers.values()].map(({ metatype }) => metatype),
    );
    const controllers = [...own, ...this.forwarded];
    const document =
      this.documents.get(language) ??
      openApiOf(this.platform.town, routesOf(controllers.filter(isType)), language);
    this.documents.set(language, document);
    return document;
  }

  @Get('docs')
  @Public()
  @Answers(reading)
  @Header('content-type', 'text/html; charset=utf-8')
  docs() {
    return docsPage;
  }
}
