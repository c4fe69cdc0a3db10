import type { Town } from '@mulin/pack';
import { Answers, Controller, Get, Language, type Platform, PLATFORM, Public } from '@mulin/service';
import { Header, Inject } from '@nestjs/common';
import { casesPage, escalationsPage } from '../pages/lists.js';
import { icon } from '../pages/frame.js';
import { frontPage } from '../pages/front.js';
import { TOWN } from '../dependencies.js';
import { showingCases, showingEscalations, showingFront, showingIcon } from './operations.js';

const html = 'text/html; charset=utf-8';

/** Pages to look in, until there is a console. They hold no case: what they list they ask of the API. */
@Controller()
export class PagesController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(TOWN) private readonly town: Town,
  ) {}

  @Get()
  @Public()
  @Answers(showingFront)
  @Header('content-type', html)
  front(@Language() language: Language) {
    const services = [...this.platform.operations.services()].sort();
    return frontPage(language, { name: this.town.name[language], zone: this.town.zone, services });
  }

  @Get('cases')
  @Public()
  @Answers(showingCases)
  @Header('content-type', html)
  cases(@Language() language: Language) {
    return casesPage(language, this.town);
  }

  @Get('escalations')
  @Public()
  @Answers(showingEscalations)
  @Header('content-type', html)
  escalations(@Language() language: Language) {
    return escalationsPage(language, this.town);
  }
  @Get('favicon.ico')
  @Public()
  @Answers(showingIcon)
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=3600')
  favicon() {
    return icon;
  }
}
