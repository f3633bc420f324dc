import { integerOf, unforetold, type Beside } from './foretell';
import { FORETOLD, type Foretold } from './format';

// What another module exports is asked of it each time: too slow within a loop.
const rounded = integerOf;

// The same as `foretell` says, slot by slot, in the loop that adds the residuals.

function onCloses(close: Float64Array, power: number, residuals: Float64Array, out: Float64Array): void {
  let told = 0;
  for (let i = 0; i < out.length; i += 1) {
    out[i] = (told + (residuals[i] as number)) / power;
    const value = close[i] as number;
    if (value === value) told = rounded(value * power);
  }
}

// The higher and the lower of two integers without a branch: which it is no processor foretells.

function onTops(
  close: Float64Array,
  open: Float64Array,
  power: number,
  residuals: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i += 1) {
    const o = rounded((open[i] as number) * power);
    const c = rounded((close[i] as number) * power);
    const told = (o + c + Math.abs(o - c)) / 2;
    out[i] = (told + (residuals[i] as number)) / power;
  }
}

function onBottoms(
  close: Float64Array,
  open: Float64Array,
  power: number,
  residuals: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i += 1) {
    const o = rounded((open[i] as number) * power);
    const c = rounded((close[i] as number) * power);
    const told = (o + c - Math.abs(o - c)) / 2;
    out[i] = (told - (residuals[i] as number)) / power;
  }
}

function onTurnovers(
  close: Float64Array,
  base: Float64Array,
  power: number,
  residuals: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i += 1) {
    const told = rounded((base[i] as number) * (close[i] as number) * power);
    out[i] = (told + (residuals[i] as number)) / power;
  }
}

/** Adds the residuals to what the other columns foretell. */
export function fillBeside(
  by: Foretold,
  power: number,
  { close, open, baseVolume }: Beside,
  residuals: Float64Array,
  out: Float64Array,
): void {
  if (close === undefined) throw unforetold();
  if (by === FORETOLD.closeBefore) {
    onCloses(close, power, residuals, out);
  } else if (by === FORETOLD.turnover) {
    if (baseVolume === undefined) throw unforetold();
    onTurnovers(close, baseVolume, power, residuals, out);
  } else {
    if (open === undefined) throw unforetold();
    if (by === FORETOLD.bodyTop) onTops(close, open, power, residuals, out);
    else onBottoms(close, open, power, residuals, out);
  }
}
