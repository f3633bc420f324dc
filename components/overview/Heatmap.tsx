import { Link } from '@/components/frame/Link';
import { shadeOf, SHADE_LEVELS, type HeatCell, type HeatGrid } from '@/lib/charts/heatmap/grid';
import type { Venue } from '@/lib/domain/market';
import { venuePath } from '@/lib/permalink/venue';
import { heatmap } from '@/lib/words/heatmap';
import { venueName } from '@/lib/words/venues';
import { Scroller, Section } from '../frame/Section';
import { inLanguage } from '@/lib/permalink/language';

/** Assets × venues, coloured by depth; a cell opens its minute. A table, so that every cell has its name. */
export function Heatmap({ grid }: { readonly grid: HeatGrid }) {
  if (grid.rows.length === 0) return null;
  return (
    <Section
      id="heatmap"
      title={heatmap.title}
      lead={heatmap.lead}
      aside={
        <Link className="button" href="/scan">
          {heatmap.more}
        </Link>
      }
    >
      <Scroller label={heatmap.label}>
        <table className="own-colours sheet bg-paper" aria-label={heatmap.label}>
          <thead>
            <tr>
              <th scope="col">{heatmap.asset}</th>
              {grid.venues.map((venue) => (
                <th key={venue} scope="col" className="num">
                  <a className="link" href={inLanguage(venuePath(venue as Venue))}>
                    {venueName(venue)}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ asset, name, cells }) => (
              <tr key={asset}>
                <th scope="row">
                  <a className="link" href={inLanguage(`/${asset}`)}>
                    {name}
                  </a>
                </th>
                {cells.map((cell, i) => (
                  <Cell key={grid.venues[i]} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <Key />
    </Section>
  );
}

function Cell({ cell }: { readonly cell: HeatCell | 'held' | 'none' }) {
  if (typeof cell === 'string')
    return (
      <td className={`num relative ${cell === 'none' ? NO_DATA : ''}`}>
        <span className="sr-only">{heatmap[cell]}</span>
      </td>
    );
  return (
    <td className={`num !p-0 ${colourOf(cell.peak)}`}>
      {/* Plain links: hundreds of them need no code. */}
      <a
        className="block px-2 py-1.5 text-xs hover:underline"
        href={inLanguage(cell.href)}
        aria-label={heatmap.open(cell)}
      >
        {heatmap.cell(cell.peak)}
      </a>
    </td>
  );
}

/** Words in the ink of the page are read on every one of them. */
const BELOW = ['bg-below/10', 'bg-below/20', 'bg-below/32', 'bg-below/44', 'bg-below/56'] as const;
const ABOVE = ['bg-above/10', 'bg-above/18', 'bg-above/26', 'bg-above/35', 'bg-above/44'] as const;

/** Warm below the reference, cool above it. */
const colourOf = (peak: number): string => (peak < 0 ? BELOW : ABOVE)[shadeOf(peak)] ?? '';

/** No episode is shallower. */
const LEAST = 0.01;

/** No data is hatched, so that it is not taken for a venue that never strayed. */
const NO_DATA = 'bg-[repeating-linear-gradient(-45deg,var(--rule)_0_1px,transparent_1px_6px)]';

function Key() {
  return (
    <p className="own-colours mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 bg-paper text-xs text-ink-2">
      {SHADE_LEVELS.map((level) => (
        <span key={level} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`inline-block h-3 w-5 ${colourOf(-Math.max(level, LEAST))}`} />
          <span aria-hidden className={`inline-block h-3 w-5 ${colourOf(Math.max(level, LEAST))}`} />
          {heatmap.key} {heatmap.level(level)}
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className={`inline-block h-3 w-5 border border-rule ${NO_DATA}`} />
        {heatmap.none}
      </span>
    </p>
  );
}
