import { describe, expect, it } from 'vitest';
import { refusedRequest, type Outcome } from './outcome';
import { viewRefusal } from './viewRefusal';
import type { IgnoredAsWritten } from '../../domain/ignored';
import {
  assetParameter,
  deviationsRequestIn,
  minuteQuestionIn,
  noAddressIn,
  noParameters,
  questionIn,
  viewFormIn,
} from './request';
import type { Asset } from '../../domain/market';
import { minute, minuteRange, plus } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { minuteParameters } from '../../permalink/parameters';
import type { Context } from '../context';

const url = (query: string): URL => new URL(`http://localhost/api/v1/x?${query}`);
const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
/** 2025-10-10T21:20Z in minutes since 1970. */
const WICK = minute(Date.UTC(2025, 9, 10, 21, 20) / 60_000);

/** The one line of a refusal, its status checked; throws where the request was taken. */
function refusal(outcome: Outcome<unknown>, status = 400): string {
  if (outcome.ok) throw new Error('the request was taken');
  expect(outcome.status).toBe(status);
  expect(outcome.message).not.toContain('\n');
  expect(outcome.message.length).toBeLessThan(300);
  return outcome.message;
}

describe('an analysis asked for', () => {
  it('comes as JSON unless the query says columns, beside any resolution', () => {
    expect(deviationsRequestIn(url(`asset=ATOM&${WINDOW}`))).toMatchObject({ value: { format: 'json' } });
    expect(deviationsRequestIn(url(`asset=ATOM&${WINDOW}&format=columns&resolution=5`))).toMatchObject({
      value: { format: 'columns', resolution: 5 },
    });
  });

  it('is refused in a format there is none of, with those there are', () => {
    expect(refusal(deviationsRequestIn(url(`asset=ATOM&${WINDOW}&format=arrow`)))).toMatch(
      /format.*arrow.*json.*columns/,
    );
  });

  it('is refused with a parameter that there is none of, with all that there are', () => {
    expect(refusal(deviationsRequestIn(url(`asset=ATOM&${WINDOW}&colour=red`)))).toBe(
      '"colour" is not a parameter here; the parameters are asset, from, to, venues, markets, reference, bloc, rate, minPeers, enter, asOf, resolution, format, lang',
    );
  });
});

describe('a question in a query', () => {
  it('takes the method’s defaults where the query names none', () => {
    expect(questionIn(url(`asset=atom&${WINDOW}`))).toEqual({
      ok: true,
      value: {
        asset: 'ATOM',
        range: { from: Date.UTC(2025, 9, 10, 20) / 60_000, to: Date.UTC(2025, 9, 11) / 60_000 },
        venues: undefined,
        markets: [],
        reference: { kind: 'others' },
        bloc: 'all',
        rate: 'usd',
        minPeers: 3,
        enter: 0.02,
        asOf: undefined,
      },
    });
  });

  it('reads what it names', () => {
    expect(
      questionIn(
        url(`asset=USDE&${WINDOW}&venues=okx,binance,okx&reference=venue:coinbase&rate=none&minPeers=2&enter=0.05`),
      ),
    ).toMatchObject({
      ok: true,
      value: {
        venues: ['binance', 'okx'],
        reference: { kind: 'venue', venue: 'coinbase' },
        rate: 'none',
        minPeers: 2,
        enter: 0.05,
      },
    });
  });

  it.each([
    [
      '10,000 characters',
      `asset=ATOM&${WINDOW}&venues=${'a,'.repeat(5_000)}`,
      /^the query is 100\d\d characters long; at most 4096 are read$/,
    ],
    ['a parameter given twice', `asset=ATOM&${WINDOW}&from=2025-10-10T21:00Z`, /^"from" is given twice; give it once$/],
    [
      'an unknown parameter',
      `asset=ATOM&${WINDOW}&colour=red`,
      /^"colour" is not a parameter here; the parameters are asset, from, to/,
    ],
    ['a name of the prototype', `asset=ATOM&${WINDOW}&__proto__=1`, /^"__proto__" is not a parameter here/],
    ['no asset', WINDOW, /"asset" is missing; name one like ATOM/],
    ['no end', 'asset=ATOM&from=2025-10-10T20:00Z', /"to" is missing; give both ends/],
    [
      'a reversed range',
      'asset=ATOM&from=2025-10-11T00:00Z&to=2025-10-10T20:00Z',
      /empty or reversed; "from" comes before "to"/,
    ],
    ['30 February', 'asset=ATOM&from=2025-02-30T20:00Z&to=2025-10-11T00:00Z', /is not a valid UTC time/],
    ['minute 99', 'asset=ATOM&from=2025-10-10T20:99Z&to=2025-10-11T00:00Z', /is not a valid UTC time/],
    ['the year 1e9', 'asset=ATOM&from=2025-10-10T20:00Z&to=1000000000-01-01T00:00Z', /is not a time; write UTC/],
    [
      'an SQL fragment as asset',
      `asset=${encodeURIComponent("ATOM'; DROP TABLE market; --")}&${WINDOW}`,
      /is not an asset; write its ticker like ATOM/,
    ],
    ['an SQL fragment as venue', `asset=ATOM&${WINDOW}&venues=${encodeURIComponent("x' OR 1=1 --")}`, /is not a venue/],
    ['minPeers of 1', `asset=ATOM&${WINDOW}&minPeers=1`, /takes a whole number from 2 to 50/],
    ['a rate nobody knows', `asset=ATOM&${WINDOW}&rate=eur`, /takes usd or none/],
  ])('refuses %s', (_, query, mend) => {
    expect(refusal(questionIn(url(query)))).toMatch(mend);
  });
});

