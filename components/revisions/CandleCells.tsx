import type { RevisedMinute, SaidCandle } from '@/lib/api/revisions';
import type { CandleField } from '@/lib/domain/candle';
import { Hole } from '../frame/Cells';
import { fieldWords } from '@/lib/words/en/candleFields';
import { finePercent, rawPrice } from '@/lib/words/en/numbers';

type Difference = Pick<RevisedMinute, 'fields' | 'low' | 'high' | 'price' | 'volume'>;

/** Of a candle that stands against none, what a reader of prices looks for. */
const WHOLE: readonly CandleField[] = ['low', 'high', 'close', 'baseVolume'];

interface CandleFieldsProps {
  /** Who said it, or when. */
  readonly by: string;
  readonly candle: SaidCandle | null;
  readonly apart: Difference;
}

/** What was said, to the last digit: of two candles the fields in which they differ, of one against none the candle. */
export function CandleFields({ by, candle, apart }: CandleFieldsProps) {
  const fields = apart.price === null || apart.fields.length === 0 ? WHOLE : apart.fields;
  return (
    <>
      <span className="label block whitespace-nowrap">{by}</span>
      {candle === null ? (
        <Hole>no trade</Hole>
      ) : (
        <span className="flex gap-x-4">
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
  value === null ? <Hole>not said</Hole> : <span className="font-medium">{rawPrice(value)}</span>;

/** How far the second is from the first: the price furthest off, else the volume, in words where there is no ratio. */
export function Difference({ apart }: { readonly apart: Difference }) {
  const { fields, price, volume } = apart;
  if (fields.length === 0) return <span className="text-ink-3">in nothing compared</span>;
  if (price === null) return <>one has none</>;
  if (price !== 0)
    return <span className={`font-semibold ${price < 0 ? 'text-below' : 'text-above'}`}>{finePercent(price)}</span>;
  return (
    <>
      <span className="block text-ink-2">{volume === null ? 'unknown' : finePercent(volume)}</span>
      <span className="label">a volume alone</span>
    </>
  );
}
