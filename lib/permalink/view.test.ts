import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instant } from '../domain/instant';
import type { Asset, Venue } from '../domain/market';
import { formatMinute, minute, minuteRange, parseRange } from '../domain/minute';
import type { Question } from '../domain/question';
import { assetEntry } from '../domain/asset';
import { ignoredWords } from '../words/ignored';
import { readWritten, type ViewDefaults } from './readView';
import { SCALES, viewPath, type View } from './view';
import { brokenPromise } from '../domain/unit';

const ATOM = 'ATOM' as Asset;

const eventWindow = parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z');
if (!eventWindow.ok) throw brokenPromise(eventWindow.error);
type Defaults = Omit<ViewDefaults, 'entry'>;
const DEFAULTS: Defaults = { window: eventWindow.value };

/** What opens where an address says nothing. */
const DEFAULT_QUESTION: Question = {
  asset: ATOM,
  range: eventWindow.value,
  venues: undefined,
  markets: [],
  reference: { kind: 'others' },
  bloc: 'all',
  rate: 'usd',
  minPeers: 3,
  enter: 0.02,
  asOf: undefined,
};

interface Opened {
  readonly view: View;
  readonly ignored: readonly string[];
  readonly earlierForm: number | undefined;
  readonly canonical: boolean;
}

/** Reads an address as a page does: asset, perhaps a minute, and the query. */
function open(address: string, defaults: Defaults = DEFAULTS): Opened {
  const { pathname, searchParams: search } = new URL(address, 'https://plumbline.example');
  const [, asset = '', at] = pathname.split('/');
  const minuteText = at === undefined ? undefined : decodeURIComponent(at);
  const entry = assetEntry(asset as Asset);
  const { ignored, ...read } = readWritten({ minute: minuteText, search }, { entry, ...defaults });
  return { ...read, ignored: ignored.map(ignoredWords) };
}

const anyVenue = fc
  .constantFrom('binance', 'binancecoinm', 'bybit', 'coinbase', 'kraken', 'okx')
  .map((venue) => venue as Venue);

/** Every view whose address can be written: venues sorted, the minute inside the window. */
const anyView: fc.Arbitrary<View> = fc
  .record({
    asset: fc.constantFrom('ATOM', 'WBETH', 'USDE', '1INCH').map((asset) => asset as Asset),
    from: fc.integer({ min: 0, max: 60_000_000 }),
    minutes: fc.integer({ min: 1, max: 366 * 1_440 }),
    venues: fc.option(fc.uniqueArray(anyVenue, { minLength: 1 }), { nil: undefined }),
    referenceVenue: fc.option(anyVenue, { nil: undefined }),
    quote: fc.constantFrom('all', 'USD', 'USDT', 'KRW'),
    rate: fc.constantFrom('usd' as const, 'none' as const),
    minPeers: fc.integer({ min: 2, max: 50 }),
    enterPerMillion: fc.integer({ min: 100, max: 10_000_000 }),
    scale: fc.constantFrom(...SCALES),
    focus: fc.option(anyVenue, { nil: undefined }),
    lines: fc.uniqueArray(anyVenue),
    within: fc.option(fc.nat(), { nil: undefined }),
    chosen: fc.uniqueArray(
      fc.record({
        venue: anyVenue,
        quote: fc.constantFrom('USDT', 'USD', 'EUR'),
        kind: fc.constantFrom('spot' as const, 'perp' as const, 'mark' as const),
      }),
      { selector: ({ venue }) => venue },
    ),
    hash: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }), { nil: undefined }),
    asOf: fc.option(fc.integer({ min: 0, max: Date.UTC(2999, 0, 1) }).map(instant), { nil: undefined }),
  })
  .map(
    ({
      asset,
      from,
      minutes,
      venues,
      referenceVenue,
      quote,
      rate,
      minPeers,
      enterPerMillion,
      scale,
      focus,
      lines,
      within,
      chosen,
      hash,
      asOf,
    }) => ({
      question: {
        asset,
        rate,
        minPeers,
        range: minuteRange(minute(from), minute(from + minutes)),
        venues: venues === undefined ? undefined : [...venues].sort(),
        reference:
          referenceVenue === undefined
            ? { kind: 'others' as const }
            : { kind: 'venue' as const, venue: referenceVenue },
        bloc: referenceVenue === undefined ? quote : 'all',
        enter: enterPerMillion / 1e6,
        markets: chosen.map((one) => ({ ...one })).sort((a, b) => (a.venue < b.venue ? -1 : 1)),
        asOf,
      },
      scale,
      focus,
      lines: [...lines].sort(),
      minute: within === undefined ? undefined : minute(from + (within % minutes)),
      ...(hash === undefined ? {} : { digest: `sha256:${Buffer.from(hash).toString('hex')}` }),
    }),
  );

