import type { Settings } from './built-server';

/** The server's own feeds at their quietest, so that they do not disturb what is measured: one railway at night. */
export const quietFeeds: Settings = { TICKWAY_SYSTEMS: 'lirr', TICKWAY_SCENE_TIME: 'tue 03:00' };
