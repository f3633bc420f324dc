import { FORETOLD, LARGEST_INTEGER, type Foretold } from './format';

/** A column was to be read or written without those it rests on: a fault of ours. */
export const unforetold = (): RangeError =>
  new RangeError('a column of candles needs the columns it rests on beside it');

/** The columns of the same day that a column may rest on, slot by slot. */
export interface Beside {
  readonly close?: Float64Array | undefined;
  readonly open?: Float64Array | undefined;
  readonly baseVolume?: Float64Array | undefined;
}

// A constant of another module is asked of it each time it is read: too slow within a loop.
const MOST = LARGEST_INTEGER;

/** The integer nearest to a value at a power of ten; 0 where there is none or it is too large. */
export const integerOf = (value: number): number => {
  const integer = Math.floor(value + 0.5);
  return integer <= MOST && integer >= -MOST ? integer : 0;
};

function closesBefore(close: Float64Array, power: number, out: Float64Array): void {
  let before = 0;
  for (let i = 0; i < close.length; i += 1) {
    out[i] = before;
    const value = close[i] as number;
    if (value === value) before = integerOf(value * power);
  }
}

function tops(close: Float64Array, open: Float64Array, power: number, out: Float64Array): void {
  for (let i = 0; i < close.length; i += 1)
    out[i] = Math.max(integerOf((open[i] as number) * power), integerOf((close[i] as number) * power));
}

function bottoms(close: Float64Array, open: Float64Array, power: number, out: Float64Array): void {
  for (let i = 0; i < close.length; i += 1)
    out[i] = Math.min(integerOf((open[i] as number) * power), integerOf((close[i] as number) * power));
}

function turnovers(close: Float64Array, base: Float64Array, power: number, out: Float64Array): void {
  for (let i = 0; i < close.length; i += 1) out[i] = integerOf((base[i] as number) * (close[i] as number) * power);
}

/**
 * Writes what each slot's integer at this power of ten is foretold to be into `out`; answers false for what needs no other column, or one
 * that is not there.
 */
export function foretell(by: Foretold, power: number, { close, open, baseVolume }: Beside, out: Float64Array): boolean {
  if (close === undefined) return false;
  switch (by) {
    case FORETOLD.nothing:
    case FORETOLD.before:
      return false;
    case FORETOLD.closeBefore:
      closesBefore(close, power, out);
      return true;
    case FORETOLD.bodyTop:
    case FORETOLD.bodyBottom:
      if (open === undefined) return false;
      if (by === FORETOLD.bodyTop) tops(close, open, power, out);
      else bottoms(close, open, power, out);
      return true;
    case FORETOLD.turnover:
      if (baseVolume === undefined) return false;
      turnovers(close, baseVolume, power, out);
      return true;
  }
}
