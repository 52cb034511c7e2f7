/** What is measured and how it is shown: findings, plots, the record's files. */
export { circumstancesText, type Circumstances, type Machine } from './circumstances';
export { claimsOf } from './claims-of';
export { escapeText } from './escape-text';
export { verdictNames, type ClaimVerdict, type Finding, type FindingTable, type Verdict } from './finding';
export { htmlReport, type Report, type ReportSection } from './html-report';
export {
  parseCircumstances,
  parseFinding,
  parseMachine,
  parseMeasurement,
  type ExperimentText,
  type Measurement,
} from './measurement';
export { measurementSection } from './measurement-section';
export type { Plot, Series } from './plot';
export {
  plotHeight,
  plotLayout,
  type PlacedSeries,
  type PlotLayout,
  type PlotRoom,
  type Tick,
} from './plot-layout';
export { plotFile, plotInks, plotStyle, plotSvg } from './plot-svg';
export { BadShape, shape } from './shape';
export { parseStats, type Stats, type TransportStats } from './stats';
