import { STAMP_LEANS } from '@/lib/charts/look/stampPlaces';
import { SIMULATED } from '@/lib/words/names';

interface Props {
  readonly x: number;
  readonly y: number;
  /** In a line between two of words: smaller, and level. */
  readonly isInLine?: boolean;
}

/** One SIMULATED in a drawing of ours, about its middle: behind the data, over no word. */
export const Stamp = ({ x, y, isInLine = false }: Props) => (
  <text
    aria-hidden
    textAnchor="middle"
    dominantBaseline="middle"
    transform={`translate(${String(x)} ${String(y)})${isInLine ? '' : ` rotate(-${String(STAMP_LEANS)})`}`}
    className={`fill-(--simulated) font-bold ${isInLine ? 'text-[15px]' : 'text-[22px]'}`}
  >
    {SIMULATED}
  </text>
);