describe('an address and its view', () => {
  it("are one another's exact inverse: what is written is read back, whole", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(open(viewPath(view))).toStrictEqual({ view, ignored: [], earlierForm: undefined, canonical: true });
        expect(viewPath(open(viewPath(view)).view)).toBe(viewPath(view));
      }),
      { numRuns: 1_000 },
    );
  });

  it('do not depend on what is the default today', () => {
    const other: Defaults = { window: minuteRange(minute(0), minute(60)), venues: ['okx' as Venue] };
    fc.assert(
      fc.property(
        anyView.filter(({ question }) => question.venues !== undefined),
        (view) => {
          expect(open(viewPath(view), other)).toStrictEqual(open(viewPath(view)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep their colons readable', () => {
    const view: View = {
      question: { ...DEFAULT_QUESTION, reference: { kind: 'venue', venue: 'coinbase' as Venue } },
      scale: 'log',
      focus: 'binance' as Venue,
      lines: ['kraken' as Venue, 'okx' as Venue],
      minute: minute(29_335_520),
    };
    expect(viewPath(view)).toBe(
      '/ATOM/2025-10-10T21:20Z?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&reference=venue:coinbase&bloc=all&rate=usd&minPeers=3&enter=0.02&scale=log&focus=binance&lines=kraken,okx',
    );
  });

  it('are the same when a mail program escaped the colons and the commas', () => {
    const plain =
      '/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&venues=binance,okx&reference=venue:coinbase&bloc=all&rate=usd&minPeers=3&enter=0.02&scale=linear';
    expect(open(plain.replaceAll(':', '%3A').replaceAll(',', '%2C'))).toStrictEqual(open(plain));
    expect(open(plain).canonical).toBe(true);
  });
});

describe('an address that names a digest', () => {
  const HEX = '0123456789abcdef'.repeat(4);

  it('has it last, with what made it', () => {
    const view: View = {
      question: DEFAULT_QUESTION,
      scale: 'auto',
      focus: undefined,
      lines: [],
      minute: undefined,
      digest: `sha256:${HEX}`,
    };
    expect(viewPath(view)).toBe(
      `/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&reference=others&bloc=all&rate=usd&minPeers=3&enter=0.02&scale=auto&digest=sha256:${HEX}`,
    );
  });

  it.each([HEX, HEX.toUpperCase(), `SHA256:${HEX}`])('is read from %s, and spelled out', (written) => {
    const { view, ignored, canonical } = open(`/ATOM?digest=${written}`);
    expect([view.digest, ignored, canonical]).toStrictEqual([`sha256:${HEX}`, [], false]);
  });

  it.each([1, 2, 3])('keeps it, whatever version %i of the form meant by the rest', (version) => {
    const { view, ignored } = open(`/WBETH?v=${String(version)}&m=2&digest=sha256:${HEX}`);
    expect([view.digest, ignored]).toStrictEqual([`sha256:${HEX}`, []]);
    expect(viewPath(view)).toMatch(new RegExp(`^/WBETH\\?v=3&m=2&.*&digest=sha256:${HEX}$`));
  });
});

describe('an address that leaves things out', () => {
  it('opens the defaults it is given, and is not canonical', () => {
    expect(open('/ATOM')).toStrictEqual({
      view: { question: DEFAULT_QUESTION, scale: 'auto', focus: undefined, lines: [], minute: undefined },
      ignored: [],
      earlierForm: undefined,
      canonical: false,
    });
    expect(open('/ATOM', { ...DEFAULTS, venues: ['binance' as Venue] }).view.question.venues).toStrictEqual([
      'binance',
    ]);
  });

  it('takes 1 % for stablecoins, pegged and wrapped assets', () => {
    for (const asset of ['USDE', 'WBETH', 'USDC']) expect(open(`/${asset}`).view.question.enter).toBe(0.01);
  });

  it('compares an asset with its own reference', () => {
    const referenceOf = (address: string) => open(address).view.question.reference.kind;
    expect(['/WBETH', '/BNSOL', '/USDE', '/USDC', '/ATOM'].map(referenceOf)).toStrictEqual([
      'wrapped',
      'wrapped',
      'peg',
      'others',
      'others',
    ]);
  });

  it('shows half an hour to each side of its minute', () => {
    const { view } = open('/ATOM/2025-10-10T21:20Z');
    expect(
      [view.minute, view.question.range.from, view.question.range.to].map((at) =>
        at === undefined ? '' : formatMinute(at),
      ),
    ).toStrictEqual(['2025-10-10T21:20Z', '2025-10-10T20:50Z', '2025-10-10T21:51Z']);
  });
});

describe('a broken address opens something sensible and says what it ignored', () => {
  /** Everything as by default, and exactly one sentence, which shows what was ignored. */
  function ignoring(address: string, named: RegExp): void {
    const { view, ignored, canonical } = open(address);
    expect(view.question).toStrictEqual(DEFAULT_QUESTION);
    expect([view.minute, view.focus, view.scale]).toStrictEqual([undefined, undefined, 'auto']);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toMatch(named);
    expect(ignored[0]).toMatch(/\.$/);
    expect(ignored[0]).not.toMatch(/\n/);
    expect(canonical).toBe(false);
  }

  it('at 30 February', () => {
    ignoring('/ATOM?from=2025-02-30T20:00Z&to=2025-10-11T00:00Z', /2025-02-30T20:00Z.*valid UTC time/);
  });
  it('at minute 61', () => {
    ignoring('/ATOM/2025-10-10T21:61Z', /2025-10-10T21:61Z/);
  });
  it('at a reversed range', () => {
    ignoring('/ATOM?from=2025-10-11T00:00Z&to=2025-10-10T20:00Z', /reversed/);
  });
  it('at an empty range', () => {
    ignoring('/ATOM?from=2025-10-10T20:00Z&to=2025-10-10T20:00Z', /empty/);
  });
  it('at half a range', () => {
    ignoring('/ATOM?from=2025-10-10T20:00Z', /"to" is missing/);
  });
  it('at a range of more than a year', () => {
    ignoring('/ATOM?from=2020-10-10T20:00Z&to=2025-10-10T20:00Z', /366 days/);
  });
  it('at the year 1e9', () => {
    ignoring('/ATOM?from=1000000000-10-10T20:00Z&to=2025-10-10T20:00Z', /1000000000/);
  });
  it('at a time without its zone', () => {
    ignoring('/ATOM?from=2025-10-10T20:00&to=2025-10-10T21:00Z', /UTC/);
  });
  it('at an unknown parameter', () => {
    ignoring('/ATOM?colour=red', /"colour"/);
  });
  it('at version 99', () => {
    ignoring('/ATOM?v=99', /"99"/);
  });
  it('at a method that is not in force', () => {
    ignoring('/ATOM?m=1', /"1" of the method/);
    ignoring('/ATOM?v=3&m=3', /"3" of the method/);
  });
  it('at version 0', () => {
    ignoring('/ATOM?v=0', /"0"/);
  });
  it('at an SQL fragment', () => {
    ignoring(`/ATOM?venues=${encodeURIComponent("binance'; DROP TABLE candle; --")}`, /DROP TABLE/);
  });
  it('at an SQL fragment for a minute', () => {
    ignoring(`/ATOM/${encodeURIComponent('1 OR 1=1')}`, /1 OR 1=1/);
  });
  it('at one other venue as the least number of peers', () => {
    ignoring('/ATOM?minPeers=1', /from 2 to 50/);
  });
  it('at an entry level of nothing, of minus, of 1e-9 and of NaN', () => {
    for (const enter of ['0', '-0.02', '1e-9', 'NaN', '']) ignoring(`/ATOM?enter=${enter}`, /0\.0001 to 10/);
  });
  it('at a reference, a rate, a scale and a focus nobody knows', () => {
    ignoring('/ATOM?reference=mean', /"mean"/);
    ignoring('/ATOM?reference=wrapped', /not registered as a wrapped asset/);
    ignoring('/ATOM?bloc=US-D', /"US-D".*all or a quote/);
    ignoring('/ATOM?rate=eur', /"eur"/);
    ignoring('/ATOM?scale=sqrt', /"sqrt"/);
    ignoring('/ATOM?focus=%3Cscript%3E', /<script>/);
    ignoring('/ATOM?lines=okx,%3Cscript%3E', /<script>/);
  });

  it('at a digest that is none', () => {
    for (const digest of ['', 'sha256:', 'a'.repeat(63), `sha1:${'a'.repeat(64)}`, 'g'.repeat(64)])
      ignoring(`/ATOM?digest=${digest}`, /digest is "/);
  });

  it('showing no more than the beginning of a value of a million letters', () => {
    const { ignored } = open(`/ATOM?venues=${'a'.repeat(1_000_000)}`);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]?.length).toBeLessThan(200);
  });

  it('each by its own sentence, keeping what can be read', () => {
    const { view, ignored } = open('/ATOM?minPeers=2&rate=gold&scale=log&colour=red');
    expect([view.question.minPeers, view.scale, ignored.length]).toStrictEqual([2, 'log', 2]);
  });

  it('by showing the minute where the window does not hold it', () => {
    const { view, ignored } = open('/ATOM/2025-10-10T21:20Z?from=2025-10-11T00:00Z&to=2025-10-11T01:00Z');
    expect(formatMinute(view.question.range.from)).toBe('2025-10-10T20:50Z');
    expect(ignored).toHaveLength(1);
  });

  it('whatever it says: a view always opens, its address is canonical, and a second reading says nothing', () => {
    const anyName = fc.oneof(
      fc.constantFrom(
        'v',
        'from',
        'to',
        'venues',
        'reference',
        'bloc',
        'm',
        'rate',
        'minPeers',
        'enter',
        'scale',
        'focus',
        'lines',
        'digest',
      ),
      fc.string(),
    );
    const anyValue = fc.oneof(
      fc.string(),
      fc.constantFrom('2025-10-10T21:20Z', '1970-01-01T00:00Z', '3', '0.5', 'none', 'log', 'venue:okx', 'okx,okx'),
    );
    const anyMinute = fc.option(
      fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('2025-10-10T21:20Z', '1970-01-01T00:00Z')),
      { nil: undefined },
    );
    fc.assert(
      fc.property(anyMinute, fc.array(fc.tuple(anyName, anyValue), { maxLength: 8 }), (at, pairs) => {
        const search = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
        const { view } = readWritten({ minute: at, search }, { entry: assetEntry(ATOM), ...DEFAULTS });
        expect(open(viewPath(view))).toStrictEqual({ view, ignored: [], earlierForm: undefined, canonical: true });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an address of version 1', () => {
  it('keeps the reference that version meant where it named none, and tells its form', () => {
    for (const asset of ['WBETH', 'USDE', 'ATOM']) {
      const { view, ignored, earlierForm, canonical } = open(`/${asset}?v=1`);
      expect(view.question).toMatchObject({
        reference: { kind: 'others' },
        bloc: 'all',
        enter: asset === 'ATOM' ? 0.02 : 0.01,
      });
      expect([ignored, earlierForm, canonical]).toStrictEqual([[], 1, false]);
    }
  });

  it('keeps the reference it names', () => {
    expect(open('/WBETH?v=1&reference=wrapped').view.question.reference).toStrictEqual({ kind: 'wrapped' });
  });

  it('is written in the form of today once it is read, with the same meaning', () => {
    const { view } = open(
      '/WBETH?v=1&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&reference=others&rate=usd&minPeers=3&enter=0.01&scale=linear',
    );
    expect(viewPath(view)).toBe(
      '/WBETH?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&reference=others&bloc=all&rate=usd&minPeers=3&enter=0.01&scale=linear',
    );
    expect(open(viewPath(view))).toStrictEqual({ view, ignored: [], earlierForm: undefined, canonical: true });
  });
});

describe('an address of version 2', () => {
  it('meant a linear axis where it named no scale; of that nothing need be said', () => {
    expect(open('/ATOM?v=2')).toMatchObject({ view: { scale: 'linear' }, ignored: [], earlierForm: undefined });
    expect(open('/ATOM?v=1').view.scale).toBe('linear');
    expect([open('/ATOM?v=3').view.scale, open('/ATOM').view.scale]).toStrictEqual(['auto', 'auto']);
  });

  it('keeps the scale it names, and asks for the same figures', () => {
    const { view } = open('/WBETH?v=2&scale=log');
    expect([view.scale, view.question]).toStrictEqual(['log', open('/WBETH').view.question]);
  });

  it('is written in the form of today, once it is read', () => {
    const address =
      '/ATOM?v=2&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&venues=binance,okx&reference=others&bloc=all&rate=usd&minPeers=3&enter=0.02&scale=linear';
    expect(open(address).canonical).toBe(false);
    expect(viewPath(open(address).view)).toBe(address.replace('v=2', 'v=3'));
  });
});

describe('the reading of an address', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('depends on no clock: it is the same in 1999, today and in 2100', () => {
    const addresses = ['/ATOM', '/ATOM/2025-10-10T21:20Z', '/ATOM?from=2025-02-30T00:00Z', '/ATOM?v=1&minPeers=2'];
    const readings = ['1999-12-31T23:59:59Z', '2026-11-23T12:00:00Z', '2100-01-01T00:00:00Z'].map((now) => {
      vi.setSystemTime(new Date(now));
      return addresses.map((address) => open(address));
    });
    expect(readings[1]).toStrictEqual(readings[0]);
    expect(readings[2]).toStrictEqual(readings[0]);
  });
});

describe('the far end of the calendar and repeated fields', () => {
  it('says what it ignored instead of failing', () => {
    const read = open('/ATOM/9999-12-31T23:59Z');
    expect(read.view.minute).toBeUndefined();
    expect(read.ignored.join(' ')).toContain('a year from 1970 to 2999');
    expect(formatMinute(open('/ATOM/2999-12-31T23:59Z').view.question.range.to)).toBe('3000-01-01T00:30Z');
  });

  it('takes the first of a field given twice, and says so', () => {
    const read = open('/ATOM?minPeers=4&minPeers=5');
    expect(read.view.question.minPeers).toBe(4);
    expect(read.ignored).toEqual(['"minPeers" is given more than once; the first one counts.']);
  });
});
