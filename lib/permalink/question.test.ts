import { describe, expect, it } from 'vitest';
import { formatMinute } from '../domain/minute';
import { refusalWords } from '../words/refusals';
import { readQuestion } from './question';
import { brokenPromise } from '../domain/unit';

const ASKED = { asset: 'ATOM', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

describe('a question, read strictly', () => {
  it("takes the method's defaults for what it leaves out", () => {
    const read = readQuestion(ASKED);
    if (!read.ok) throw brokenPromise(read.error);
    const { range, ...rest } = read.value;
    expect([formatMinute(range.from), formatMinute(range.to)]).toStrictEqual([ASKED.from, ASKED.to]);
    expect(rest).toStrictEqual({
      asset: 'ATOM',
      venues: undefined,
      markets: [],
      reference: { kind: 'others' },
      bloc: 'all',
      rate: 'usd',
      minPeers: 3,
      enter: 0.02,
      asOf: undefined,
    });
  });

  it('takes 1 % for stablecoins, pegged and wrapped assets', () => {
    for (const asset of ['USDC', 'USDe', 'wbeth'])
      expect(readQuestion({ ...ASKED, asset })).toMatchObject({
        ok: true,
        value: { enter: 0.01, asset: asset.toUpperCase() },
      });
  });

  it('compares an asset with its own reference where none is named', () => {
    const referenceOf = (asset: string) => {
      const read = readQuestion({ ...ASKED, asset });
      return read.ok ? read.value.reference.kind : read.error.kind;
    };
    expect(['WBETH', 'BNSOL', 'USDE', 'USDC', 'ATOM'].map(referenceOf)).toStrictEqual([
      'wrapped',
      'wrapped',
      'peg',
      'others',
      'others',
    ]);
  });

  it.each(['others', 'all', 'vwm'])('takes one quote among whose books the median %s is', (reference) => {
    expect(readQuestion({ ...ASKED, reference, bloc: 'usdt' })).toMatchObject({ ok: true, value: { bloc: 'USDT' } });
    expect(readQuestion({ ...ASKED, reference, bloc: 'all' })).toMatchObject({ ok: true, value: { bloc: 'all' } });
  });

  it('reads everything it is given; venues come sorted, each once', () => {
    expect(
      readQuestion({
        ...ASKED,
        venues: 'okx,binance,okx',
        reference: 'venue:coinbase',
        bloc: 'all',
        rate: 'none',
        minPeers: '2',
        enter: '0.05',
      }),
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

  /** The fields that break it, what the line must name, and the mend it must give. */
  const BROKEN: readonly (readonly [
    what: string,
    fields: Readonly<Record<string, string | undefined>>,
    named: RegExp,
    mend: RegExp,
  ])[] = [
    ['no asset', { asset: undefined }, /asset/, /like ATOM/],
    ['no asset but an SQL fragment', { asset: "ATOM'; DROP TABLE candle; --" }, /DROP TABLE/, /like ATOM/],
    ['no beginning', { from: undefined }, /"from" is missing/, /like 2025-10-10T20:00Z/],
    ['30 February', { from: '2025-02-30T00:00Z' }, /2025-02-30/, /like 2025-10-10T21:20Z/],
    ['minute 60', { from: '2025-10-10T20:60Z' }, /20:60/, /like 2025-10-10T21:20Z/],
    ['a time without its zone', { from: '2025-10-10T20:00' }, /2025-10-10T20:00/, /UTC/],
    ['a reversed range', { from: ASKED.to, to: ASKED.from }, /reversed/, /"from" comes before "to"/],
    ['an empty range', { to: ASKED.from }, /empty/, /"from" comes before "to"/],
    ['the year 1e9', { to: '1000000000-01-01T00:00Z' }, /1000000000/, /like 2025-10-10T21:20Z/],
    ['a range of two years', { from: '2023-10-10T20:00Z' }, /366 days/, /shorter/],
    ['an unknown parameter', { colour: 'red' }, /"colour"/, /the parameters are asset, from, to/],
    [
      'an unknown parameter of a million letters',
      { ['a'.repeat(1_000_000)]: 'red' },
      /aaa…/,
      /the parameters are asset, from, to/,
    ],
    ['a version, which questions have none of', { v: '99' }, /"v"/, /the parameters are asset, from, to/],
    ['a venue that is none', { venues: 'binance,' }, /""/, /like binance/],
    ['an SQL fragment for a venue', { venues: "binance' OR '1'='1" }, /OR/, /like binance/],
    [
      'more venues than there are',
      { venues: Array.from({ length: 10_000 }, () => 'okx').join(',') },
      /100 venues/,
      /name fewer/,
    ],
    ['a reference that is none', { reference: 'mean' }, /"mean"/, /others, all, vwm, wrapped, peg and venue:V/],
    [
      'an underlying asked of what is no wrapped asset',
      { reference: 'wrapped' },
      /ATOM/,
      /choose the reference others/,
    ],
    ['a peg asked of what has none', { reference: 'peg' }, /pegged to 1 USD/, /choose others/],
    ['a reference venue without a name', { reference: 'venue:' }, /""/, /like binance/],
    ['a bloc that is no quote', { bloc: 'US D' }, /"US D"/, /all or a quote like USD or USDT/],
    [
      'a bloc of one venue as the reference',
      { reference: 'venue:coinbase', bloc: 'USD' },
      /not to venue:coinbase/,
      /references others, all, vwm.*choose one/,
    ],
    [
      'a bloc of an asset whose own reference has none',
      { asset: 'WBETH', bloc: 'USDT' },
      /not to wrapped/,
      /choose one of them/,
    ],
    ['a rate that is none', { rate: 'eur' }, /"eur"/, /usd or none/],
    ['one peer', { minPeers: '1' }, /"1"/, /from 2 to 50/],
    ['two and a half peers', { minPeers: '2.5' }, /"2\.5"/, /from 2 to 50/],
    ['an entry level of nothing', { enter: '0' }, /"0"/, /like 0\.02 for 2 %/],
    ['an entry level in percent', { enter: '2%' }, /"2%"/, /like 0\.02 for 2 %/],
  ];

  it.each(BROKEN)('refuses %s with one line that names it and the mend', (_, fields, named, mend) => {
    const read = readQuestion({ ...ASKED, ...fields });
    const line = read.ok ? 'it was accepted' : refusalWords(read.error);
    expect(line).toMatch(named);
    expect(line).toMatch(mend);
    expect(line).not.toMatch(/\n/);
    expect(line.length).toBeLessThan(250);
  });
});
