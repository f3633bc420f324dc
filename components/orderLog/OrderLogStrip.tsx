'use client';

import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { ColumnsAnswer } from '@/lib/api/columns/format';
import { layoutOf } from '@/lib/charts/look/layout';
import { forgetLog, keptLog, type KeptMinute, type KeptRun } from '@/lib/client/orderLog/keptLog';
import { togetherOf } from '@/lib/client/orderLog/orderLog';
import { formatMinute, MINUTE_MS, minuteAt, parseMinute, type Minute } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { count, formatRatio } from '@/lib/words/numbers';
import { logLayers, logStrip, logTotals } from '@/lib/words/orderLogPage';
import { toZone } from '@/lib/words/toZone';
import { venueName } from '@/lib/words/venues';
import type { ChartAxis } from '../chart/chartProps';
import { Select } from '../controls/Select';
import { Time } from '../zone/Time';
import { useZone } from '../zone/useZone';
import { columnsIn, rejectedOf, type AxisSight, type LogColumn } from './columns';

interface Props {
  /** What the tab keeps. */
  readonly kept: string;
  readonly axis: ChartAxis;
  readonly answer: ColumnsAnswer;
}

/** Above the line all rejections, below it those that are reduce-only, in pixels. */
const ABOVE = 72;
const BELOW = 30;
const TOP = 6;
const LEAST_WIDTH = 2;

/** From the axis up; each with a pattern of its own, so that no colour alone tells them apart. */
const LAYERS = [
  ['transport', 'fill-caution'],
  ['business', 'fill-ink-2'],
  ['unknown', 'fill-rule-strong'],
] as const;

/** The reader's own log under a chart, on the chart's axis of time, with its zoom and its crosshair. */
export function OrderLogStrip({ kept, axis, answer }: Props) {
  const { minutes, run } = useMemo(() => keptLog(kept), [kept]);
  const sight = useAxisSight(axis);
  const [at, setAt] = useState<number | undefined>();
  const { crosshair } = axis;
  useEffect(() => crosshair.watch(setAt), [crosshair]);
  const seen = sight === undefined ? [] : inSight(minutes, answer);
  return (
    <section aria-label={logStrip.title} className="mt-2 border-t border-rule pt-2 print:hidden">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-sm font-semibold">{logStrip.title}</h3>
        <button type="button" className="button" onClick={forgetLog}>
          {logStrip.remove}
        </button>
      </div>
      <p className="text-sm text-ink-2">{logStrip.own}</p>
      {sight !== undefined && seen.some((one) => rejectedOf(one) > 0) ? (
        <>
          <Key />
          <Bars axis={axis} sight={sight} minutes={minutes} at={at} />
          <Told minutes={minutes} sight={sight} at={at} />
          <Attempts minutes={minutes} seen={seen} run={run} />
          <Beside minutes={seen} answer={answer} />
        </>
      ) : (
        <p className="mt-1 text-sm">{logStrip.none}</p>
      )}
    </section>
  );
}

const Key = () => (
  <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-2">
    {LAYERS.map(([layer, fill]) => (
      <span key={layer} className="inline-flex items-center gap-1">
        <svg aria-hidden width="10" height="10">
          <rect width="10" height="10" className={fill} />
        </svg>
        {logLayers[layer]}
      </span>
    ))}
    <span>{logStrip.below}</span>
  </p>
);

/** What the chart shows of its axis at this moment. */
function useAxisSight({ chart, drawing, sight: moving }: ChartAxis): AxisSight | undefined {
  const [sight, setSight] = useState<AxisSight | undefined>();
  useEffect(() => {
    const { left, width } = layoutOf(drawing).price;
    const look = (): void => {
      const now = moving.now();
      if (now === undefined || !(now.to > now.from)) return;
      const { from, to } = now;
      setSight((before) =>
        before?.from === from && before.to === to && before.left === left && before.width === width
          ? before
          : { left, width, from, to },
      );
    };
    look();
    chart.on('rendered', look);
    const unwatch = moving.watch(look);
    return () => {
      unwatch();
      if (!chart.isDisposed()) chart.off('rendered', look);
    };
  }, [chart, drawing, moving]);
  return sight;
}

