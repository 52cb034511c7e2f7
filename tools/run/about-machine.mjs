import { arch, cpus, loadavg, platform, release } from 'node:os';

/**
 * Where and when something is measured: what every page of figures tells.
 *
 * @param {{ seed: number }} run
 */
export function aboutMachine({ seed }) {
  return {
    date: new Date().toISOString(),
    seed,
    browser: '',
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      system: `${platform()} ${release()} ${arch()}`,
    },
    loadBefore: loadavg()[0],
    loadAfter: 0,
  };
}
