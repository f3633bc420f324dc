import type { Columns } from '../buckets/columns';
import { extremesOf, slotEdges } from '../buckets/extremes';
import { COLOURS, REASONS, stepOf, STEPS, type Cell } from './stripScale';

/** A run of equal cells of one row: minutes `[from, to)` since the window's first. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly cell: Cell;
  /** The run is measured, but some of its buckets have missing minutes too. */
  readonly partly: boolean;
}

/**
 * The row of one series: equal neighbours as one run. A bucket shows its furthest deviation, never a mean. `edges`: the
 * buckets, in minutes since the window's first.
 */
export function runsOf(columns: Columns, edges: Uint32Array): readonly Run[] {
  const slots = slotEdges(columns.at, edges);
  const [lows, highs] = [extremesOf(columns.dLow, slots), extremesOf(columns.dHigh, slots)];
  const runs: { from: number; to: number; cell: Cell; partly: boolean }[] = [];
  let open: (typeof runs)[number] | undefined;
  // Sixteen rows of a thousand buckets are gone through for each frame: most of them only go on with the run that is open.
  let openCode = -1;
  for (let b = 0; b + 1 < edges.length; b += 1) {
    const step = stepOf(lows.min[b] ?? NaN, highs.max[b] ?? NaN);
    const why = step === undefined ? commonest(columns.missing, slots[b] ?? NaN, slots[b + 1] ?? NaN) : undefined;
    const partly = step !== undefined && lows.hasHole[b] === 1;
    const code = (why === undefined ? codeOfStep(step as number) : codeOfReason(why)) + (partly ? PARTLY : 0);
    const to = edges[b + 1] as number;
    if (open !== undefined && openCode === code) {
      open.to = to;
      continue;
    }
    open = { from: edges[b] as number, to, cell: why === undefined ? { step: step as number } : { why }, partly };
    openCode = code;
    runs.push(open);
  }
  return runs;
}

/** The reason that the most slots have; of equally many the one the legend names first. */
function commonest(missing: Columns['missing'], from: number, to: number): (typeof REASONS)[number] {
  const often = new Uint32Array(REASONS.length);
  for (let slot = from; slot < to; slot += 1) {
    const why = missing[slot];
    if (why !== null && why !== undefined) (often[REASONS.indexOf(why)] as number) += 1;
  }
  return REASONS[often.indexOf(Math.max(...often))] ?? 'not-fetched';
}

/** Marks a run that is partly missing, above every other code. */
const PARTLY = 32;
const FIRST_REASON = COLOURS;

/** A run as a number, for typed arrays: steps from 0 (50 % below) up, then the reasons. */
export function codeOf({ cell, partly }: Pick<Run, 'cell' | 'partly'>): number {
  const code = 'step' in cell ? codeOfStep(cell.step) : codeOfReason(cell.why);
  return partly ? code + PARTLY : code;
}

const codeOfStep = (step: number): number => step + STEPS.length;
const codeOfReason = (why: (typeof REASONS)[number]): number => FIRST_REASON + REASONS.indexOf(why);

export function cellOf(code: number): Pick<Run, 'cell' | 'partly'> {
  const plain = code % PARTLY;
  const why = REASONS[plain - FIRST_REASON];
  return { cell: why === undefined ? { step: plain - STEPS.length } : { why }, partly: code >= PARTLY };
}

/** How late a run is painted: the further a venue strayed, the later, so that one minute is not painted over by its calm neighbours. */
const rank = ({ cell }: Run): number => ('step' in cell ? Math.abs(cell.step) : -1);

/** The runs of all rows in the order in which they are painted. */
export function paintOrder(
  rows: readonly Columns[],
  edges: Uint32Array,
): readonly { readonly run: Run; readonly row: number }[] {
  const cells = rows.flatMap((columns, row) => runsOf(columns, edges).map((run) => ({ run, row })));
  return cells.sort((a, b) => rank(a.run) - rank(b.run));
}
