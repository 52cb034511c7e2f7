import { Controller, Get, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../config';

/** Tells the page whether there is a layer of tiles to choose, and where its tiles are. */
@Controller()
export class TilesController {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'tiles'>) {}

  @Get('data/tiles.json')
  tell(): { readonly url?: string } {
    const { tiles } = this.config;
    return tiles === 'off' ? {} : { url: tiles.url };
  }
}
