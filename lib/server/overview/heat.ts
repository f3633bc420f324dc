import type { OverviewAnswer } from '../../api/overview';
import { heatGrid, type HeatGrid } from '../../charts/heatmap/grid';
import { defaultEnter, symbolOf } from '../../domain/asset';
import { BEYOND_RATES } from '../../domain/episode';
import { formatMinute, parseMinute, minuteRange } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { promised } from '../../domain/unit';
import { viewPath } from '../../permalink/view';
import { deepestByVenue, type VenueDepth } from '../../store/episodes/episodes';
import type { Context } from '../context';
import { linkWindow } from '../coverage/overview';

/** More rows are a list, which the scan is. */
const MOST_ASSETS = 40;
/** The deepest episodes among which they are looked for. */
const AMONG = 1_000;

/** Of the assets that strayed furthest, the deepest episode on every venue, from what is stored of episodes. */
export async function heatGridOf({ database }: Context, { assets }: OverviewAnswer): Promise<HeatGrid> {
  const stored = new Map(assets.map((one) => [one.asset, one]));
  const cells = await deepestByVenue(database, { certainty: BEYOND_RATES, among: AMONG, most: MOST_ASSETS });
  return heatGrid(
    cells.map((cell) => ({
      asset: cell.asset,
      name: symbolOf(cell.asset),
      venue: cell.venue,
      peak: cell.peak,
      peakMinute: formatMinute(cell.peakMinute),
      href: minutePath(cell, stored.get(cell.asset)),
    })),
    (asset) => stored.get(asset)?.venues ?? [],
  );
}

function minutePath(cell: VenueDepth, held: OverviewAnswer['assets'][number] | undefined): string {
  const at = (iso: string) => promised(parseMinute(iso));
  const range = linkWindow(cell, held === undefined ? undefined : minuteRange(at(held.from), at(held.to)));
  return viewPath({
    question: {
      ...defaultQuestion(cell.asset, range),
      enter: defaultEnter(cell.asset),
      reference: { kind: cell.reference },
    },
    minute: cell.peakMinute,
    scale: 'linear',
    focus: cell.venue,
    lines: [],
  });
}
