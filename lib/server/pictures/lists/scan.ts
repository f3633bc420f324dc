import type { RankedEpisode } from '../../../api/overview';
import type { ScanAnswer } from '../../../api/scan';
import { heatGrid, type HeatCell } from '../../../charts/heatmap/grid';
import { heatHeight, heatPlot } from '../../../evidence/heatPlot';
import type { SheetTable } from '../../../evidence/sheet/table';
import type { ListDrawing } from '../../../evidence/listPicture';
import { heatmap } from '../../../words/heatmap';
import { venueAndKind } from '../../../words/market';
import { signedPercent, utc } from '../../../words/numbers';
import { pictureWindow } from '../../../words/picture';
import { scanFound, scanHead, scanWithin } from '../../../words/scanPage';
import { joins } from '../../../words/spelled';

/** The deepest of each asset on each venue among the episodes listed; an empty cell has none of them. */
function gridOf(episodes: readonly RankedEpisode[]): ReturnType<typeof heatGrid> {
  const deepest = new Map<string, RankedEpisode>();
  for (const one of episodes) {
    const key = `${one.asset} ${one.venue}`;
    const before = deepest.get(key);
    if (before === undefined || Math.abs(one.peak) > Math.abs(before.peak)) deepest.set(key, one);
  }
  const cells = [...deepest.values()]
    .sort((a, b) => Math.abs(b.peak) - Math.abs(a.peak))
    .map(({ asset, name, venue, peak, peakMinute }): HeatCell => ({ asset, name, venue, peak, peakMinute, href: '' }));
  return heatGrid(cells, (asset) => cells.filter((one) => one.asset === asset).map(({ venue }) => venue));
}

/** The episodes of every asset: which asset, on which venue, how deep. */
export function scanDrawing(answer: ScanAnswer, table: SheetTable): ListDrawing {
  const { episodes, found, searched, within } = answer;
  const grid = gridOf(episodes);
  const said = scanFound({ found, assets: searched.length, shown: episodes.length });
  const [deepest] = [...episodes].sort((a, b) => Math.abs(b.peak) - Math.abs(a.peak));
  return {
    title: scanHead.title,
    subtitle: pictureWindow(answer),
    sentence:
      deepest === undefined
        ? `${said.found} ${said.rest}`
        : `${deepest.name}${joins.items}${venueAndKind(deepest)}: ${signedPercent(deepest.peak)} (${utc(deepest.peakMinute)} UTC)`,
    plot: (room) => heatPlot(grid, room),
    tallest: heatHeight(grid),
    table,
    facts: [
      { term: heatmap.label, text: `${said.found} ${said.rest}` },
      ...(within.found === 0 ? [] : [{ term: scanWithin.title, text: scanWithin.lead(within.found) }]),
    ],
  };
}
