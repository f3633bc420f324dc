import type { RevisedMinute, SourceCandle } from '@/lib/api/revisions';
import type { CandleField } from '@/lib/domain/candle';
import { Hole } from '../frame/Cells';
import { fieldWords } from '@/lib/words/candleFields';
import { finePercent, rawPrice } from '@/lib/words/numbers';
import { cells } from '@/lib/words/cells';
import { differenceWords } from '@/lib/words/revisionsPage';
import { OnClock } from '../zone/OnClock';

export type Apart = Pick<RevisedMinute, 'fields' | 'low' | 'high' | 'price' | 'volume'>;

/** Shown of a candle that has no counterpart. */
const WHOLE: readonly CandleField[] = ['low', 'high', 'close', 'baseVolume'];

interface CandleFieldsProps {
  /** Which source gave it, or when (UTC). */
  readonly by: string;
  readonly candle: SourceCandle | null;
  readonly apart: Apart;
}

/** A candle to the last digit received: of two the fields in which they differ, of one without a counterpart the whole. */
export function CandleFields({ by, candle, apart }: CandleFieldsProps) {
  const fields = apart.price === null || apart.fields.length === 0 ? WHOLE : apart.fields;
  return (
    <>
      <span className="label block sm:whitespace-nowrap">
        <OnClock>{by}</OnClock>
      </span>
      {candle === null ? (
        <Hole>{cells.noTrade}</Hole>
      ) : (
        <span className="flex gap-x-4 max-sm:flex-wrap">
          {fields.map((field) => (
            <span key={field} className="whitespace-nowrap">
              <span className="text-ink-3">{fieldWords(field)}</span> {written(candle[field])}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

const written = (value: number | null) =>
  value === null ? <Hole>{cells.notProvided}</Hole> : <span className="font-medium">{rawPrice(value)}</span>;

/** How far the second candle is from the first: the price furthest off, else the volume, in words where there is no ratio. */
export function Difference({ apart }: { readonly apart: Apart }) {
  const { fields, price, volume } = apart;
  if (fields.length === 0) return <span className="text-ink-3">{differenceWords.notInCompared}</span>;
  if (price === null) return <>{differenceWords.oneWithout}</>;
  if (price !== 0)
    return <span className={`font-semibold ${price < 0 ? 'text-below' : 'text-above'}`}>{finePercent(price)}</span>;
  return (
    <>
      <span className="block text-ink-2">{volume === null ? cells.unknown : finePercent(volume)}</span>
      <span className="label">{differenceWords.volumeAlone}</span>
    </>
  );
}
