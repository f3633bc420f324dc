import type { EventsAnswer } from '../../../api/events';
import { joins } from '../../../words/spelled';
import { EVENTS_SPAN } from '../../../domain/events/presets';
import { formatMinute } from '../../../domain/minute';
import { barsHeight, barsPlot, type Bar } from '../../../evidence/barsPlot';
import type { ListDrawing } from '../../../evidence/listPicture';
import type { SheetTable } from '../../../evidence/sheet/table';
import { eventName, eventsHead, storedWords } from '../../../words/events';
import { pictureWindow } from '../../../words/picture';

/** Every event, and of how many spot markets of its assets there is data in its window. */
export function eventsDrawing(answer: EventsAnswer, table: SheetTable): ListDrawing {
  const bars = answer.events.map((one): Bar => ({
    name: eventName(one.event),
    value: one.markets,
    said: storedWords(one),
    isStrong: false,
  }));
  return {
    title: eventsHead.title,
    subtitle: pictureWindow({ from: formatMinute(EVENTS_SPAN.from), to: formatMinute(EVENTS_SPAN.to) }),
    sentence: `${eventsHead.finding(answer)}${joins.end}`,
    plot: (room) => barsPlot(eventsHead.stored, bars, room),
    tallest: barsHeight(bars),
    table,
    facts: [{ term: eventsHead.title, text: eventsHead.lead }],
  };
}
