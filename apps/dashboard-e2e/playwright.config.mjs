import { defineConfig } from '@playwright/test';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { findBrowser, flags } from './browser.mjs';

// Playwright reads this file in every worker as well: what the first reading chose holds for all.
const first = process.env.TICKWAY_E2E_PORT === undefined;
process.env.TICKWAY_E2E_PORT ??= String(await freePort());
const address = `http://127.0.0.1:${process.env.TICKWAY_E2E_PORT}`;

const { from, executablePath, env } = await findBrowser();
if (first) console.log(`Chromium from ${from}: ${executablePath}`);

// What these show is no matter of the screen's size, and every minute of a test run counts.
const sameOnAPhone = /(bars|board|left-and-back|live-page|network|runs|tabs|wire-levers)\.spec\.ts$/;

export default defineConfig({
  testDir: 'src',
  outputDir: '../../test-results/dashboard-e2e',
  // Two at a time, a file each: most of a test is waiting for something to come.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    actionTimeout: 10_000,
    launchOptions: { executablePath, args: flags, env: { ...process.env, ...env } },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testIgnore: sameOnAPhone,
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: 'node --enable-source-maps dist/apps/api/main.js',
    cwd: resolve(import.meta.dirname, '../..'),
    url: address,
    env: {
      ...{ PORT: process.env.TICKWAY_E2E_PORT, HOST: '127.0.0.1' },
      ...{ TICKWAY_SCENE_TIME: 'thu 08:30', TICKWAY_HISTORY: 'memory' },
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
    timeout: 30_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});

/** A port that nobody listens on. */
function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => found(typeof at === 'object' && at ? at.port : 0));
    });
  });
}
