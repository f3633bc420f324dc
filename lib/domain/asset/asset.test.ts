import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAsset, type Asset, type Venue } from '../market';
import { minuteAt, minuteRange, parseRange, type Minute, type MinuteRange } from '../minute';
import { flawOfTable } from './check';
import { assetEntry, defaultEnter, isUsdStable, peggedAssets, wrappedAssets } from './index';
import { houseOf, ticker, tickerInCcxt } from './reading';
import { registryOf } from './registry';
import { SEED } from './seed';
import { READINGS } from './seed/readings';
import { brokenPromise } from '../unit';

const VENUES = [
  'binance',
  'okx',
  'bybit',
  'coinbase',
  'kraken',
  'kucoin',
  'gate',
  'bitget',
  'htx',
  'mexc',
  'bitfinex',
  'bitstamp',
  'upbit',
  'cryptocom',
  'gemini',
  'bithumb',
].map((id) => id as Venue);
const [binance, okx, kucoin, mexc, kraken, gate, upbit, bithumb, bitfinex] = [
  'binance',
  'okx',
  'kucoin',
  'mexc',
  'kraken',
  'gate',
  'upbit',
  'bithumb',
  'bitfinex',
].map((id) => id as Venue) as [Venue, Venue, Venue, Venue, Venue, Venue, Venue, Venue, Venue];
const asset = (code: string): Asset => code as Asset;
const at = (text: string): Minute => minuteAt(Date.parse(text));
const range = (from: string, to: string): MinuteRange => {
  const read = parseRange(from, to);
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
};
const shipped = registryOf(SEED);
const EVENT = at('2025-10-10T21:20Z');

const anyMinute = fc
  .integer({ min: at('2017-01-01T00:00Z'), max: at('2027-01-01T00:00Z') })
  .map((count) => count as Minute);
const anyVenue = fc.constantFrom(...VENUES);
const TICKERS = [
  ...new Set([...SEED.entries.map((entry) => entry.asset as string), ...SEED.aliases.map((alias) => alias.ticker)]),
];

describe('the assets shipped', () => {
  it('hold together: codes, underlyings, half-open times, and no ticker with two meanings at once', () => {
    expect(flawOfTable(SEED)).toBeUndefined();
  });

  it('hold the event and the largest by market capitalisation of October 2025', () => {
    const codes = new Set(SEED.entries.map((entry) => entry.asset as string));
    const wanted =
      'ATOM WBETH BNSOL USDE IOTX ENJ BTC ETH XRP USDT BNB SOL USDC DOGE TRX ADA HYPE LINK SUI AVAX XLM BCH HBAR LEO LTC SHIB TON CRO DOT MNT DAI XMR WLFI UNI AAVE ENA PEPE OKB BGB NEAR APT TAO USD1 ONDO ETC WLD POL ICP ARB KAS ALGO VET PUMP RENDER SEI FIL TRUMP IP BONK JUP QNT INJ TIA STX OP IMX CRV'.split(
        ' ',
      );
    expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
  });

  it.each([
    ['WBETH', 'ETH', true],
    ['BNSOL', 'SOL', true],
    ['WSTETH', 'ETH', true],
    ['CBETH', 'ETH', true],
    ['RETH', 'ETH', true],
    ['JITOSOL', 'SOL', true],
    ['STETH', 'ETH', false],
    ['WBTC', 'BTC', false],
    ['CBBTC', 'BTC', false],
  ])('know %s as a claim on %s', (code, underlying, accrues) => {
    expect(assetEntry(asset(code)).nature).toEqual({ kind: 'wrapped', underlying, accrues });
    expect(wrappedAssets().map((entry) => entry.asset)).toContain(code);
  });

  it('take USDe, USDD and FRAX for pegged, never for stablecoins at parity', () => {
    for (const code of ['USDE', 'USDD', 'FRAX']) {
      expect(isUsdStable(code)).toBe(false);
      expect(peggedAssets().map((entry) => entry.asset)).toContain(code);
    }
  });

  it('allow parity for USD stablecoins alone: not for euros, not for the fallen TerraUSD, not for what is unheard of', () => {
    expect(
      ['USDT', 'USDC', 'FDUSD', 'TUSD', 'DAI', 'BUSD', 'USDP', 'PYUSD', 'USD1', 'USDG', 'RLUSD', 'GUSD'].filter(
        (code) => !isUsdStable(code),
      ),
    ).toEqual([]);
    expect(['EURC', 'EURI', 'USTC', 'EUR', 'KRW', 'USD', 'BTC', 'SUSDE', 'NEVERHEARD'].filter(isUsdStable)).toEqual([]);
  });

  it.each(['USD', 'EUR', 'KRW'])('know nothing of the currency %s but its code: it is a plain quote', (code) => {
    expect(assetEntry(asset(code)).nature).toEqual({ kind: 'plain' });
  });

  it('enter at 1 % for stablecoins, pegged and wrapped assets and at 2 % for the rest', () => {
    expect(['USDT', 'USDE', 'WBETH'].map((code) => defaultEnter(asset(code)))).toEqual([0.01, 0.01, 0.01]);
    expect(['ATOM', 'NEVERHEARD', 'USTC'].map((code) => defaultEnter(asset(code)))).toEqual([0.02, 0.02, 0.02]);
  });
});

