import { FeedError } from '@tickway/protocol';
import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FOLDERS, type Folders } from './folders';

/** Every view of the page has an address of its own; the page itself knows which. */
@Controller()
export class PageController {
  constructor(@Inject(FOLDERS) private readonly folders: Folders) {}

  @Get('{*path}')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  async view(@Param('path') path: string | readonly string[] = ''): Promise<StreamableFile> {
    if (String(path).includes('.')) throw new FeedError('not_found');
    return new StreamableFile(await this.index());
  }

  private async index(): Promise<Buffer> {
    try {
      return await readFile(join(this.folders.page, 'index.html'));
    } catch {
      // The page is not built: this server speaks to programs only.
      throw new FeedError('not_found');
    }
  }
}