describe('an address without parameters', () => {
  it('refuses one rather than ignoring it', () => {
    expect(noParameters(url(''))).toMatchObject({ ok: true });
    expect(refusal(noParameters(url('asOf=2026-01-31T08:15Z')))).toBe(
      '"asOf" is not a parameter here; the only one is lang',
    );
  });
});

describe('the asset of a coverage', () => {
  it('may be left out', () => {
    expect([assetParameter(url('')), assetParameter(url('asset=wbeth'))]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: 'WBETH' },
    ]);
  });
  it('is refused when it is none, given twice, or not alone', () => {
    expect(refusal(assetParameter(url('asset=A%20B')))).toMatch(/is not an asset/);
    expect(refusal(assetParameter(url('asset=ATOM&asset=ATOM')))).toMatch(/given twice/);
    expect(refusal(assetParameter(url('asset=ATOM&from=x')))).toMatch(
      /"from" is not a parameter here; the parameters are asset, lang/,
    );
  });
});

describe('a minute in a path', () => {
  it('is read encoded as the router hands it on, and alone makes the range', () => {
    const read = minuteQuestionIn({ asset: 'atom', minute: '2025-10-10T21%3A20Z' }, url('minPeers=2'));
    expect(read).toMatchObject({
      ok: true,
      value: { minute: WICK, question: { asset: 'ATOM', minPeers: 2, range: { from: WICK, to: WICK + 1 } } },
    });
  });

  it('is the same question as the page asks in the browser, entry level and all', () => {
    const asked = { ...defaultQuestion('ATOM' as Asset, minuteRange(WICK, plus(WICK, 1))), enter: 0.05, minPeers: 2 };
    const read = minuteQuestionIn({ asset: 'ATOM', minute: '2025-10-10T21:20Z' }, url(minuteParameters(asked)));
    expect(read).toMatchObject({ ok: true, value: { question: asked } });
  });

  it.each([
    ['30 February', '2025-02-30T21:20Z', '', /is not a valid UTC time/],
    ['minute 99', '2025-10-10T21%3A99Z', '', /is not a valid UTC time/],
    ['what cannot be decoded', '%E0%A4%A', '', /is not a time; write UTC/],
    [
      'a time of the query beside it',
      '2025-10-10T21:20Z',
      'from=2025-10-10T20:00Z',
      /"from" is part of the path here; leave it out of the query/,
    ],
    ['an unknown parameter', '2025-10-10T21:20Z', 'scale=log', /"scale" is not a parameter here/],
    ['10,000 characters', '2025-10-10T21:20Z', 'a'.repeat(10_000), /characters long; at most 4096 are read/],
  ])('refuses %s', (_, text, query, mend) => {
    expect(refusal(minuteQuestionIn({ asset: 'ATOM', minute: text }, url(query)))).toMatch(mend);
  });

  it('refuses an asset that is none', () => {
    expect(refusal(minuteQuestionIn({ asset: '..%2F..%2Fetc', minute: '2025-10-10T21:20Z' }, url('')))).toMatch(
      /is not an asset/,
    );
  });

  it('is refused where no minute comes after it', () => {
    expect(refusal(minuteQuestionIn({ asset: 'ATOM', minute: '9999-12-31T23:59Z' }, url('')))).toMatch(
      /"9999-12-31T23:59Z" is out of range; write/,
    );
  });
});

