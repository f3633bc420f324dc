import type { Venue } from '../../../domain/market';
import type { VenuesAnswer } from '../../../api/venues';
import { barsHeight, barsPlot, type Bar } from '../../../evidence/barsPlot';
import type { ListDrawing } from '../../../evidence/listPicture';
import type { SheetTable } from '../../../evidence/sheet/table';
import { pictureWindow } from '../../../words/picture';
import { pageNames } from '../../../words/frame';
import { venueHead, venueScores } from '../../../words/venuePage';
import { venueName } from '../../../words/venues';

/** A venue beside the others, or all of them: the minutes in which each strayed, and what else is said of each. */
export function venueDrawing(
  venue: Venue | undefined,
  answer: VenuesAnswer,
  { sentence, table }: { readonly sentence: string; readonly table: SheetTable },
): ListDrawing {
  const bars = [...answer.venues]
    .sort((a, b) => b.minutesBeyond - a.minutesBeyond)
    .map((one): Bar => ({
      name: venueName(one.venue),
      value: one.minutesBeyond,
      said: venueScores.minutes(one.minutesBeyond),
      isStrong: one.venue === venue,
    }));
  return {
    title: venue === undefined ? pageNames.venues : venueHead.title(venue),
    subtitle: pictureWindow(answer),
    sentence,
    plot: (room) => barsPlot(venueScores.bars, bars, room),
    tallest: barsHeight(bars),
    table,
    facts: [
      {
        term: venue === undefined ? venueScores.label : venueScores.title,
        text: venueHead.lead(answer.from, answer.to),
      },
      { term: venueScores.bars, text: venueScores.lead },
    ],
  };
}
