import { outlineOf, type Pack, type PackOutline } from '@mulin/pack';
import { Answers, Controller, Get, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { PACK } from '../dependencies.js';
import { showingPack } from './pack-operations.js';

@Controller('api/v1/pack')
export class PackController {
  private readonly outline: PackOutline;

  constructor(@Inject(PACK) private readonly pack: Pack) {
    this.outline = outlineOf(pack);
  }

  /** What the town was started with: the files may be others by now. */
  @Get()
  @RequiresRight('pack.read')
  @Answers(showingPack)
  show(): PackOutline & Readonly<{ fingerprint: string }> {
    return { fingerprint: this.pack.fingerprint, ...this.outline };
  }
}
