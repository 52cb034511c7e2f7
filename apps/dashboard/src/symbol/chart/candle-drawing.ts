import {
  CandlestickSeries,
  ColorType,
  createChart,
  HistogramSeries,
  LineSeries,
  type IChartApi,
  type ISeriesApi,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import type { ChartInks, ChartWords, Drawing } from './drawing';
import { lineNames, type LineName, type Point } from './points';

const timeOf = ({ bar }: Point): UTCTimestamp => (bar.start / 1000) as UTCTimestamp;
const msOf = (time: Time): number => (typeof time === 'number' ? time * 1000 : 0);

/** A {@link Drawing} by TradingView's Lightweight Charts; the page names it and links to it, as its licence asks. */
export function candleDrawing(element: HTMLElement): Drawing {
  const chart = createChart(element, {
    autoSize: true,
    layout: {
      attributionLogo: false,
      fontSize: 11,
      background: { type: ColorType.Solid, color: 'transparent' },
    },
    timeScale: {
      timeVisible: true,
      secondsVisible: true,
      rightOffset: 4,
      borderVisible: false,
      minBarSpacing: 1,
    },
    rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.06, bottom: 0.22 } },
  });
  const series = seriesOf(chart);
  const draw = (points: readonly Point[], how: 'setData' | 'update') => {
    const candles = points.flatMap((point, i) => {
      // What stood before a point that is drawn already stays as it is.
      const before =
        how === 'update' && i === 0 ? [] : point.empty.map((at) => ({ time: (at / 1000) as UTCTimestamp }));
      return [...before, { time: timeOf(point), ...ohlc(point) }];
    });
    const volumes = points.map(volumePoint);
    const lines = lineNames.map((name) => points.map((point) => linePoint(point, name)));
    if (how === 'setData') {
      series.candles.setData(candles);
      series.volume.setData(volumes);
      lineNames.forEach((name, i) => series.lines[name].setData(lines[i] ?? []));
      return;
    }
    candles.forEach((candle) => series.candles.update(candle));
    volumes.forEach((one) => series.volume.update(one));
    lineNames.forEach((name, i) => lines[i]?.forEach((one) => series.lines[name].update(one)));
  };
  return {
    replace: (points) => {
      draw(points, 'setData');
      chart.timeScale().scrollToRealTime();
    },
    change: (points) => draw(points, 'update'),
    show: (shown) => {
      for (const name of lineNames) series.lines[name].applyOptions({ visible: shown.includes(name) });
    },
    paint: (inks) => paint(chart, series, inks),
    speak: (words) => speak(chart, words),
    remove: () => chart.remove(),
  };
}

type Series = ReturnType<typeof seriesOf>;

function seriesOf(chart: IChartApi) {
  const quiet = { lastValueVisible: false, priceLineVisible: false };
  const volume = chart.addSeries(HistogramSeries, {
    ...quiet,
    priceScaleId: 'volume',
    priceFormat: { type: 'volume' },
  });
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
  const candles = chart.addSeries(CandlestickSeries, { borderVisible: false });
  const line = () => chart.addSeries(LineSeries, { ...quiet, lineWidth: 2, crosshairMarkerVisible: false });
  const lines: Readonly<Record<LineName, ISeriesApi<'Line'>>> = { vwap: line(), fast: line(), slow: line() };
  return { volume, candles, lines };
}

const ohlc = ({ bar: { open, high, low, close } }: Point) => ({ open, high, low, close });

/** An index has no volume, and a column of none would still be drawn. */
const volumePoint = (point: Point) =>
  point.bar.volume > 0 ? { time: timeOf(point), value: point.bar.volume } : { time: timeOf(point) };

function linePoint(point: Point, name: LineName) {
  const value = point[name];
  return value === undefined ? { time: timeOf(point) } : { time: timeOf(point), value };
}

function paint(chart: IChartApi, { candles, volume, lines }: Series, inks: ChartInks): void {
  chart.applyOptions({
    layout: { textColor: inks.text },
    grid: { vertLines: { color: inks.line }, horzLines: { color: inks.line } },
    crosshair: {
      vertLine: { labelBackgroundColor: inks.volume },
      horzLine: { labelBackgroundColor: inks.volume },
    },
  });
  candles.applyOptions({
    upColor: inks.up,
    wickUpColor: inks.up,
    downColor: inks.down,
    wickDownColor: inks.down,
  });
  volume.applyOptions({ color: inks.volume });
  for (const name of lineNames) lines[name].applyOptions({ color: inks[name] });
}

function speak(chart: IChartApi, { moment, mark, price }: ChartWords): void {
  chart.applyOptions({
    localization: { timeFormatter: (time: Time) => moment(msOf(time)), priceFormatter: price },
    timeScale: { tickMarkFormatter: (time: Time) => mark(msOf(time)) },
  });
}
