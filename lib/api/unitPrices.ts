import type { MarkColumn, MarkField, UnitPrices } from '../domain/marks/marks';
import type { MarksAnswer, UnitColumns } from './marks';

/** One field of written columns as a column to compute with. */
const markColumnOf = (columns: UnitColumns, field: MarkField): MarkColumn => ({
  prices: Float64Array.from(columns[field], (price) => price ?? NaN),
  uncertainty: Float64Array.from(columns.uncertainty, (one) => one ?? NaN),
  holes: columns.holes,
});

/** What the readings of one field are made of. */
export const unitPricesOf = ({ readings, underlying }: MarksAnswer, field: MarkField): UnitPrices => ({
  own: markColumnOf(readings.own, field),
  others: markColumnOf(readings.others, field),
  underlying: markColumnOf(underlying.prices, field),
});
