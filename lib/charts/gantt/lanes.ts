/** Something with a bar and a label beside it, in pixels from the plot's left edge. */
export interface Laid<T> {
  readonly item: T;
  readonly lane: number;
  readonly bar: { readonly x: number; readonly width: number };
  readonly label: { readonly x: number; readonly align: 'left' | 'right' };
}

export interface Spans<T> {
  readonly x: (item: T) => number;
  readonly end: (item: T) => number;
  readonly labelWidth: (item: T) => number;
  /** Upright lines through the plot, in pixels from its left edge, that a label is better not written across. */
  readonly edges?: readonly number[];
  /** Pixels left of the plot that labels may use in every lane but the first, beside which the name of all stands. */
  readonly gutter?: number;
}

/** A bar of one minute in a window of days is still seen. */
export const LEAST_BAR = 3;
const GAP = 4;
const BETWEEN = 8;

/**
 * Puts bars, in their order, each into the first lane with room, so that neither bars nor labels of one lane touch. A label stands right of its bar;
 * left where the plot ends before it does, or where it would lie across an edge and left of its bar it does not. Where the plot has no room at the left,
 * the gutter before it may: the first lane has none.
 */
export function inLanes<T>(
  items: readonly T[],
  width: number,
  { x, end, labelWidth, edges = [], gutter = 0 }: Spans<T>,
): readonly Laid<T>[] {
  const lanes: [from: number, to: number][][] = [];
  return items.map((item) => {
    const barWidth = Math.max(LEAST_BAR, end(item) - x(item));
    const barX = Math.min(x(item), width - barWidth);
    const text = labelWidth(item);
    const [right, left] = [barX + barWidth + GAP, barX - GAP - text];
    const crosses = (start: number): boolean => edges.some((edge) => edge > start && edge < start + text);
    const suits = right + text <= width && (!crosses(right) || crosses(left));
    const isGutters = !suits && left < 0 && left >= -gutter && lanes.length > 0;
    const isRight = !isGutters && (left < 0 || suits);
    const span: [number, number] = isRight ? [barX, right + text + BETWEEN] : [left, barX + barWidth + BETWEEN];
    const free = lanes.findIndex(
      (taken, at) => (at > 0 || !isGutters) && taken.every(([from, to]) => span[1] <= from || span[0] >= to),
    );
    const lane = free === -1 ? lanes.length : free;
    (lanes[lane] ??= []).push(span);
    return {
      item,
      lane,
      bar: { x: barX, width: barWidth },
      label: isRight ? { x: right, align: 'left' } : { x: barX - GAP, align: 'right' },
    };
  });
}
