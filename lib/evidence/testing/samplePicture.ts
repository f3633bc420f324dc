import { answerOf, calm, seriesOf, type Row } from '../../charts/testing/answer';
import { renderPicture, type Picture } from '../picture';
import { createHash } from 'node:crypto';

const from = '2025-10-10T21:10Z';
const wick: Row = { low: 0.001, high: 2.283, close: 1.997, reference: 3 };
const rows = (deep: boolean): Row[] =>
  Array.from({ length: 20 }, (_, i) => (i === 10 && deep ? wick : i === 15 ? 'no-trade' : calm(3)));
const answer = answerOf(
  from,
  [seriesOf('binance', from, rows(true)), seriesOf('coinbase', from, rows(false))],
  [
    {
      venue: 'binance',
      market: 'ATOM/USDT',
      kind: 'spot',
      side: 'below',
      start: '2025-10-10T21:20Z',
      end: '2025-10-10T21:21Z',
      peak: 0.001 / 3 - 1,
      peakMinute: '2025-10-10T21:20Z',
      peakPrice: 0.001,
      certainty: 'certain',
      uncertaintyAtPeak: 0.0004,
    },
  ],
);

/** A small picture, whole. */
export const samplePicture = (simulated: boolean): Picture => ({
  chart: { answer: { ...answer, simulated }, scale: 'linear' },
  title: 'ATOM',
  subtitle: '2025-10-10 21:10 to 21:30 UTC',
  sentence: 'ATOM traded as low as 0.001 USD on binance.',
  legend: [{ key: 'binance spot', label: 'binance ATOM/USDT' }],
  footer: {
    venuesLine: 'binance ATOM/USDT (rest), coinbase ATOM/USD (rest)',
    reference: 'the others’ median',
    peers: '1',
    rates: 'USDT 0.9996 ± 0.04 %, from legs (Coinbase)',
    window: '2025-10-10T21:10Z to 2025-10-10T21:30Z, UTC',
    method: 'version 2',
    digest: `sha256:${'ab'.repeat(32)}`,
    permalink: 'http://localhost:3000/ATOM?v=3&m=2&from=2025-10-10T21:10Z',
    qr: 'http://localhost:3000/-/2Xq5Gtt',
    threshold: '2 %; ends below 1 %',
    rateNotes: [],
  },
  metadata: {
    permalink: 'http://localhost:3000/ATOM?v=3&m=2&from=2025-10-10T21:10Z',
    digest: `sha256:${'ab'.repeat(32)}`,
    method: 2,
    venues: ['binance', 'coinbase'],
    from: '2025-10-10T21:10Z',
    to: '2025-10-10T21:30Z',
    simulated,
  },
  width: 800,
});

export const hashOf = (png: Buffer): string => createHash('sha256').update(png).digest('hex');

// Run as a program it prints the hash of the picture, for the comparison between processes.
if (process.argv[2] === '--print-hash') process.stdout.write(hashOf(renderPicture(samplePicture(false))));