describe('the address of a view’s form', () => {
  /** Refused before anything is looked up. */
  const noContext = (): Context => {
    throw new Error('the database was asked');
  };
  const context = new Proxy({}, { get: noContext }) as Context;

  it.each([
    ['no form', ['ATOM'], '', 404, /the forms are png, svg, csv/],
    ['a form there is none of', ['ATOM.gif'], '', 404, /the forms are png, svg, csv/],
    ['a path too long', ['ATOM', 'x', '2025-10-10T21:20Z.png'], '', 404, /the forms are/],
    ['an asset that is none', ["ATOM'--.png"], '', 400, /is not an asset/],
    ['10,000 characters', ['ATOM.png'], 'a'.repeat(10_000), 400, /characters long/],
    ['a parameter given twice', ['ATOM.png'], 'v=3&v=3', 400, /"v" is given twice/],
    [
      'a size there is none of',
      ['ATOM.png'],
      'size=huge',
      400,
      /size is "huge"; it takes wide, square, card, page or sheet/,
    ],
    ['a theme there is none of', ['ATOM.svg'], 'theme=sepia', 400, /theme is "sepia"; it takes light or dark/],
    ['a density there is none of', ['ATOM.png'], 'density=3', 400, /density is "3"; it takes 2 or 1/],
  ] as const)('is refused: %s', async (_, path, query, status, mend) => {
    expect(refusal(await viewFormIn(context, path, url(query)), status)).toMatch(mend);
  });
});

describe('an address below /api that is none', () => {
  it('is told those that there are', () => {
    expect(refusal(noAddressIn(new URL('http://localhost/api/v1/nope')), 404)).toMatch(
      /^"\/api\/v1\/nope" is no address of the API; it answers below \/api\/v1 at deviations, /,
    );
  });
});

describe('what a page would leave out of the address of a form', () => {
  const range = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };
  const refused: readonly (readonly [IgnoredAsWritten, string])[] = [
    [
      { kind: 'refused', refusal: { kind: 'not-a-time', text: 'garbage', precision: 'minute' } },
      'from: "garbage" is not a time; write UTC to the minute, like 2025-10-10T21:20Z',
    ],
    [
      { kind: 'refused', refusal: { kind: 'not-a-venue', text: 'No Venue' } },
      'venues: "No Venue" is not a venue; write an exchange\'s id like binance',
    ],
    [
      { kind: 'refused', refusal: { kind: 'not-a-bloc', text: 'usd!' } },
      'bloc is "usd!"; it takes all or a quote like USD or USDT',
    ],
    [{ kind: 'repeated', name: 'from' }, '"from" is given twice; give it once'],
    [{ kind: 'unknown-version', text: '99', readAs: 3 }, 'v is "99"; it takes 1, 2 or 3'],
    [{ kind: 'unknown-method', text: '1', readAs: 2 }, 'm is "1"; it takes 2'],
    [
      { kind: 'minute-outside-window', minute: '2025-10-10T19:20Z', ...range },
      'the minute 2025-10-10T19:20Z is not in the range 2025-10-10T20:00Z to 2025-10-11T00:00Z; choose a range that contains it, or leave both ends out',
    ],
  ];

  it.each(refused)('is refused as an API refuses it, naming the field and the mend: %j', (ignored, line) => {
    const fields = { from: 'garbage', venues: 'binance,No Venue', bloc: 'usd!', v: '99', m: '1' };
    expect(refusal(refusedRequest(viewRefusal(ignored), fields))).toBe(line);
  });

  it('is no word of a page: nothing is shown instead', () => {
    for (const [ignored] of refused)
      expect(refusal(refusedRequest(viewRefusal(ignored)))).not.toMatch(/shown|this page|is read as|counts/);
    expect(refusal(refusedRequest(viewRefusal({ kind: 'unknown-name', name: 'colour' })))).toMatch(
      /^"colour" is not a parameter here; the parameters are v, m, from/,
    );
  });
});
