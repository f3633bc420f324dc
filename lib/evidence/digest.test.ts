import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installAssets, withAssets, type AssetNature } from '../domain/asset';
import { emptyColumns, type CandleColumns } from '../domain/candle';
import { instant } from '../domain/instant';
import type { Asset, Market, Venue } from '../domain/market';
import { minute, minuteRange, type MinuteRange } from '../domain/minute';
import { canonicalText, digestOf, hashed, type Digested, type DigestedMarket } from './digest';

// 2025-10-10T21:19Z, by hand: 20,371 days and 1,279 minutes.
const FIRST = 20_371 * 1_440 + 1_279;
const window = minuteRange(minute(FIRST), minute(FIRST + 3));
const wide = minuteRange(minute(FIRST - 2), minute(FIRST + 5));

const market = (venue: string, base: string, quote: string): Market => ({
  venue: venue as Venue,
  base: base as Asset,
  quote,
  kind: 'spot',
});

function columns(range: MinuteRange, seed: number): CandleColumns {
  const out = emptyColumns(range);
  for (let i = 0; i < range.to - range.from; i += 1) {
    if ((range.from + i + seed) % 3 === 0) continue;
    const price = 3 + seed / 7 + (range.from + i) / 1e9;
    out.open[i] = out.close[i] = price;
    out.low[i] = price / 3;
    out.high[i] = price * 1.01;
    out.baseVolume[i] = 98_726.74;
    if (seed % 2 === 0) out.trades[i] = 1_582;
    out.answered[i] = 1;
  }
  return out;
}

const marketOf = (venue: string, base: string, quote: string, seed: number, range = wide): DigestedMarket => ({
  market: market(venue, base, quote),
  source: 'rest',
  candles: columns(range, seed),
});

const sample = (): Digested => ({
  question: {
    asset: 'ATOM' as Asset,
    range: window,
    venues: ['okx' as Venue, 'binance' as Venue],
    reference: { kind: 'venue', venue: 'okx' as Venue },
    markets: [],
    bloc: 'all',
    rate: 'usd',
    minPeers: 3,
    enter: 0.02,
    asOf: undefined,
  },
  markets: [
    marketOf('okx', 'ATOM', 'USDT', 1),
    marketOf('binance', 'ATOM', 'USDT', 2),
    marketOf('coinbase', 'ATOM', 'USD', 3, window),
  ],
  rateMarkets: [marketOf('okx', 'BTC', 'USDT', 4), marketOf('coinbase', 'BTC', 'USD', 5)],
});

