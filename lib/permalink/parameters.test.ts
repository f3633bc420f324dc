import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../domain/market';
import { parseRange } from '../domain/minute';
import type { Question } from '../domain/question';
import { deviationsParameters, minuteParameters } from './parameters';
import { brokenPromise } from '../domain/unit';

const range = parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z');
if (!range.ok) throw brokenPromise(range.error);
const question: Question = {
  asset: 'ATOM' as Asset,
  range: range.value,
  venues: undefined,
  markets: [],
  reference: { kind: 'others' },
  bloc: 'all',
  rate: 'usd',
  minPeers: 3,
  enter: 0.02,
  asOf: undefined,
};

describe('the parameters of a question', () => {
  it('says every parameter, in UTC minutes', () => {
    expect(deviationsParameters(question)).toBe(
      'asset=ATOM&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&reference=others&bloc=all&rate=usd&minPeers=3&enter=0.02',
    );
  });

  it('names the chosen venues and the reference venue', () => {
    const chosen: Question = {
      ...question,
      venues: ['binance', 'coinbase'] as Venue[],
      reference: { kind: 'venue', venue: 'coinbase' as Venue },
    };
    expect(deviationsParameters(chosen)).toContain('&venues=binance,coinbase&reference=venue:coinbase&bloc=all&');
    expect(minuteParameters(chosen)).toBe(
      'venues=binance,coinbase&reference=venue:coinbase&bloc=all&rate=usd&minPeers=3&enter=0.02',
    );
  });
});

it.each([0.01, 0.05, 0.5])('a minute is asked with the entry level of its view, %d', (enter) => {
  // The sentence says how certain a deviation of this size is, and whether the blocs part by more.
  expect(new URLSearchParams(minuteParameters({ ...question, enter })).get('enter')).toBe(String(enter));
});
