import type { MinuteAnswer, MinuteVenue } from '../../api/minute';
import { isReferenceVenue, referenceOf } from '../../domain/reference';
import type { SheetColumn, SheetTable } from '../../evidence/sheet/table';
import { cells } from '../../words/cells';
import { marketLabel } from '../../words/market';
import { minuteCandles, minuteDeviations } from '../../words/minutePage';
import { missingWords } from '../../words/missing';
import { plusMinus, pricesAlike, rawPrice, signedPercent } from '../../words/numbers';

/** How far a venue strayed, on the side on which it did further; of one that was not measured −1. */
const depth = ({ dLow, dHigh }: MinuteVenue): number =>
  Math.max(dLow === null ? -1 : Math.max(0, -dLow), dHigh === null ? -1 : Math.max(0, dHigh));

/**
 * The venues of a minute as they stand on its picture, the one that strayed furthest first: the candle as published, in its quote; what it was
 * measured against, in the answer's currency; and how far it lies from that. A venue that was not measured says why.
 */
export function minuteSheetTable({ venues: all, currency, reference }: MinuteAnswer): SheetTable {
  const venues = [...all].sort((a, b) => depth(b) - depth(a));
  const references = pricesAlike(venues.flatMap((one) => [one.reference.low, one.reference.high]));
  const price = (value: number | null): string => (value === null ? cells.none : references(value));
  const raw = (value: number | null): string => (value === null ? '' : rawPrice(value));
  const ratio = (value: number | null): string => (value === null ? cells.none : signedPercent(value));
  const column = (head: string, of: (venue: MinuteVenue) => string, align: SheetColumn['align'] = 'right') => ({
    head,
    align,
    cells: venues.map(of),
  });
  const { heads } = minuteCandles;
  const [, lowReference, lowDeviation] = minuteDeviations.prices.low;
  const [, highReference, highDeviation] = minuteDeviations.prices.high;
  const columns = [
    column(heads.market, marketLabel, 'left'),
    column(heads.open, (one) => raw(one.raw.open)),
    column(heads.high, (one) => raw(one.raw.high)),
    column(heads.low, (one) => raw(one.raw.low)),
    column(heads.close, (one) => raw(one.raw.close)),
    column(`${lowReference}, ${currency}`, (one) => price(one.reference.low)),
    column(lowDeviation, (one) => ratio(one.dLow)),
    column(`${highReference}, ${currency}`, (one) => price(one.reference.high)),
    column(highDeviation, (one) => ratio(one.dHigh)),
    column(minuteDeviations.uncertainty, (one) =>
      one.uncertainty === null ? cells.unknown : plusMinus(one.uncertainty).replace('± ', ''),
    ),
  ];
  const measuredFrom = referenceOf(reference);
  const spans = venues.flatMap((one, row) =>
    one.missing === null
      ? []
      : [
          {
            row,
            from: one.raw.low === null ? FIRST_PRICE : FIRST_REFERENCE,
            text:
              one.missing === 'too-few-peers' && isReferenceVenue(measuredFrom, one)
                ? minuteDeviations.isReference
                : missingWords(one.missing),
          },
        ],
  );
  return { columns, spans, strong: venues[0]?.missing === null ? 0 : undefined };
}

const FIRST_PRICE = 1;
const FIRST_REFERENCE = 5;
