import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ProgressAnswer, VenueProgress } from '@/lib/api/progress';
import { IngestRunning } from './IngestRunning';

const venue = (change: Partial<VenueProgress>): VenueProgress => ({
  venue: 'okx',
  state: 'working',
  doneMinutes: 300,
  totalMinutes: 1_200,
  candles: 290,
  note: '',
  ...change,
});

/** What the page shows at its first answer. */
function shown(answer: Partial<ProgressAnswer>): string {
  const html = renderToStaticMarkup(
    <IngestRunning
      answer={{ method: 2, simulated: true, running: true, elapsedSeconds: 75.4, venues: [venue({})], ...answer }}
    />,
  );
  return html
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
    .replaceAll('\u00A0', ' ');
}

describe('the panel of a running ingest', () => {
  it('says how far each exchange is and all of them together, and no rate or time left before any was measured', () => {
    const text = shown({
      venues: [
        venue({}),
        venue({
          venue: 'kraken',
          state: 'waiting',
          doneMinutes: 0,
          totalMinutes: 600,
          candles: 0,
          note: 'HTTP 429; next request in 3 s',
        }),
      ],
    });
    expect(text).toContain('|Loading candles, 16 %|');
    expect(text).toContain('|All exchanges|300 of 1,800 minutes, 16 %|290 candles, running for 75 s|');
    expect(text).toContain('|OKX|300 of 1,200 minutes, 25 %|fetching, 290 candles|');
    expect(text).toContain('|Kraken|0 of 600 minutes, 0 %|waiting to retry, 0 candles, HTTP 429; next request in 3 s|');
    expect(text).not.toMatch(/candles\/s|about|NaN|undefined/);
  });

  it('gives no share before it is known what is asked for', () => {
    const text = shown({ venues: [venue({ state: 'connecting', doneMinutes: 0, totalMinutes: 0, candles: 0 })] });
    expect(text).toContain('|Loading candles|');
    expect(text).toContain('|OKX|connecting, 0 candles|');
    expect(text).not.toContain('0 of 0');
  });
});
