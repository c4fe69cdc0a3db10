import { Answers, Controller, Get, Public } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { readingMenu } from './operations.js';

@Controller('api/v1/menu')
export class MenuController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** What can be ordered in this town, for everybody to see. */
  @Get()
  @Public()
  @Answers(readingMenu)
  async read() {
    return { items: (await this.deps.menu()).items(), next: null };
  }
}
