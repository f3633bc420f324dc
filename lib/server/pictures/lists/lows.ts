import type { LowsAnswer } from '../../../api/lows';
import { barsHeight, barsPlot, type Bar } from '../../../evidence/barsPlot';
import type { ListDrawing } from '../../../evidence/listPicture';
import type { SheetTable } from '../../../evidence/sheet/table';
import { assetLowsTable, lowsFinding, lowsHead, venueLows } from '../../../words/lows';
import { count } from '../../../words/numbers';
import { pictureWindow } from '../../../words/picture';
import { venueName } from '../../../words/venues';

/** Who stood lowest: in how many assets each venue did, and asset by asset the lowest and the highest. */
export function lowsDrawing(answer: LowsAnswer, table: SheetTable): ListDrawing {
  const sorted = [...answer.venues].sort((a, b) => b.lowest.assets - a.lowest.assets);
  const bars = sorted.map(({ venue, lowest, ranked }, i): Bar => ({
    name: venueName(venue),
    value: lowest.assets,
    said: `${count(lowest.assets)} / ${count(ranked)}`,
    isStrong: i === 0 && lowest.assets > 0,
  }));
  return {
    title: lowsHead.title,
    subtitle: pictureWindow(answer),
    sentence: lowsFinding(answer.venues),
    plot: (room) => barsPlot(`${venueLows.lowest} / ${venueLows.ranked.replaceAll('\n', ' ')}`, bars, room),
    tallest: barsHeight(bars),
    table,
    facts: [
      { term: venueLows.title, text: venueLows.lead(answer) },
      { term: assetLowsTable.title, text: assetLowsTable.lead },
    ],
  };
}
