import { describe, expect, it } from 'vitest';
import { ANSWERED, CANDLE_FIELDS, emptyColumns, type Candle, type CandleColumns } from '../../domain/candle';
import type { ReproducedMarket } from '../../api/reproduction';
import type { ServedGap } from '../../ingest/reproduce/askAgain';
import { ATOM, at, candle, range } from '../../store/testing/testAnswers';
import { comparedBook } from './compare';

/** What one side knows of a minute: a candle, no trade, a row set aside, or nothing. */
type Slot = Partial<Candle> | 'no-trade' | 'set-aside' | 'nothing';

function columnsOf(slots: readonly Slot[]): CandleColumns {
  const columns = emptyColumns(range(0, slots.length));
  slots.forEach((slot, i) => {
    columns.answered[i] = slot === 'nothing' ? ANSWERED.no : slot === 'set-aside' ? ANSWERED.setAside : ANSWERED.yes;
    if (typeof slot === 'string') return;
    const row = candle(at(i), 100, slot);
    for (const field of CANDLE_FIELDS) columns[field][i] = row[field];
  });
  return columns;
}

const reply = (from: number, to: number, receivedAtMs: number) => ({
  address: 'https://venue/klines',
  receivedAtMs,
  sha256: String(receivedAtMs).padStart(64, '0'),
  range: range(from, to),
});

function compare(
  stored: readonly Slot[],
  served: readonly Slot[],
  gaps: readonly ServedGap[] = [],
  replies: readonly ReturnType<typeof reply>[] = [],
): ReproducedMarket {
  const book = { market: ATOM, source: 'rest', range: range(0, stored.length) } as const;
  const kept = replies.map(
    (one) => ({ ...one, market: ATOM, source: 'rest', reader: 'ccxt', hasBody: false }) as const,
  );
  return comparedBook(
    { ...book, role: 'book', candles: columnsOf(stored), replies: kept },
    { ...book, candles: columnsOf(served), setAside: new Map([[at(0), 'low above open']]), gaps, replies: [] },
  );
}

const gap = (change: Partial<ServedGap>): ServedGap => ({
  range: range(0, 9),
  kind: 'unanswered',
  cause: 'HTTP 503',
  isRefused: false,
  ...change,
});

const FLAT: Slot = { baseVolume: 0, quoteVolume: 0, trades: 0 };

describe('a minute that the venue answers', () => {
  it.each<readonly [string, Slot, Slot, ReproducedMarket['outcome']]>([
    ['the same candle', {}, {}, 'same'],
    ['another low', {}, { low: 50 }, 'differs'],
    ['another volume', {}, { baseVolume: 11 }, 'differs'],
    ['a volume that only one says', {}, { quoteVolume: 1_000 }, 'same'],
    ['no trade on either side', 'no-trade', 'no-trade', 'same'],
    ['no trade, and a filler', 'no-trade', FLAT, 'same'],
    ['a filler, and no trade', FLAT, 'no-trade', 'same'],
    ['a candle, and no trade now', {}, 'no-trade', 'not-served'],
    ['a candle, and a filler now', {}, FLAT, 'differs'],
    ['no trade, and a candle now', 'no-trade', {}, 'differs'],
    ['never stored, and a candle now', 'nothing', {}, 'not-stored'],
    ['set aside, and a candle now', 'set-aside', {}, 'not-stored'],
    ['never stored, and no trade', 'nothing', 'no-trade', 'neither'],
    ['a candle, and a row that cannot be used', {}, 'set-aside', 'unanswered'],
  ])('%s', (_, stored, served, outcome) => {
    expect(compare([stored], [served]).outcome).toBe(outcome);
  });

  it('compares the fields that both say', () => {
    expect(compare([{}], [{ trades: 3 }]).compared).toEqual(['open', 'high', 'low', 'close', 'baseVolume']);
    expect(compare(['no-trade'], ['no-trade']).compared).toEqual([]);
  });

  it('says why a row cannot be used', () => {
    expect(compare([{}], ['set-aside']).gaps).toMatchObject([
      { cause: 'the row served is not a valid candle (low above open)', mend: 'run the same command again later' },
    ]);
  });
});

