import { fillBeside } from './fillBeside';
import { unforetold, type Beside } from './foretell';
import { ALL_PRESENT, AS_CLOSE, FORETOLD, POWERS_OF_TEN, SIGNED, TAG, type Foretold } from './format';
import { readHoles } from './holes';
import { ColumnUnreadable } from './unreadable';
import { unpack } from './unpack';

const isForetold = (by: number): by is Foretold => by <= FORETOLD.turnover;

let residuals = new Float64Array(0);
let present = new Uint8Array(0);

/** Which slots hold a value; the place after what says so, and how many they are. */
function holesOf(bytes: Uint8Array, { close }: Beside): readonly [at: number, count: number] {
  if (bytes[3] === ALL_PRESENT) return [4, present.length];
  let count = 0;
  if (bytes[3] !== AS_CLOSE) {
    const at = readHoles(bytes, 3, present);
    for (let i = 0; i < present.length; i += 1) count += present[i] as number;
    return [at, count];
  }
  if (close === undefined) throw unforetold();
  for (let i = 0; i < present.length; i += 1) {
    const value = close[i] as number;
    const is = value === value ? 1 : 0;
    present[i] = is;
    count += is;
  }
  return [4, count];
}

/** Nothing is foretold. */
function fillPlain(power: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 1) out[i] = (residuals[i] as number) / power;
}

/** Each is foretold by the one before. */
function fillOn(power: number, out: Float64Array): void {
  let before = 0;
  for (let i = 0; i < out.length; i += 1) {
    before += residuals[i] as number;
    out[i] = before / power;
  }
}

/** Puts each residual at its slot; those of holes are 0. */
function spread(count: number): void {
  let k = count;
  for (let i = present.length - 1; i >= 0; i -= 1) {
    const is = present[i] as number;
    k -= is;
    residuals[i] = (residuals[k] as number) * is;
  }
}

/** What is added to a slot: by whether it holds a value. */
const HOLE = Float64Array.of(NaN, 0);

function emptyHoles(out: Float64Array): void {
  for (let i = 0; i < out.length; i += 1) out[i] = (out[i] as number) + (HOLE[present[i] as number] as number);
}

/** Reads a column written in blocks into `out`. */
export function decodeBlocks(bytes: Uint8Array, out: Float64Array, beside: Beside): void {
  const slots = out.length;
  if (bytes.length < 4) throw new ColumnUnreadable(TAG.blocks, { kind: 'cut-off', part: 'gaps' });
  if (residuals.length < slots) residuals = new Float64Array(slots);
  if (present.length !== slots) present = new Uint8Array(slots);
  const [scale, how] = [bytes[1] as number, bytes[2] as number];
  const power = POWERS_OF_TEN[scale];
  if (power === undefined) throw new ColumnUnreadable(TAG.blocks, { kind: 'scale', scale });
  const by = how & (SIGNED - 1);
  if (!isForetold(by)) throw new ColumnUnreadable(TAG.blocks, { kind: 'foretold', by });
  const [start, count] = holesOf(bytes, beside);
  const end = unpack(bytes, start, count, how >= SIGNED, residuals);
  if (end !== bytes.length) throw new ColumnUnreadable(TAG.blocks, { kind: 'left-over', bytes: bytes.length - end });
  if (count < slots) spread(count);
  if (by === FORETOLD.nothing) fillPlain(power, out);
  else if (by === FORETOLD.before) fillOn(power, out);
  else fillBeside(by, power, beside, residuals, out);
  if (count < slots) emptyHoles(out);
}
