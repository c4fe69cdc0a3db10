import { Answers, Controller, Get, Public } from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { Desk } from '../dependencies.js';
import { DESK } from '../tokens.js';
import { readingMenu } from './operations.js';

@Controller('api/v1/menu')
export class MenuController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  /** What can be ordered in this town, for everybody to see. */
  @Get()
  @Public()
  @Answers(readingMenu)
  async read() {
    return { items: (await this.desk.menu()).items(), next: null };
  }
}
