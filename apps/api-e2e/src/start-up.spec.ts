import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { portOf } from './harness/free-port';
import { MAIN, root, Server, type Settings } from './harness/server';

describe('a server that cannot start', () => {
  it.each<[string, Settings]>([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '65536' }],
    ['HOST', { HOST: '203.0.113.7' }],
    ['TICKWAY_SEED', { TICKWAY_SEED: '-1' }],
    ['TICKWAY_SYSTEMS', { TICKWAY_SYSTEMS: 'subway,ferry' }],
    ['TICKWAY_INGEST_TOKEN', { TICKWAY_INGEST_TOKEN: 'short', TICKWAY_INGEST_TOPICS: 'vans' }],
    ['TICKWAY_INGEST_TOPICS', { TICKWAY_INGEST_TOKEN: 'long-enough-for-a-token' }],
    ['TICKWAY_HEARTBEAT_MS', { TICKWAY_HEARTBEAT_MS: 'soon' }],
    ['TICKWAY_ORIGINS', { TICKWAY_ORIGINS: 'board' }],
    ['TICKWAY_SCENE_TIME', { TICKWAY_SCENE_TIME: 'noon' }],
  ])(
    'names the setting %s that cannot be used, in one line, and ends with exit code 1: %j',
    async (name, bad) => {
      const { code, output } = await Server.fail(bad);
      expect(output.trimEnd().split('\n')).toHaveLength(1);
      expect(output).toContain(name);
      expect(code).toBe(1);
    },
  );

  it('names the port when another program has it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = portOf(other);
    const { code, output } = await Server.fail({ PORT: `${port}` });
    other.close();
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(output).toMatch(new RegExp(`PORT ${port} is in use`));
    expect(code).toBe(1);
  });

  it('names the timetable that cannot be read', async () => {
    const folder = await mkdtemp(join(root, 'dist', 'broken-'));
    try {
      await cp(MAIN, join(folder, 'main.js'));
      await mkdir(join(folder, 'data/nyc'), { recursive: true });
      await writeFile(join(folder, 'data/nyc/lirr.json.br'), 'no timetable');
      const { code, output } = await Server.fail({ TICKWAY_SYSTEMS: 'lirr' }, join(folder, 'main.js'));
      expect(output.trimEnd().split('\n')).toHaveLength(1);
      expect(output).toContain('lirr.json.br');
      expect(code).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