const minuteOf = (iso: string): Minute => promised(parseMinute(iso));

const inSight = (minutes: readonly KeptMinute[], { from, to }: ColumnsAnswer): readonly KeptMinute[] => {
  const [first, end] = [minuteOf(from), minuteOf(to)];
  return minutes.filter(({ minute }) => minute >= first && minute < end);
};

function Bars({
  axis: { crosshair, drawing },
  sight,
  minutes,
  at,
}: {
  readonly axis: ChartAxis;
  readonly sight: AxisSight;
  readonly minutes: readonly KeptMinute[];
  readonly at: number | undefined;
}) {
  const box = useRef<SVGSVGElement>(null);
  const pitch = (sight.width * MINUTE_MS) / (sight.to - sight.from);
  const wide = Math.max(LEAST_WIDTH, pitch - 1);
  const columns = useMemo(() => columnsIn(minutes, sight, Math.max(LEAST_WIDTH, pitch)), [minutes, sight, pitch]);
  const most = Math.max(1, ...columns.map(rejectedOf));
  const point = ({ clientX }: PointerEvent): void => {
    const x = clientX - (box.current?.getBoundingClientRect().left ?? NaN);
    if (x < sight.left || x > sight.left + sight.width) crosshair.hide();
    else crosshair.show(sight.from + ((x - sight.left) / sight.width) * (sight.to - sight.from));
  };
  const right = sight.left + sight.width;
  const base = TOP + ABOVE;
  return (
    <svg
      ref={box}
      role="img"
      aria-label={logStrip.title}
      width={drawing.width}
      height={base + BELOW + 2}
      className="mt-1 block max-w-full cursor-crosshair text-ink-3"
      onPointerMove={point}
      onPointerLeave={crosshair.hide}
    >
      <text x={sight.left - 8} y={TOP + 9} textAnchor="end" fontSize="12" className="fill-ink-3">
        {count(most)}
      </text>
      <text x={sight.left - 8} y={base + 4} textAnchor="end" fontSize="12" className="fill-ink-3">
        0
      </text>
      <line x1={sight.left} x2={right} y1={TOP} y2={TOP} className="stroke-rule" />
      {columns.map((column) => (
        <Bar key={column.minute} column={column} wide={wide} most={most} base={base} />
      ))}
      <line x1={sight.left} x2={right} y1={base} y2={base} stroke="currentColor" />
      {at !== undefined && <line x1={at} x2={at} y1={0} y2={base + BELOW + 2} stroke="currentColor" />}
    </svg>
  );
}

function Bar({
  column,
  wide,
  most,
  base,
}: {
  readonly column: LogColumn;
  readonly wide: number;
  readonly most: number;
  readonly base: number;
}) {
  const left = column.x - wide / 2;
  const tall = (layer: keyof LogColumn['layers']): number => (column.layers[layer] / most) * ABOVE;
  return (
    <>
      {LAYERS.map(([layer, fill], i) => {
        const height = tall(layer);
        const y = base - LAYERS.slice(0, i + 1).reduce((sum, [one]) => sum + tall(one), 0);
        return height === 0 ? null : <rect key={layer} x={left} y={y} width={wide} height={height} className={fill} />;
      })}
      {column.reduceOnly > 0 && (
        <rect x={left} y={base + 1} width={wide} height={(column.reduceOnly / most) * BELOW} className="fill-ink-3" />
      )}
    </>
  );
}

