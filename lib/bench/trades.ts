import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/**
 * Writes a trade CSV in the vendor shape `exchange,symbol,timestamp,local_timestamp,id,side,price,amount` (microseconds):
 * `count` trades over one UTC day, made by a fixed linear congruential sequence, the same bytes every time.
 */
export async function writeTrades(path: string, count: number, dayMs: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n');
  let state = 1;
  const stepUs = Math.floor((86_400_000 * 1000) / count);
  for (let i = 0; i < count; i += 1) {
    state = (state * 48_271) % 2_147_483_647;
    const at = dayMs * 1000 + i * stepUs;
    const line = `binance,ATOMUSDT,${String(at)},${String(at + 900)},${String(i + 1)},${state % 2 === 0 ? 'buy' : 'sell'},${(4 + (state % 1000) / 10_000).toFixed(4)},${((state % 9_999) / 100 + 0.01).toFixed(2)}\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