/** The digest as docs/digest.md tells it, written from that text alone: bytes one by one, text by joining. */
function independentDigest({ question, markets, underlyingMarkets, rateMarkets }: Digested): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = (m: number): string => {
    const d = new Date(m * 60_000);
    return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}T${two(d.getUTCHours())}:${two(d.getUTCMinutes())}Z`;
  };
  const double = (value: number): number[] => {
    if (value !== value) return [0, 0, 0, 0, 0, 0, 0xf8, 0x7f];
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return [7, 6, 5, 4, 3, 2, 1, 0].map((i) => view.getUint8(i));
  };
  const bytes = (candles: CandleColumns, from: number, to: number): number[] => {
    const all: number[] = [];
    for (const column of [
      candles.open,
      candles.high,
      candles.low,
      candles.close,
      candles.baseVolume,
      candles.quoteVolume,
      candles.trades,
    ]) {
      for (let m = from; m < to; m += 1) all.push(...double(column[m - candles.range.from] ?? NaN));
    }
    for (let m = from; m < to; m += 1) all.push(candles.answered[m - candles.range.from] ?? NaN);
    return all;
  };
  const sha = (all: number[]): Buffer => createHash('sha256').update(Buffer.from(all)).digest();
  /** Leaves day by day, split wherever the date changes, then the hash of them. */
  const row = (word: string, { market: m, source, candles }: DigestedMarket, from: number, to: number): string => {
    const leaves: number[] = [];
    for (let start = from; start < to;) {
      let end = start + 1;
      while (end < to && time(end).slice(0, 10) === time(start).slice(0, 10)) end += 1;
      leaves.push(...sha(bytes(candles, start, end)));
      start = end;
    }
    return [
      word,
      m.venue,
      `${m.base}/${m.quote}`,
      m.kind,
      source,
      time(from),
      time(to),
      sha(leaves).toString('hex'),
    ].join(' ');
  };
  const text = [
    'plumbline-digest 4',
    'method 2',
    `asset ${question.asset}`,
    `from ${time(question.range.from)}`,
    `to ${time(question.range.to)}`,
    `venues ${question.venues === undefined ? '*' : [...question.venues].sort().join(',')}`,
    `markets ${
      question.markets.length === 0
        ? '*'
        : question.markets
            .map((one) => `${one.venue}:${one.quote}:${one.kind}`)
            .sort()
            .join(',')
    }`,
    `reference ${question.reference.kind === 'venue' ? `venue:${question.reference.venue}` : question.reference.kind}`,
    `bloc ${question.bloc}`,
    `rate ${question.rate}`,
    `min-peers ${question.minPeers}`,
    `enter ${question.enter}`,
    // By hand: what the registry as shipped takes the assets of these tests for.
    ...[
      ...new Set([
        question.asset as string,
        ...[...markets, ...(underlyingMarkets ?? []), ...rateMarkets].map((one) => one.market.quote),
      ]),
    ]
      .map((code) => `nature ${code} ${code === 'USDT' ? 'stable USD' : 'plain'}`)
      .sort(),
    ...markets.map((one) => row('market', one, one.candles.range.from, one.candles.range.to)).sort(),
    ...(underlyingMarkets ?? [])
      .map((one) => row('underlying-market', one, one.candles.range.from, one.candles.range.to))
      .sort(),
    ...rateMarkets.map((one) => row('rate-market', one, one.candles.range.from, one.candles.range.to)).sort(),
    '',
  ].join('\n');
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** The digest after one change to a fresh sample. */
function after(change: (input: Digested) => void): string {
  const input = sample();
  change(input);
  return digestOf(input);
}

const first = ({ markets }: Digested): CandleColumns => (markets[0] as DigestedMarket).candles;

describe('the digest', () => {
  it('is what docs/digest.md says', () => {
    expect(digestOf(sample())).toBe(independentDigest(sample()));
    expect(digestOf(sample())).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('writes the question and the markets in words', () => {
    const [head] = canonicalText(hashed(sample())).split('rate-market');
    expect(head?.split('\n').slice(0, 15)).toEqual([
      'plumbline-digest 4',
      'method 2',
      'asset ATOM',
      'from 2025-10-10T21:19Z',
      'to 2025-10-10T21:22Z',
      'venues binance,okx',
      'markets *',
      'reference venue:okx',
      'bloc all',
      'rate usd',
      'min-peers 3',
      'enter 0.02',
      'nature ATOM plain',
      'nature USD plain',
      'nature USDT stable USD',
    ]);
  });

  it('names the second names of books among its markets, which decide who takes part', () => {
    const input = sample();
    const text = canonicalText(
      hashed({ ...input, markets: [...input.markets, marketOf('coinbase', 'ATOM', 'USDC', 7)] }),
    );
    expect(text.split('\n').filter((line) => line.startsWith('alias '))).toEqual(['alias coinbase ATOM/USDC ATOM/USD']);
    expect(canonicalText(hashed(input))).not.toContain('alias ');
  });

  it('leaves out a rate market that answered for no minute of the days read', () => {
    const input = sample();
    const silent: DigestedMarket = {
      market: market('gate', 'BTC', 'USDT'),
      source: 'rest',
      candles: emptyColumns(wide),
    };
    expect(digestOf({ ...input, rateMarkets: [...input.rateMarkets, silent] })).toBe(digestOf(input));
    // Once it answered that nothing was traded it has a say.
    silent.candles.answered[2] = 1;
    expect(digestOf({ ...input, rateMarkets: [...input.rateMarkets, silent] })).not.toBe(digestOf(input));
  });

  it.each([
    [
      'the asset is a wrapped one',
      { asset: 'ATOM', nature: { kind: 'wrapped', underlying: 'ETH', accrues: true } },
      'nature ATOM wrapped ETH',
    ],
    ['the asset is pegged', { asset: 'ATOM', nature: { kind: 'pegged' } }, 'nature ATOM pegged'],
    ['a quote is no stablecoin', { asset: 'USDT', nature: { kind: 'plain' } }, 'nature USDT plain'],
    [
      'a quote is a stablecoin of another currency',
      { asset: 'USDT', nature: { kind: 'stable', of: 'EUR' } },
      'nature USDT stable EUR',
    ],
  ] as const)('is another on an instance whose registry says that %s', (_, { asset, nature }, line) => {
    const here = digestOf(sample());
    const there = withAssets([{ asset: asset as Asset, name: undefined, nature: nature as AssetNature, aliases: [] }]);
    if (!there.ok) throw new RangeError(there.error.kind);
    const shipped = globalThis.plumblineAssets;
    globalThis.plumblineAssets = undefined;
    try {
      installAssets(there.value);
      expect(canonicalText(hashed(sample())).split('\n')).toContain(line);
      expect(digestOf(sample())).not.toBe(here);
    } finally {
      globalThis.plumblineAssets = shipped;
    }
  });

  it('is the same in whatever order the markets and venues come in', () => {
    const { question, markets, rateMarkets } = sample();
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...markets], { minLength: 3 }),
        fc.shuffledSubarray([...rateMarkets], { minLength: 2 }),
        fc.boolean(),
        (some, rates, turned) => {
          const venues = turned ? [...(question.venues ?? [])].reverse() : question.venues;
          expect(digestOf({ question: { ...question, venues }, markets: some, rateMarkets: rates })).toBe(
            digestOf(sample()),
          );
        },
      ),
    );
  });

  it('is the same whether a minute was never answered or what was sent of it was set aside: either is unknown', () => {
    const marked = (mark: number): string =>
      after((input) => {
        first(input).answered[2] = mark;
      });
    expect(marked(2)).toBe(marked(0));
    expect(marked(1)).not.toBe(marked(0));
  });

  it('changes with one trade count, one price, and one answered minute', () => {
    const changes: ((input: Digested) => void)[] = [
      (input) => {
        first(input).trades[3] = 1_583;
      },
      (input) => {
        first(input).low[3] = 0.001;
      },
      (input) => {
        first(input).answered[2] = first(input).answered[2] === 1 ? 0 : 1;
      },
      (input) => {
        const { close } = (input.rateMarkets[0] as DigestedMarket).candles;
        close[close.findIndex((price) => price > 0)] = 121_758.75;
      },
    ];
    expect(new Set([digestOf(sample()), ...changes.map(after)]).size).toBe(changes.length + 1);
  });

  it('changes with every parameter of the question', () => {
    const { question, markets, rateMarkets } = sample();
    const others = [
      { asset: 'POL' as Asset },
      { range: minuteRange(window.from, minute(window.to - 1)) },
      { venues: undefined },
      { reference: { kind: 'others' } as const },
      { rate: 'none' as const },
      { minPeers: 2 },
      { enter: 0.01 },
      { markets: [{ venue: 'okx' as Venue, quote: 'USDC', kind: 'spot' as const }] },
      { reference: { kind: 'all' } as const },
      { bloc: 'USD' },
    ];
    const digests = others.map((change) => digestOf({ question: { ...question, ...change }, markets, rateMarkets }));
    expect(new Set([digestOf(sample()), ...digests]).size).toBe(others.length + 1);
  });

  it('counts the underlying, and the day before the window, of what is compared with an underlying', () => {
    const wrapped = (change: (input: Digested) => void = () => undefined): Digested => {
      const input = { ...sample(), underlyingMarkets: [marketOf('okx', 'ETH', 'USDT', 6)] };
      change(input);
      return input;
    };
    expect(digestOf(wrapped())).toBe(independentDigest(wrapped()));
    const before = digestOf(
      wrapped((input) => {
        first(input).close[0] = 99;
      }),
    );
    const below = digestOf(
      wrapped((input) => {
        first({ ...input, markets: input.underlyingMarkets ?? [] }).close[0] = 3_801;
      }),
    );
    expect(new Set([digestOf(wrapped()), before, below, digestOf(sample())]).size).toBe(4);
  });

  it('is the same whenever the same observations are asked for', () => {
    expect(digestOf({ ...sample(), question: { ...sample().question, asOf: instant(Date.UTC(2026, 0, 1)) } })).toBe(
      digestOf(sample()),
    );
  });

  it('changes with a minute outside the window, within its UTC day: the day decides who takes part', () => {
    expect(
      after((input) => {
        first(input).close[0] = 99;
      }),
    ).not.toBe(digestOf(sample()));
  });

  it('does not change with another day', () => {
    const day = minute(20_371 * 1_440);
    const over = (price: number): string => {
      const candles = columns(minuteRange(minute(day - 5), window.to), 1);
      candles.close[2] = price;
      return digestOf({ ...sample(), markets: [{ market: market('okx', 'ATOM', 'USDT'), source: 'rest', candles }] });
    };
    expect(over(99)).toBe(over(98));
  });

  it('is what docs/digest.md says of a window over several days, whose first and last are parts of days', () => {
    const from = FIRST - 1_300;
    const long = minuteRange(minute(from), minute(from + 3_100));
    const around = minuteRange(minute(from - 2), minute(from + 3_102));
    const over = (change: (input: Digested) => void = () => undefined): Digested => {
      const input = {
        question: { ...sample().question, range: long },
        markets: [marketOf('okx', 'ATOM', 'USDT', 1, around), marketOf('binance', 'ATOM', 'USDT', 2, long)],
        rateMarkets: [marketOf('okx', 'BTC', 'USDT', 4, around)],
      };
      change(input);
      return input;
    };
    expect(digestOf(over())).toBe(independentDigest(over()));
    // One price of each day, midnights included, is another digest.
    const slots = [2, 1_440 + 21, 1_440 * 2 + 21, 3_101].map((slot) =>
      digestOf(
        over((input) => {
          first(input).close[slot] = 99;
        }),
      ),
    );
    expect(new Set([digestOf(over()), ...slots]).size).toBe(5);
  });

  it('depends on whole observations of a rate market: its volumes tell an alias book, its closes a rate', () => {
    const rate = ({ rateMarkets }: Digested): CandleColumns => (rateMarkets[0] as DigestedMarket).candles;
    const traded = rate(sample()).baseVolume.findIndex((volume) => volume > 0);
    const changes = (['low', 'close', 'baseVolume', 'answered'] as const).map((field) =>
      after((input) => {
        rate(input)[field][traded] = 0;
      }),
    );
    expect(new Set([digestOf(sample()), ...changes]).size).toBe(5);
  });

  it('writes a negative zero like zero', () => {
    const zeros = [0, -0].map((zero) =>
      after((input) => {
        first(input).baseVolume[3] = zero;
      }),
    );
    expect(zeros[0]).toBe(zeros[1]);
  });

  it('takes every NaN for the same hole', () => {
    const odd = after((input) => {
      new BigUint64Array(first(input).quoteVolume.buffer).fill(0xfff8_0000_0000_0001n);
    });
    expect(odd).toBe(digestOf(sample()));
  });

  it('refuses a name that would let two inputs share one text', () => {
    expect(() => digestOf({ ...sample(), markets: [marketOf('a b', 'ATOM', 'USD', 1)] })).toThrow(
      'cannot be written into a digest',
    );
  });
});
