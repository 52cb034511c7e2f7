export type { Clock } from './clock';
export type { Commit } from './commit';
export type { Engine } from './engine';
export { Hub, type HubOptions } from './hub';
export { memoryEngine, type MemoryEngineOptions } from './memory-engine';
export type { EncodedFrame, Session, SessionOptions } from './session';
export type { TopicDefinition } from './topic-definition';
