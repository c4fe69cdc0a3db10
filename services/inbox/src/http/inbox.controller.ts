import {
  type Actor,
  type Decision,
  findAccount,
  hasRight,
  mayReach,
  type Position,
  Rejection,
} from '@mulin/kernel';
import {
  answer,
  Answers,
  CallerNow,
  CommandContext,
  Controller,
  CurrentActor,
  Get,
  HttpCode,
  Language,
  Param,
  Post,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Header, Headers, Inject, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { marksOf } from '../domain/addressees.js';
import * as Matter from '../domain/matter.js';
import { inboxOf, isFor, type Reader } from '../queries/inbox-of.js';
import * as Api from './operations.js';

const Asked = z.strictObject({
  account: z.string().min(1).max(400).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(1_000).optional(),
});
/** `<case>.<task>…` */
const ItemId = z.string().min(1).max(200);

/** So often a line is kept alive, and whoever listens looked up again; below the minute of most proxies. */
const beatMs = 15_000;

const notYours = () =>
  new Rejection(
    'not-your-area',
    { en: 'This account lies outside your area.', zh: '该账号不在您的辖区内。' },
    'forbidden',
  );

const positionIn = (header: string | undefined): Position | 0 | null =>
  header !== undefined && /^\d{1,15}$/.test(header) ? (Number(header) as Position | 0) : null; // as it was given out

@Controller('api/v1/inbox')
export class InboxController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** What waits for oneself, most urgent first; for somebody else (`account`), where one may see that. */
  @Get()
  @RequiresRight('inbox.read')
  @Answers(Api.listingInbox)
  async list(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: Asked }) { account, ...page }: z.infer<typeof Asked>,
  ) {
    return inboxOf(this.deps.items, await this.readerOf(actor, account), page, language);
  }

  /** What opens, changes and settles, as it happens. It ends when whoever listens may not any more. */
  @Get('stream')
  @RequiresRight('inbox.stream')
  @Header('x-accel-buffering', 'no')
  @Answers(Api.streamingInbox)
  async stream(
    @CurrentActor() actor: Actor,
    @CallerNow() callerNow: CallerNow,
    @Language() language: Language,
    @Headers('last-event-id') lastId: string | undefined,
  ) {
    const { live, openStream, every } = this.deps;
    const { body, send, keepAlive, end, onEnd } = openStream();
    let reader: Reader = actor;
    // It may be cut off while it still catches up.
    const listener = { reader: () => reader, language, receive: send, end, onEnd };
    await live.listen(listener, positionIn(lastId));
    const stopBeating = every(beatMs, async () => {
      const caller = await callerNow();
      if (caller === null || !hasRight('inbox.stream', caller)) return end();
      reader = caller;
      keepAlive();
    });
    onEnd(() => void stopBeating());
    return new StreamableFile(body, { type: 'text/event-stream' });
  }

  @Post(':id/read')
  @HttpCode(200)
  @RequiresRight('inbox.mark')
  @Answers(Api.readingItem)
  read(@CommandContext() request: CommandContext, @Param('id', { schema: ItemId }) id: string) {
    return this.mark(id, request, Matter.read);
  }

  /** For oneself alone, and only what is there to be known. */
  @Post(':id/done')
  @HttpCode(200)
  @RequiresRight('inbox.mark')
  @Answers(Api.puttingAway)
  done(@CommandContext() request: CommandContext, @Param('id', { schema: ItemId }) id: string) {
    return this.mark(id, request, Matter.putAway);
  }

  /** The server waits for what it still answers: a stream would never be over. */
  beforeApplicationShutdown(): Promise<void> {
    return this.deps.live.endAll();
  }

  private async mark(
    id: string,
    { actor, context }: CommandContext,
    deciding: (...args: Parameters<typeof Matter.read>) => Decision<Matter.State, Matter.Event>,
  ) {
    const reader = {
      account: actor.id,
      isFor: (item: Parameters<Parameters<typeof Matter.read>[1]['isFor']>[0]) =>
        isFor(actor, marksOf(item.to), item),
    };
    const [caseId = ''] = id.split('.', 1);
    const { position } = await this.deps.matters(caseId, deciding(id, reader), context);
    return answer({ id }, { position: { service: 'inbox', position } });
  }

  private async readerOf(actor: Actor, account: string | undefined): Promise<Reader> {
    if (account === undefined || account === actor.id) return actor;
    const { role, area } = await findAccount(this.deps.identity, account);
    if (!mayReach('inbox.read', actor, { area })) throw notYours();
    return { id: account, role, area };
  }
}
