export { loadPacks } from './load-packs';
export type { Pack } from './pack';
export { packFiles } from './pack-files';
export { readPack } from './read-pack';
export { sceneOffsetMs, shiftTo, type Week } from './scene-offset';
export { UnreadablePack } from './unreadable-pack';
export { vehicleFeed, type VehicleFeedOptions } from './vehicle-feed';
