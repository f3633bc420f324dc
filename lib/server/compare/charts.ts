import type { SpreadChart } from '../../charts/spread/option';
import { parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { spreadSvg } from '../../evidence/spreadSvg';
import { comparedShort } from '../../words/compare';
import type { Compared } from './compare';

/** For a phone; for a tablet of 704 to 960 pixels, and paper; for a desk of 960 to 1,216. Each fills its place, so its letters are 11 to 15 pixels. */
export const SPREAD_WIDTHS = { narrow: 358, middle: 768, wide: 1056 } as const;
export type SpreadSize = keyof typeof SPREAD_WIDTHS;

/** A comparison's chart as SVG; undefined: no minute was compared. */
export function spreadChart({ answer, columns }: Compared, size: SpreadSize): string | undefined {
  if (answer.spreads.every(({ compared }) => compared === 0)) return undefined;
  return spreadSvg({ ...chartOf({ answer, columns }), width: SPREAD_WIDTHS[size] }, `spread-${size}`);
}

/** What a comparison's chart draws, of any size. */
export const chartOf = ({ answer, columns }: Compared): Omit<SpreadChart, 'width' | 'height'> => ({
  from: promised(parseMinute(answer.from)),
  to: promised(parseMinute(answer.to)),
  lines: columns.map((column, i) => ({ ...column, name: comparedShort(answer, i + 1) })),
  simulated: answer.simulated,
});
