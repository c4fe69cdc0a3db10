import { Unavailable } from '@mulin/kernel';
import { Controller, Get, Header, Inject, Req, Res, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { docsPage } from './docs-page.js';
import { openApiOf } from './openapi.js';
import { type AtWork, type Health, type Platform, PLATFORM } from './platform.js';
import { sendProblem } from './problem.filter.js';
import { problemOf } from './problem.js';
import type { Reply, Request } from './request.js';
import { routesOf } from './routes.js';
import { Open } from './signed-in.js';

/** A factory has no routes. */
const isType = (it: object | null): it is Type => it !== null && 'prototype' in it;

const patienceMs = 1_000;

/** Whether a service's news get out: it may be behind, but it must come forward. */
const tellingOf = async (
  { name, position, told }: AtWork,
  eventStore: Platform['eventStore'],
): Promise<Health> => {
  const before = position();
  const head = await eventStore(name)
    .head()
    .catch(() => null);
  const ok = head === null || (await told(head, patienceMs)) || position() !== before;
  return { name, ok, text: ok ? `has told its facts up to ${position() ?? 0}` : 'cannot tell its facts' };
};

/** What every program of the town answers about itself. */
@Controller()
export class ShellController {
  private document: object | null = null;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
  ) {}

  @Get('health/live')
  @Open()
  live() {
    return { live: true };
  }

  @Get('health/ready')
  @Open()
  async ready(@Req() request: Request, @Res() reply: Reply) {
    const checks = await this.checks();
    if (checks.every(({ ok }) => ok)) return reply.status(200).send({ ready: true, checks });
    return sendProblem(request, reply, problemOf(new Unavailable('not ready')), { checks });
  }

  @Get('metrics')
  @Open()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics() {
    return this.platform.meter.text();
  }

  @Get('openapi.json')
  @Open()
  openapi() {
    const controllers = [...this.modules.values()].flatMap((module) =>
      [...module.controllers.values()].map(({ metatype }) => metatype),
    );
    this.document ??= openApiOf(this.platform.town, routesOf(controllers.filter(isType)));
    return this.document;
  }

  @Get('docs')
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  docs() {
    return docsPage;
  }

  private async checks(): Promise<readonly Health[]> {
    const { atWork, eventStore, health } = this.platform;
    const services = [...atWork.values()].map((it) => tellingOf(it, eventStore));
    return [...(await health()), ...(await Promise.all(services))];
  }
}
