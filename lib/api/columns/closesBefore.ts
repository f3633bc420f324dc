/**
 * What an open is written beside: the close of the row before where that is no hole, else its own row's; a hole where that is one, so that holes
 * stay where closes have them.
 */
export function closesBefore(closes: Float64Array): Float64Array {
  const out = closes.slice();
  for (let i = 1; i < out.length; i += 1) {
    const [own, before] = [closes[i] as number, closes[i - 1] as number];
    if (own === own && before === before) out[i] = before;
  }
  return out;
}