/** The minute under the crosshair, in words. */
function Told({
  minutes,
  sight,
  at,
}: {
  readonly minutes: readonly KeptMinute[];
  readonly sight: AxisSight;
  readonly at: number | undefined;
}) {
  const zone = useZone();
  const byMinute = useMemo(() => new Map(minutes.map((one) => [one.minute, one])), [minutes]);
  if (at === undefined) return <p className="min-h-5 text-sm" />;
  const ms = sight.from + ((at - sight.left) / sight.width) * (sight.to - sight.from);
  const minute = minuteAt(Math.round(ms / MINUTE_MS) * MINUTE_MS);
  const one = byMinute.get(minute);
  const rejected = one === undefined ? 0 : rejectedOf(one);
  return (
    <p className="min-h-5 text-sm tabular-nums">
      {toZone(logStrip.minute(formatMinute(minute), rejected, one?.reduceOnly ?? NONE, one?.accepted ?? NONE), zone)}
    </p>
  );
}

/** Of a minute that the log does not have. */
const NONE = 0;

const sum = (minutes: readonly KeptMinute[], countOf: (one: KeptMinute) => number): number =>
  minutes.reduce((total, one) => total + countOf(one), 0);
const acceptedOf = ({ accepted }: KeptMinute): number => accepted;

/** How many of the window's attempts were rejected, and the longest run without a success of the whole log. */
function Attempts({
  minutes,
  seen,
  run,
}: {
  readonly minutes: readonly KeptMinute[];
  readonly seen: readonly KeptMinute[];
  readonly run: KeptRun | undefined;
}) {
  const rejected = sum(seen, rejectedOf);
  const attempts = rejected + sum(seen, acceptedOf);
  return (
    <dl className="mt-1 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
      <div>
        <dt className="label">
          {logTotals.rate} · {logStrip.inWindow}
        </dt>
        <dd className="tabular-nums">
          {sum(minutes, acceptedOf) === 0
            ? logTotals.noRateWhy
            : `${formatRatio(rejected / attempts)} · ${logTotals.attempts(rejected, attempts)}`}
        </dd>
      </div>
      {run !== undefined && (
        <div>
          <dt className="label">
            {logTotals.longest} · {logStrip.inLog}
          </dt>
          <dd className="tabular-nums">
            {logTotals.run(run.attempts)} · <Time iso={formatMinute(run.from)} /> – <Time iso={formatMinute(run.to)} />
            {!run.isBounded && ` · ${logTotals.openRun}`}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The same minutes beside the episodes of one of the chart's markets: counts, and who came first. */
function Beside({ minutes, answer }: { readonly minutes: readonly KeptMinute[]; readonly answer: ColumnsAnswer }) {
  const markets = useMemo(
    () => [...new Map(answer.episodes.map((one) => [`${one.venue} ${one.market} ${one.kind}`, one])).entries()],
    [answer],
  );
  const [chosen, choose] = useState<string | undefined>();
  const [key] = markets.find(([name]) => name === chosen) ?? markets[0] ?? [];
  if (key === undefined) return null;
  const together = togetherOf(
    minutes.map((one) => ({ ...one, rejected: rejectedOf(one), codes: [] })),
    answer.episodes
      .filter((one) => `${one.venue} ${one.market} ${one.kind}` === key)
      .map(({ start, end }) => ({ start: minuteOf(start), end: minuteOf(end) })),
  );
  const { bothMinutes, rejectedMinutes, firstLead, lastLead } = together.all;
  return (
    <div className="mt-2 text-sm">
      <label className="inline-flex flex-wrap items-center gap-2">
        <span className="label">{logStrip.venue}</span>
        <Select
          value={key}
          choices={markets.map(([name, one]) => ({
            value: name,
            label: `${venueName(one.venue)} ${one.market}${one.kind === 'spot' ? '' : ` ${one.kind}`}`,
          }))}
          onChoose={choose}
        />
      </label>
      <p className="mt-1 max-w-[78ch]">
        {logStrip.together(bothMinutes, rejectedMinutes, together.episodeMinutes)}{' '}
        {firstLead !== undefined && logStrip.lead(firstLead)} {lastLead !== undefined && logStrip.lag(lastLead)}{' '}
        {logStrip.cause}
      </p>
    </div>
  );
}
