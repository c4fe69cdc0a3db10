import { Rejection } from '@mulin/kernel';
import {
  Answers,
  Body,
  CommandContext,
  Controller,
  errorLogFields,
  Get,
  HttpCode,
  type Platform,
  PLATFORM,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { assertEmpty, fillDemo, type Filled } from '../../demo/fill.js';
import type { OpenTown } from '../../story/stage.js';
import type { Pack } from '@mulin/pack';
import { OPEN_TOWN, PACK } from '../../dependencies.js';
import { fillingDemo, lookingAfterDemo } from '../operations.js';

const Nothing = z.strictObject({});

/** `share` is from 0 to 1. `failed`: nothing was recorded; the log says why. */
type Progress = Readonly<{
  state: 'not-begun' | 'filling' | 'filled' | 'failed';
  share: number;
  /** Why it failed, where that is a rule of the town: its code, and one sentence in each language. */
  refused: Readonly<{ code: string; en: string; zh: string }> | null;
  filled: Filled | null;
}>;

const notBegun: Progress = { state: 'not-begun', share: 0, refused: null, filled: null };

const isBeingFilled = () =>
  new Rejection('town-being-filled', {
    en: 'This town is being filled with made-up cases already.',
    zh: '正在生成演示数据，请稍候。',
  });

/** A made-up month for a town that has no case yet. It takes a while, so that it is begun, and then looked after. */
@Controller('api/v1/demo')
export class DemoController {
  private progress: Progress = notBegun;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(PACK) private readonly pack: Pack,
    @Inject(OPEN_TOWN) private readonly open: OpenTown,
  ) {}

  @Post()
  @HttpCode(202)
  @RequiresRight('demo.fill')
  @Answers(fillingDemo)
  async begin(@CommandContext() _: CommandContext, @Body({ schema: Nothing }) __: object): Promise<Progress> {
    if (this.progress.state === 'filling') throw isBeingFilled();
    await assertEmpty(this.platform);
    this.progress = { ...notBegun, state: 'filling' };
    void this.fill();
    return this.progress;
  }

  @Get()
  @RequiresRight('demo.fill')
  @Answers(lookingAfterDemo)
  read(): Progress {
    return this.progress;
  }

  private async fill(): Promise<void> {
    const { platform, pack, open } = this;
    const onProgress = (share: number) => {
      this.progress = { ...this.progress, share };
    };
    try {
      const filled = await fillDemo(platform, { pack, open, now: platform.now, onProgress });
      this.progress = { state: 'filled', share: 1, refused: null, filled };
    } catch (error) {
      platform.log.error(errorLogFields(error), 'made-up cases could not be recorded');
      const refused = error instanceof Rejection ? { code: error.code, ...error.sentence } : null;
      this.progress = { ...notBegun, state: 'failed', refused };
    }
  }
}