describe('a minute without an answer', () => {
  it.each<readonly [string, Slot, Partial<ServedGap>, ReproducedMarket['outcome']]>([
    ['a candle, and no row came', {}, { kind: 'no-row' }, 'not-served'],
    ['a filler, and no row came', FLAT, { kind: 'no-row' }, 'not-served'],
    ['no trade, and no row came', 'no-trade', { kind: 'no-row' }, 'same'],
    ['never stored, and no row came', 'nothing', { kind: 'no-row' }, 'neither'],
    ['a candle, beyond the history', {}, { kind: 'not-served' }, 'not-served'],
    ['no trade, beyond the history', 'no-trade', { kind: 'not-served' }, 'not-served'],
    ['never stored, beyond the history', 'nothing', { kind: 'not-served' }, 'neither'],
    ['a candle, and no answer', {}, {}, 'unanswered'],
    ['never stored, and no answer', 'nothing', {}, 'unanswered'],
  ])('%s', (_, stored, change, outcome) => {
    expect(compare([stored], ['nothing'], [gap(change)]).outcome).toBe(outcome);
  });

  it('was not asked before the command was stopped, where nobody says why', () => {
    expect(compare([{}], ['nothing']).gaps).toMatchObject([{ cause: 'stopped before this part was requested' }]);
  });

  it('gets another mend where the venue refuses', () => {
    expect(compare([{}], ['nothing'], [gap({ isRefused: true })]).gaps[0]?.mend).toContain('network the venue serves');
  });

  it('goes by what is said of the market before what is said of the venue', () => {
    const gaps = [gap({ kind: 'not-served', cause: 'older' }), gap({ cause: 'left' })];
    expect(compare([{}], ['nothing'], gaps).gaps[0]?.cause).toBe('older');
  });
});

describe('a window', () => {
  it('counts every minute once, lists those that are not the same, and joins minutes of one cause', () => {
    const gaps = [gap({ kind: 'not-served', range: range(3, 6), cause: 'its history is short' })];
    const found = compare(
      [{}, {}, 'no-trade', {}, {}, {}, 'nothing', 'nothing'],
      [{}, { close: 99, low: 99 }, 'no-trade', 'nothing', 'nothing', 'nothing', {}, 'no-trade'],
      gaps,
    );
    expect(found.outcome).toBe('differs');
    expect(found.minutes).toEqual({
      asked: 8,
      same: 2,
      differs: 1,
      notServed: 3,
      notStored: 1,
      unanswered: 0,
      neither: 1,
    });
    expect(found.differences.map(({ minute, outcome, fields }) => [minute.slice(11), outcome, fields])).toEqual([
      ['00:01Z', 'differs', ['low', 'close']],
      ['00:06Z', 'not-stored', [...CANDLE_FIELDS]],
    ]);
    expect(found.gaps).toEqual([
      {
        outcome: 'not-served',
        from: '2025-10-10T00:03Z',
        to: '2025-10-10T00:06Z',
        minutes: 3,
        cause: 'its history is short',
        mend: null,
      },
    ]);
  });

  it('lists twenty minutes at most, and counts all', () => {
    const { minutes, differences } = compare(
      Array.from({ length: 25 }, () => ({})),
      Array.from({ length: 25 }, () => ({ low: 1 })),
    );
    expect([minutes.differs, differences.length]).toEqual([25, 20]);
  });

  it('names the newest stored reply that speaks of a minute', () => {
    const replies = [reply(0, 2, 1_000), reply(0, 1, 5_000), reply(0, 2, 3_000)];
    const { differences } = compare([{}, {}], [{ low: 1 }, { low: 1 }], [], replies);
    expect(differences.map(({ storedFrom }) => storedFrom?.received)).toEqual([
      '1970-01-01T00:00:05Z',
      '1970-01-01T00:00:03Z',
    ]);
    expect(differences[0]?.servedFrom).toBeNull();
  });
});
