import { STAMP_LEANS } from '@/lib/charts/look/stampPlaces';
import { SIMULATED } from '@/lib/words/names';

/** One SIMULATED in a drawing of ours, about its middle: behind the data, over no word. */
export const Stamp = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <text
    aria-hidden
    textAnchor="middle"
    dominantBaseline="middle"
    transform={`translate(${String(x)} ${String(y)}) rotate(-${String(STAMP_LEANS)})`}
    className="fill-[#a06a0033] text-[22px] font-bold dark:fill-[#ffc61a33]"
  >
    {SIMULATED}
  </text>
);