describe('what a ticker means', () => {
  it('is the asset of that code on every venue in the event, but where another meaning is declared', () => {
    const declared = new Set(['bithumb TON', 'upbit TON', 'mexc TRUMP', 'LUNA', 'BTT', 'binance FRAX', ...SEED.coined]);
    const strays = VENUES.flatMap((venue) =>
      SEED.entries.flatMap(({ asset: code }) => {
        const meaning = shipped.assetAt(venue, code, EVENT);
        return meaning.kind === 'known' && meaning.asset === code ? [] : [`${venue} ${code}`];
      }),
    );
    expect(strays.filter((stray) => !declared.has(stray) && !declared.has(stray.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('is never two assets, at any minute, on any venue, unless that is said', () => {
    fc.assert(
      fc.property(anyVenue, fc.constantFrom(...TICKERS), anyMinute, (venue, written, minute) => {
        const code = ticker(venue, written);
        const claims = SEED.entries.filter((entry) =>
          shipped
            .tickersOf(venue, entry.asset, minuteRange(minute, (minute + 1) as Minute))
            .some((part) => part.ticker === code),
        );
        const meaning = shipped.assetAt(venue, written, minute);
        expect(claims.map((entry) => entry.asset)).toEqual(meaning.kind === 'known' ? [meaning.asset] : []);
      }),
      { numRuns: 150 },
    );
  });

  it('is asked of a venue under one code at a time', () => {
    const ever = range('2017-01-01T00:00Z', '2027-01-01T00:00Z');
    const twice = VENUES.flatMap((venue) =>
      SEED.entries.flatMap((entry) => {
        const parts = shipped.tickersOf(venue, entry.asset, ever).filter((part) => parseAsset(part.ticker).ok);
        return parts.some((part, i) => part.range.from < (parts[i - 1]?.range.to ?? ever.from))
          ? [`${venue} ${entry.asset}`]
          : [];
      }),
    );
    expect(twice).toEqual([]);
  });

  it('is no asset’s own ticker where we made the code up', () => {
    expect(shipped.assetAt(gate, 'MAGATRUMP', EVENT)).toEqual({ kind: 'unknown', of: [] });
  });

  it('covers a range part by part, and each part says what every minute of it says', () => {
    fc.assert(
      fc.property(
        anyVenue,
        fc.constantFrom(...TICKERS),
        anyMinute,
        anyMinute,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (venue, ticker, a, b, share) => {
          const whole = minuteRange(Math.min(a, b) as Minute, (Math.max(a, b) + 1) as Minute);
          const parts = shipped.meaningsIn(venue, ticker, whole);
          expect(parts.map((part) => part.range.from)).toEqual([
            whole.from,
            ...parts.slice(0, -1).map((part) => part.range.to),
          ]);
          expect(parts.at(-1)?.range.to).toBe(whole.to);
          for (const { range: part, meaning } of parts) {
            const inside = (part.from + Math.floor(share * (part.to - part.from))) as Minute;
            expect(shipped.assetAt(venue, ticker, inside)).toEqual(meaning);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is a plain asset of its own name where the registry is silent', () => {
    expect(shipped.assetAt(gate, 'NEVERHEARD', EVENT)).toEqual({ kind: 'plain', asset: 'NEVERHEARD' });
    expect(shipped.assetAt(gate, 'neverHeard', EVENT)).toEqual({ kind: 'plain', asset: 'NEVERHEARD' });
  });

  it('is not guessed from letters that only become a code when raised: Bitget’s omni is not Omni Network', () => {
    expect(shipped.assetAt('bitget' as Venue, 'omni', EVENT)).toEqual({ kind: 'known', asset: 'OMNIBITGET' });
    expect(shipped.assetAt(gate, 'atom', EVENT)).toEqual({ kind: 'unknown', of: [] });
    expect(shipped.assetAt(gate, 'Soda Pop', EVENT)).toEqual({ kind: 'unknown', of: [] });
  });
});

describe('a rename', () => {
  const matic = range('2024-09-01T00:00Z', '2024-10-01T00:00Z');

  it('asks Binance for MATIC before 2024-09-13T10:00Z and for POL from that minute on', () => {
    expect(shipped.tickersOf(binance, asset('POL'), matic)).toEqual([
      { ticker: 'MATIC', range: range('2024-09-01T00:00Z', '2024-09-13T10:00Z') },
      { ticker: 'POL', range: range('2024-09-13T10:00Z', '2024-10-01T00:00Z') },
    ]);
  });

  it('belongs to the house: Binance’s futures carry the same tickers at the same time', () => {
    expect(shipped.tickersOf('binanceusdm' as Venue, asset('POL'), matic)).toEqual(
      shipped.tickersOf(binance, asset('POL'), matic),
    );
  });

  it('is half-open: the last minute of the old ticker is the one before', () => {
    expect(shipped.assetAt(binance, 'MATIC', at('2024-09-13T09:59Z'))).toEqual({ kind: 'known', asset: 'POL' });
    expect(shipped.assetAt(binance, 'MATIC', at('2024-09-13T10:00Z'))).toMatchObject({
      kind: 'unknown',
      of: [{ asset: 'POL' }],
    });
    expect(shipped.assetAt(binance, 'POL', at('2024-09-13T09:59Z'))).toMatchObject({
      kind: 'unknown',
      of: [{ asset: 'POL' }, { asset: 'KPOL' }],
    });
  });

  it.each([
    ['binance', 'FTM', 'S', '2025-01-12T00:00Z'],
    ['okx', 'EOS', 'A', '2025-05-29T09:59Z'],
    ['binance', 'RNDR', 'RENDER', '2024-07-26T07:59Z'],
    ['okx', 'TONCOIN', 'TON', '2022-04-20T08:59Z'],
    ['binance', 'LUNA', 'LUNC', '2022-05-10T00:00Z'],
    ['gate', 'UST', 'USTC', '2022-05-10T00:00Z'],
  ])('%s %s was %s at %s', (venue, ticker, code, time) => {
    expect(shipped.assetAt(venue as Venue, ticker, at(time))).toEqual({ kind: 'known', asset: code });
  });

  it('that exchanged at another rate than one for one is another asset', () => {
    expect(shipped.assetAt(binance, 'MKR', EVENT)).toEqual({ kind: 'known', asset: 'MKR' });
    expect(
      shipped
        .tickersOf(binance, asset('SKY'), range('2017-01-01T00:00Z', '2027-01-01T00:00Z'))
        .map((part) => part.ticker),
    ).toEqual(['SKY']);
    expect(
      shipped
        .tickersOf(binance, asset('G'), range('2017-01-01T00:00Z', '2027-01-01T00:00Z'))
        .map((part) => part.ticker),
    ).toEqual(['G']);
  });
});

describe('a ticker of two assets', () => {
  it('is settled by venue and date where that is documented: KuCoin’s POL of 2023 was Proof of Liquidity', () => {
    expect(shipped.assetAt(kucoin, 'POL', at('2023-10-25T06:59Z'))).toEqual({ kind: 'known', asset: 'KPOL' });
    expect(shipped.assetAt(kucoin, 'POL', EVENT)).toEqual({ kind: 'known', asset: 'POL' });
    expect(shipped.assetAt(mexc, 'TRUMP', at('2024-06-01T00:00Z'))).toEqual({ kind: 'known', asset: 'MAGATRUMP' });
  });

  it('is nobody’s before its asset was issued: a JUP of 2021 is not Jupiter', () => {
    expect(shipped.assetAt(gate, 'JUP', at('2021-06-01T00:00Z'))).toMatchObject({
      kind: 'unknown',
      of: [{ asset: 'JUP' }],
    });
    expect(shipped.assetAt(gate, 'JUP', EVENT)).toEqual({ kind: 'known', asset: 'JUP' });
  });

  it('changes hands: FRAX was a dollar in the event, and is Frax Share on Binance from 2026-01-15T08:00Z', () => {
    expect(shipped.assetAt(gate, 'FRAX', EVENT)).toEqual({ kind: 'known', asset: 'FRAX' });
    expect(shipped.assetAt(binance, 'FRAX', at('2026-01-15T08:00Z'))).toEqual({ kind: 'known', asset: 'FXS' });
    expect(shipped.assetAt(gate, 'FRAX', at('2026-01-15T08:00Z'))).toMatchObject({
      kind: 'collision',
      candidates: [{ asset: 'FRAX' }, { asset: 'FXS' }],
    });
  });

  it('is Terra’s new coin on Binance from its opening, and on Kraken as ccxt reads it', () => {
    expect(shipped.assetAt(binance, 'LUNA', EVENT)).toEqual({ kind: 'known', asset: 'LUNA' });
    expect(shipped.assetAt(kraken, 'LUNA', EVENT)).toEqual({ kind: 'known', asset: 'LUNA' });
    expect(shipped.assetAt(binance, 'LUNA', at('2022-05-30T00:00Z')).kind).toBe('unknown');
  });

  it('is uncertain elsewhere, with both candidates', () => {
    const meaning = shipped.assetAt(bithumb, 'TON', EVENT);
    expect(meaning).toMatchObject({ kind: 'collision', candidates: [{ asset: 'TON' }, { asset: 'TOKAMAK' }] });
    expect(shipped.assetAt(okx, 'LUNA', EVENT).kind).toBe('collision');
  });

  it('is never asked for', () => {
    expect(shipped.tickersOf(bithumb, asset('TON'), range('2025-10-10T00:00Z', '2025-10-11T00:00Z'))).toEqual([]);
  });
});

describe('a venue’s own ticker', () => {
  it('is read as ccxt reads it, by the ccxt that is installed', async () => {
    const { default: ccxt } = await import('ccxt');
    const classes = ccxt as unknown as Readonly<
      Record<string, new () => { readonly commonCurrencies: Readonly<Record<string, string>> }>
    >;
    for (const venue of [...VENUES, 'binanceusdm' as Venue, 'binancecoinm' as Venue, 'kucoinfutures' as Venue]) {
      const Exchange = classes[venue === 'coinbase' ? 'coinbaseexchange' : venue];
      if (Exchange === undefined) throw new Error(`ccxt has no ${venue}`);
      const theirs = Object.entries(new Exchange().commonCurrencies);
      expect(
        theirs.filter(([own, read]) => tickerInCcxt(venue, own) !== read).map(([own]) => `${venue} ${own}`),
      ).toEqual([]);
      const ours = Object.keys(READINGS[houseOf(venue)] ?? {});
      expect(ours.filter((own) => !theirs.some(([known]) => known === own)).map((own) => `${venue} ${own}`)).toEqual(
        [],
      );
    }
  });

  it('is understood where it can be nothing else', () => {
    expect(shipped.assetAt(kraken, 'XXBT', EVENT)).toEqual({ kind: 'known', asset: 'BTC' });
    expect(shipped.assetAt(bitfinex, 'UST', EVENT)).toEqual({ kind: 'known', asset: 'USDT' });
    expect(shipped.assetAt(bitfinex, 'UST', at('2022-05-01T00:00Z'))).toEqual({ kind: 'known', asset: 'USDT' });
    expect(shipped.assetAt(upbit, 'TON', EVENT)).toEqual({ kind: 'known', asset: 'TOKAMAK' });
    expect(shipped.assetAt(mexc, 'XBT', EVENT)).toEqual({ kind: 'plain', asset: 'XBT' });
  });
});
