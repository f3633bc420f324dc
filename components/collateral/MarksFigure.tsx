'use client';

import type { CSSProperties } from 'react';
import { stampPlaces } from '@/lib/charts/look/stampPlaces';
import { textWidth } from '@/lib/charts/look/textWidth';
import { venueColour } from '@/lib/charts/look/venueColour';
import { curvePath, holeRuns, marksPlot, spreadNames, type MarksPlot } from '@/lib/charts/marks/curves';
import type { MarksAnswer } from '@/lib/api/marks';
import type { Reading, ReadingMarks } from '@/lib/domain/marks/marks';
import { parseMinute, plus, epochMs, type Minute } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { zonedTime } from '@/lib/domain/zone';
import { levelWords, marksChart, readingWords } from '@/lib/words/collateralPage';
import { axisPrice } from '@/lib/words/numbers';
import { Stamp } from '../frame/Stamp';
import { useZone } from '../zone/useZone';

interface Props {
  readonly answer: MarksAnswer;
  readonly all: readonly ReadingMarks[];
  /** NaN: none. */
  readonly level: number;
}

/** The venue's own book in the colour it has on every chart; what it is held against told apart by its strokes. */
const STROKES: Readonly<
  Record<Reading, { readonly stroke: string; readonly width: number; readonly dashes?: string }>
> = {
  own: { stroke: 'var(--venue)', width: 2 },
  others: { stroke: 'var(--ink)', width: 1.25 },
  ratio: { stroke: 'var(--ink-2)', width: 1.25, dashes: '7 3' },
  index: { stroke: 'var(--ink-2)', width: 1.5, dashes: '2 3' },
};

/** Their names: not every venue's colour has the contrast that words need. */
const FILLS: Readonly<Record<Reading, string>> = {
  own: 'var(--ink)',
  others: 'var(--ink)',
  ratio: 'var(--ink-2)',
  index: 'var(--ink-2)',
};

/** For a phone, for a tablet and paper, and for a wide page: one of them is shown. Heights are without the rows of holes; `right` has room for names, or they stand above what they name. */
const SIZES = {
  narrow: {
    width: 358,
    height: 300,
    left: 52,
    right: 6,
    row: 28,
    mostNames: 4,
    className: 'md:hidden print:hidden',
  },
  middle: {
    width: 720,
    height: 380,
    left: 60,
    right: 150,
    row: 13,
    mostNames: 6,
    className: 'max-md:hidden xl:hidden print:block w-full',
  },
  wide: {
    width: 1216,
    height: 440,
    left: 60,
    right: 150,
    row: 13,
    mostNames: 10,
    className: 'max-xl:hidden print:hidden w-full',
  },
} as const;
type Size = (typeof SIZES)[keyof typeof SIZES];

const [ABOVE, BELOW] = [22, 24] as const;
const NAME_HEIGHT = 15;

/** Every reading over time, with the level; the tables below say the same. A hole breaks a line, and is drawn below it. */
export function MarksFigure({ answer, all, level }: Props) {
  return (
    <figure className="of-venue" style={coloursOf(answer.venue)}>
      <Legend all={all} level={level} />
      {(['narrow', 'middle', 'wide'] as const).map((size) => (
        <Picture key={size} answer={answer} all={all} level={level} size={SIZES[size]} />
      ))}
    </figure>
  );
}

const coloursOf = (venue: string): CSSProperties & Readonly<Record<`--${string}`, string>> => ({
  '--venue-light': venueColour(venue, 'light'),
  '--venue-dark': venueColour(venue, 'dark'),
});

function Legend({ all, level }: Omit<Props, 'answer'>) {
  return (
    <figcaption className="mb-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
      {all.map(({ reading }) => (
        <span key={reading} className="inline-flex items-center gap-2 whitespace-nowrap">
          <svg width={26} height={8} aria-hidden>
            <Stroke reading={reading} d="M1 4H25" />
          </svg>
          {readingWords(reading)}
        </span>
      ))}
      {!Number.isNaN(level) && (
        <span className="inline-flex items-center gap-2 whitespace-nowrap text-below">
          <svg width={26} height={8} aria-hidden>
            <path d="M1 4H25" stroke="var(--below)" strokeWidth={1.5} />
          </svg>
          {levelWords(level)}
        </span>
      )}
    </figcaption>
  );
}

function Stroke({ reading, d }: { readonly reading: Reading; readonly d: string }) {
  const { stroke, width, dashes } = STROKES[reading];
  return <path d={d} fill="none" stroke={stroke} strokeWidth={width} strokeDasharray={dashes} strokeLinecap="round" />;
}

