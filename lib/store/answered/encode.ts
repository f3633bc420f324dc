import { TAG } from './format';

function writeVarint(out: number[], number: number): void {
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
  out.push(rest);
}

const zigZag = (integer: number): number => (integer < 0 ? -2 * integer - 1 : 2 * integer);

/**
 * The bytes of the instants (ms since 1970, NaN where a minute is not answered); null when none is. Throws for anything but
 * whole milliseconds: such a value could not be distinguished from another.
 */
export function encodeAnswered(instants: Float64Array): Uint8Array | null {
  const out: number[] = [TAG];
  let before = 0;
  let answered = false;
  for (let from = 0; from < instants.length;) {
    const at = instants[from] ?? NaN;
    const hole = at !== at;
    let to = from + 1;
    // NaN is not equal to itself: a run of holes is recognised by that.
    while (to < instants.length && (hole ? instants[to] !== instants[to] : instants[to] === at)) to += 1;
    writeVarint(out, to - from);
    if (hole) {
      out.push(0);
    } else {
      if (!Number.isSafeInteger(at)) throw new RangeError(`not an instant in whole milliseconds: ${String(at)}`);
      writeVarint(out, 1 + zigZag(at - before));
      before = at;
      answered = true;
    }
    from = to;
  }
  return answered ? Uint8Array.from(out) : null;
}
