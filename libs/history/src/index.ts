export type { Cut } from './cut';
export type { HistoryStatus } from './history-status';
export type { BarSeries, BarsWish, HistoryStore, Page, Stretch, TopicWish } from './history-store';
export {
  answerHistory,
  type AnswerHistory,
  type HistoryAnswer,
  type HistoryAnswerOptions,
} from './http/history-answer';
export { memoryHistory, type MemoryHistoryOptions } from './memory/memory-history';
export { record, type RecordOptions } from './record';
export { defaultRetention, type Retention, type RetentionPlan } from './retention';
export { sqliteHistory, type SqliteHistoryOptions } from './sqlite/sqlite-history';
