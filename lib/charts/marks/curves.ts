/** Where things stand in a plot of prices over minutes, in its own units: x to the right, y down. */
export interface MarksPlot {
  readonly width: number;
  readonly height: number;
  /** The scale of the prices: logarithmic, or the price that a linear one begins at, which its reader is told. */
  readonly axis: 'log' | number;
  readonly x: (slot: number) => number;
  readonly y: (price: number) => number;
  /** Prices that lines are drawn at. */
  readonly prices: readonly number[];
  /** Slots that are named below, in order. */
  readonly slots: readonly number[];
}

/** From here on a linear axis presses most of a window flat (design of the charts). */
const LOGARITHMIC_FROM = 4;
/** Above and below, as a share of the height. */
const ROOM = 0.06;
/** Minutes between named slots: whole parts of an hour or a day. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1_440] as const;

interface Asked {
  readonly columns: readonly Float64Array[];
  /** Drawn as well; undefined: none. */
  readonly level: number | undefined;
  readonly slots: number;
  /** Minutes since 1970 of the first slot: named slots are whole parts of an hour. */
  readonly from: number;
  readonly width: number;
  readonly height: number;
  /** The most names below. */
  readonly mostNames: number;
}

/** The plot of some columns, whose holes are NaN; undefined: there is no price in any. */
export function marksPlot({ columns, level, slots, from, width, height, mostNames }: Asked): MarksPlot | undefined {
  let least = Infinity;
  let most = -Infinity;
  for (const column of [...columns, ...(level === undefined ? [] : [[level]])])
    for (const price of column) {
      if (Number.isNaN(price)) continue;
      least = Math.min(least, price);
      most = Math.max(most, price);
    }
  if (!Number.isFinite(least)) return undefined;
  const isLogarithmic = most / least > LOGARITHMIC_FROM;
  const scaled = isLogarithmic ? Math.log : (price: number): number => price;
  const [low, high] = [scaled(least), scaled(most)];
  // One price alone stands in the middle.
  const span = high > low ? high - low : Math.max(Math.abs(high), 1) * ROOM;
  const [bottom, top] = [low - span * ROOM, high + span * ROOM];
  const step = STEPS.find((one) => slots / one <= mostNames) ?? STEPS[STEPS.length - 1] ?? 1;
  const first = (step - (from % step)) % step;
  return {
    width,
    height,
    axis: isLogarithmic ? 'log' : bottom,
    x: (slot) => ((slot + 0.5) / slots) * width,
    y: (price) => height - ((scaled(price) - bottom) / (top - bottom)) * height,
    prices: isLogarithmic ? logarithmicTicks(least, most) : linearTicks(least, most),
    slots: Array.from({ length: Math.max(0, Math.ceil((slots - first) / step)) }, (_, i) => first + i * step),
  };
}

/** About five round prices inside. */
function linearTicks(least: number, most: number): readonly number[] {
  const raw = (most - least) / 5;
  if (!(raw > 0)) return [least];
  const ten = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((one) => one * ten >= raw) ?? 10) * ten;
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, i) => (first + i) * step);
}

/** 1, 2 and 5 of each power of ten inside. */
function logarithmicTicks(least: number, most: number): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power += 1)
    for (const one of [1, 2, 5])
      if (one * 10 ** power >= least && one * 10 ** power <= most) ticks.push(one * 10 ** power);
  return ticks;
}

/** A column as the path of an SVG: a hole breaks the line, and a price between two holes is a dot. Empty: no price. */
export function curvePath(prices: Float64Array, { x, y }: Pick<MarksPlot, 'x' | 'y'>): string {
  const parts: string[] = [];
  let isDrawing = false;
  for (const [slot, price] of prices.entries()) {
    if (Number.isNaN(price)) {
      isDrawing = false;
      continue;
    }
    const isAlone = !isDrawing && Number.isNaN(prices[slot + 1] ?? NaN);
    parts.push(`${isDrawing ? 'L' : 'M'}${fine(x(slot))} ${fine(y(price))}${isAlone ? 'h0' : ''}`);
    isDrawing = true;
  }
  return parts.join('');
}

const fine = (value: number): string => String(Math.round(value * 10) / 10);

/** Runs of holes, half-open. */
export function holeRuns(prices: Float64Array): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (const [slot, price] of prices.entries()) {
    if (!Number.isNaN(price)) continue;
    const last = runs.at(-1);
    if (last?.[1] === slot) last[1] = slot + 1;
    else runs.push([slot, slot + 1]);
  }
  return runs;
}

/** Heights of names that belong at `wanted`, pushed apart to at least `apart` and kept inside `[0, height]` where they fit; in the same order. */
export function spreadNames(wanted: readonly number[], apart: number, height: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const placed: number[] = [];
  let free = 0;
  for (const i of order) {
    const at = Math.max(free, wanted[i] as number);
    placed[i] = at;
    free = at + apart;
  }
  let limit = height;
  for (const i of order.reverse()) {
    const at = Math.min(placed[i] as number, limit);
    placed[i] = at;
    limit = at - apart;
  }
  return placed;
}
