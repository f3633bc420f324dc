import { valuesBy, type CandleField, type CandleValues } from '../../domain/candle';

// A candle in the columns of a row: NULL is what the source does not say.

/** The candle in a row's columns; undefined: none, where it has no open price. */
export const saidInCells = (cell: (field: CandleField) => unknown): CandleValues =>
  valuesBy((field) => {
    const value = cell(field);
    return typeof value === 'number' ? value : NaN;
  });

/** What is written of one field. */
export const cellOf = (values: CandleValues, field: CandleField): number | null => {
  const value = values?.[field];
  return value === undefined || Number.isNaN(value) ? null : value;
};
