import { type LocalizedText, type Position, Rejection, type RejectionKind } from '@mulin/kernel';
import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import { localOperations } from '../platform/operations.js';
import { type Platform, PLATFORM } from '../platform/platform.js';
import { referencedItems } from '../platform/referenced-items.js';
import { Public } from './auth.guard.js';
import { internalHeader } from './internal-requests.js';
import type { Request } from './request.js';

const ToRetry = z.strictObject({ id: z.string() });
const ToRebuild = z.strictObject({ name: z.string().optional() });
const ToName = z.strictObject({ ids: z.array(z.string()) });
const ToRead = z.strictObject({
  categories: z.array(z.string()),
  after: z.number().int().min(0).optional(),
});
const ToWait = z.strictObject({ withinMs: z.int().min(0) });

/** What was done for another process, or why a rule refused it; that process says so in the reader's language. */
export type InternalAnswer<Done> =
  | Readonly<{ done: Done }>
  | Readonly<{ refused: Readonly<{ code: string; kind: RejectionKind; sentence: LocalizedText }> }>;

const answered = async <Done>(work: () => Promise<Done>): Promise<InternalAnswer<Done>> => {
  try {
    return { done: await work() };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { refused: { code: error.code, kind: error.refusal, sentence: error.sentence } };
  }
};

const notSigned = () =>
  new Rejection(
    'not-signed-in',
    { en: `Please sign in (${internalHeader}).`, zh: `请先登录（${internalHeader}）。` },
    'unsigned',
  );

const notThisService = (service: string) =>
  new Rejection(
    'not-this-service',
    { en: `${service} is not at work in this process.`, zh: `本进程未运行服务 ${service}。` },
    'unknown',
  );

/**
 * What other processes of the town ask of this one; each request is signed (`mulin-internal`). It is no part of the
 * API, so that its routes are not described.
 */
@Controller('internal/v1')
export class InternalController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** Hands a dead letter of a group that reads here to it again. */
  @Post(':service/dead-letters/retry')
  @HttpCode(200)
  @Public()
  retry(@Req() request: Request, @Param('service') service: string) {
    const { id } = this.read(service, request, ToRetry);
    return answered(() => localOperations(this.platform).retry(id));
  }

  @Post(':service/views/rebuild')
  @HttpCode(200)
  @Public()
  rebuild(@Req() request: Request, @Param('service') service: string) {
    const { name } = this.read(service, request, ToRebuild);
    return answered(() => localOperations(this.platform).rebuild(name));
  }

  @Post(':service/recorded')
  @HttpCode(200)
  @Public()
  recorded(@Req() request: Request, @Param('service') service: string) {
    const { categories, after } = this.read(service, request, ToRead);
    const position = after as Position | undefined; // of this very log, as it was given before
    return answered(() => localOperations(this.platform).recorded(service, categories, position));
  }

  @Post(':service/standing')
  @HttpCode(200)
  @Public()
  standing(@Req() request: Request, @Param('service') service: string) {
    const { withinMs } = this.read(service, request, ToWait);
    return answered(() => localOperations(this.platform).standing(withinMs));
  }

  /** Which of these items of the vault the logs of the services here name; a log that holds nothing names none. */
  @Post(':service/named-items')
  @HttpCode(200)
  @Public()
  namedItems(@Req() request: Request, @Param('service') service: string) {
    const { ids } = this.read(service, request, ToName);
    const { atWork, eventStore } = this.platform;
    const logs = [...atWork.keys()].map((service) => ({ service, store: eventStore(service) }));
    const search = referencedItems(async () => logs, new AbortController().signal, { mayBeEmpty: true });
    return answered(async () => {
      const heads = await Promise.all(logs.map(({ store }) => store.head()));
      return { named: [...(await search(ids))], holdsEvents: heads.some((head) => head !== null) };
    });
  }

  /** Whoever has the wrong address of a service must not take the answer of another one for its answer. */
  private read<Wanted>(service: string, request: Request, schema: z.ZodType<Wanted>): Wanted {
    if (!this.platform.internal.isSigned(request)) throw notSigned();
    if (!this.platform.atWork.has(service)) throw notThisService(service);
    return schema.parse(request.body);
  }
}