function Picture({ answer, all, level, size }: Props & { readonly size: Size }) {
  const from = promised(parseMinute(answer.from));
  const slots = answer.readings.own.holes.length;
  const holed = all.filter(({ column }) => column.holes.some((why) => why !== null));
  const height = size.height - ABOVE - BELOW;
  const below = holed.length * size.row;
  const plot = marksPlot({
    columns: all.map(({ column }) => column.prices),
    level: Number.isNaN(level) ? undefined : level,
    slots,
    from,
    width: size.width - size.left - size.right,
    height,
    mostNames: size.mostNames,
  });
  if (plot === undefined) return null;
  const hasRoom = size.right > NAME_HEIGHT;
  return (
    <svg
      viewBox={`0 0 ${String(size.width)} ${String(size.height + below)}`}
      className={`h-auto max-w-full ${size.className}`}
      role="img"
      aria-label={marksChart.description(answer.name, answer.venue)}
      fontSize={12}
    >
      <text x={0} y={12} fill="var(--ink-3)">
        {marksChart.axis(plot.axis)}
      </text>
      <g transform={`translate(${String(size.left)} ${String(ABOVE)})`}>
        {answer.simulated && <Simulated width={plot.width} height={height} />}
        <Axes plot={plot} from={from} left={size.left} below={below} />
        {all.map(({ reading, column }) => (
          <Stroke key={reading} reading={reading} d={curvePath(column.prices, plot)} />
        ))}
        {!Number.isNaN(level) && (
          <path d={`M0 ${String(plot.y(level))}H${String(plot.width)}`} stroke="var(--below)" strokeWidth={1.5} />
        )}
        {holed.map(({ reading, column }, row) => (
          <Holes
            key={reading}
            reading={reading}
            prices={column.prices}
            plot={plot}
            foot={height + (row + 1) * size.row}
            isNamedAbove={!hasRoom}
          />
        ))}
        {hasRoom && <Names all={all} level={level} plot={plot} />}
      </g>
    </svg>
  );
}

/** Behind the lines. */
const Simulated = (plot: { readonly width: number; readonly height: number }) =>
  stampPlaces({ left: 0, top: 0, ...plot }).map(({ x, y }, i) => <Stamp key={i} x={x} y={y} />);

interface AxesProps {
  readonly plot: MarksPlot;
  readonly from: Minute;
  /** Of the plot. */
  readonly left: number;
  /** The rows of holes between the plot and the times. */
  readonly below: number;
}

/** Half of a time, and what is between it and the zone's name. */
const [HALF_TIME, TIME_GAP] = [17, 4] as const;

function Axes({ plot, from, left, below }: AxesProps) {
  const zone = useZone();
  const name = zonedTime(epochMs(from), zone).name;
  const isFree = (slot: number): boolean => left + plot.x(slot) - HALF_TIME - TIME_GAP >= textWidth(name, 12);
  const foot = plot.height + below + 18;
  return (
    <g>
      {plot.prices.map((price) => (
        <g key={price}>
          <path d={`M0 ${String(plot.y(price))}H${String(plot.width)}`} stroke="var(--rule)" />
          <text x={-6} y={plot.y(price)} dy="0.35em" textAnchor="end" fill="var(--ink-3)">
            {axisPrice(price)}
          </text>
        </g>
      ))}
      <text x={-left} y={foot} fill="var(--ink-3)">
        {name}
      </text>
      {plot.slots.filter(isFree).map((slot) => (
        <text key={slot} x={plot.x(slot)} y={foot} textAnchor="middle" fill="var(--ink-3)">
          {zonedTime(epochMs(plus(from, slot)), zone).clock}
        </text>
      ))}
    </g>
  );
}

interface HolesProps {
  readonly reading: Reading;
  readonly prices: Float64Array;
  readonly plot: MarksPlot;
  /** Of its row. */
  readonly foot: number;
  /** Or at the plot's right. */
  readonly isNamedAbove: boolean;
}

/** Where a reading has no mark: a row of its own below the prices, in its stroke's colour. */
function Holes({ reading, prices, plot, foot, isNamedAbove }: HolesProps) {
  const half = plot.width / prices.length / 2;
  const top = foot - 8;
  const name = isNamedAbove ? { x: 0, y: top - 11 } : { x: plot.width + 6, y: top };
  return (
    <g>
      <title>{`${readingWords(reading)}: ${marksChart.holes}`}</title>
      <path
        d={holeRuns(prices)
          .map(([from, to]) => `M${String(plot.x(from) - half)} ${String(top)}H${String(plot.x(to - 1) + half)}`)
          .join('')}
        stroke={STROKES[reading].stroke}
        strokeWidth={4}
        strokeDasharray="2 2"
      />
      <text {...name} dy="0.35em" fontSize={11} fill="var(--ink-3)">
        {`${readingWords(reading)}: ${marksChart.holes}`}
      </text>
    </g>
  );
}

/** Each reading's name at the right end of its line. */
function Names({ all, level, plot }: Omit<Props, 'answer'> & { readonly plot: MarksPlot }) {
  const ends = [
    ...all.flatMap(({ reading, column }) => {
      const last = column.prices.findLast((price) => !Number.isNaN(price));
      return last === undefined ? [] : [{ name: readingWords(reading), fill: FILLS[reading], at: plot.y(last) }];
    }),
    ...(Number.isNaN(level) ? [] : [{ name: marksChart.level, fill: 'var(--below)', at: plot.y(level) }]),
  ];
  const placed = spreadNames(
    ends.map(({ at }) => at),
    NAME_HEIGHT,
    plot.height,
  );
  return ends.map(({ name, fill }, i) => (
    <text key={name} x={plot.width + 6} y={placed[i]} dy="0.35em" fill={fill}>
      {name}
    </text>
  ));
}
