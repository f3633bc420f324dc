/**
 * Goes into every bundle and runs without it: `node check.mjs` in its folder. It follows docs/digest.md and shares no code with the app, so
 * that a fault of one is not repeated by the other.
 */
export const CHECK_SCRIPT = String.raw`// node check.mjs: checks this folder without Plumbline. Node 18 or later, nothing else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const here = new URL('./', import.meta.url);
const read = (name) => readFileSync(new URL(name, here));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
let faults = 0;
const say = (isRight, line) => {
  if (!isRight) faults += 1;
  console.log((isRight ? 'ok    ' : 'FAULT ') + line);
};

// 1. Every file is the one that the manifest names.
for (const line of read('manifest-sha256.txt').toString().split('\n').filter(Boolean)) {
  const [hash, name] = line.split('  ');
  say(sha256(read(name)) === hash, name + ' is the file of the manifest');
}

// 2. The digest is the hash of its text.
const text = read('digest.txt');
const { digest } = JSON.parse(read('facts.json'));
say(digest === 'sha256:' + sha256(text), 'digest.txt has the digest ' + digest);

// 3. Each hash of that text is that of the candles of its book.
const MINUTE = 60000;
const DAY = 1440;
const minuteOf = (iso) => Date.parse(iso) / MINUTE;
const books = new Map();
for (const line of read('candles.csv').toString().split('\n').slice(1).filter(Boolean)) {
  const [venue, base, quote, kind, source, minute, ...numbers] = line.split(',');
  const name = [venue, base + '/' + quote, kind, source].join(' ');
  if (!books.has(name)) books.set(name, new Map());
  books.get(name).set(minuteOf(minute), numbers.map((one) => (one === '' ? NaN : Number(one))));
}
function leaf(rows, from, to) {
  const n = to - from;
  const bytes = Buffer.alloc(n * 57);
  for (let i = 0; i < n; i += 1) {
    const row = rows.get(from + i);
    for (let column = 0; column < 7; column += 1) {
      const value = row === undefined ? NaN : row[column];
      const at = (column * n + i) * 8;
      if (Number.isNaN(value)) bytes.write('000000000000f87f', at, 'hex');
      else bytes.writeDoubleLE(value === 0 ? 0 : value, at);
    }
    bytes[n * 56 + i] = row === undefined ? 0 : 1;
  }
  return createHash('sha256').update(bytes).digest();
}
for (const line of text.toString().split('\n')) {
  const [role, venue, pair, kind, source, from, to, hash] = line.split(' ');
  if (!['market', 'underlying-market', 'rate-market'].includes(role)) continue;
  const name = [venue, pair, kind, source].join(' ');
  const rows = books.get(name) ?? new Map();
  const leaves = [];
  const end = minuteOf(to);
  for (let at = minuteOf(from); at < end; at = (Math.floor(at / DAY) + 1) * DAY)
    leaves.push(leaf(rows, at, Math.min(end, (Math.floor(at / DAY) + 1) * DAY)));
  say(sha256(Buffer.concat(leaves)) === hash, role + ' ' + name + ': its candles have the hash of the digest');
}
console.log(faults === 0 ? 'Everything fits.' : faults + ' do not fit.');
process.exitCode = faults === 0 ? 0 : 1;
`;
