import { describe, expect, it } from 'vitest';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { parseReference, type Reference } from '../../domain/reference';
import { promised } from '../../domain/unit';
import {
  lackingReference,
  referenceCaption,
  referenceChoice,
  referenceNoun,
  referencePrice,
  referenceRule,
  withinReference,
} from './reference';

const of = (asset: string) => assetEntry(asset as Asset);
const reference = (text: string): Reference => promised(parseReference(text));

describe('a reference in words', () => {
  it.each([
    ['others', 'ATOM', 'the other venues’ median'],
    ['all', 'ATOM', 'the median of all venues'],
    ['vwm', 'WBETH', 'the other venues’ volume-weighted median'],
    ['wrapped', 'WBETH', 'ETH times its usual ratio'],
    ['wrapped', 'BNSOL', 'SOL times its usual ratio'],
    ['wrapped', 'ATOM', 'its underlying times its usual ratio'],
    ['peg', 'USDE', '1 USD'],
    ['venue:coinbase', 'ATOM', 'Coinbase'],
    ['venue:cryptocom', 'USDE', 'Crypto.com'],
  ])('%s of %s is, in a sentence, %s', (written, asset, words) => {
    expect(referenceNoun(reference(written), of(asset))).toBe(words);
  });

  it.each([
    ['others', 'the others’ median'],
    ['all', 'the median of all venues'],
    ['vwm', 'the others’ volume-weighted median'],
    ['wrapped', 'the underlying × ratio (second reference)'],
    ['peg', '1 USD (second reference)'],
    ['venue:okx', 'OKX'],
  ])('%s over a column is %s', (written, words) => {
    expect(referenceCaption(reference(written))).toBe(words);
  });

  it.each([
    ['others', 'the median of the others', 'median of the other venues, at least 3 of them'],
    [
      'all',
      'the median of all, itself included',
      'median of all venues, the one measured included, at least 3 of them',
    ],
    [
      'vwm',
      'the others, weighted by volume',
      'median of the other venues weighted by their volume in the same minute, at least 3 of them',
    ],
    [
      'wrapped',
      'ETH × usual ratio (second reference)',
      'second reference: the median of ETH on other venues, at least 3 of them, times the median ratio of the UTC day before',
    ],
    ['peg', '1 USD (second reference)', 'second reference: the peg, 1 USD'],
    ['venue:okx', 'OKX alone', 'compared with one venue: OKX'],
  ])('%s as a choice and as a rule', (written, choice, rule) => {
    expect(referenceChoice(reference(written), of('WBETH'))).toBe(choice);
    expect(referenceRule(reference(written), of('WBETH'), 3)).toBe(rule);
  });

  it.each([
    ['others', 'low', 5, 'the median low of 5 other venues, 1.6 USD'],
    ['others', 'close', 1, 'the median close of 1 other venue, 1.6 USD'],
    ['all', 'high', 6, 'the median high of all 6 venues, 1.6 USD'],
    ['vwm', 'low', 4, 'the volume-weighted median low of 4 other venues, 1.6 USD'],
    ['wrapped', 'low', 7, 'the median low of ETH on 7 other venues times the usual WBETH/ETH ratio, 1.6 USD'],
    ['peg', 'low', 0, 'the peg of 1.6 USD'],
    ['venue:htx', 'high', 1, 'the high on HTX, 1.6 USD'],
  ] as const)('one price of %s: %s of %i', (written, field, peers, words) => {
    expect(referencePrice(reference(written), of('WBETH'), { field, peers, price: 1.6, currency: 'USD' })).toBe(words);
  });

  it.each([
    [
      'others',
      'between the median low and the median high of the other venues',
      'too few other venues to compare with',
    ],
    ['all', 'between the median low and the median high of all venues', 'too few venues to compare with'],
    [
      'vwm',
      'between the volume-weighted median low and high of the other venues',
      'too few other venues of known volume to compare with',
    ],
    [
      'wrapped',
      'between the median low and the median high of SOL on other venues, times the usual BNSOL/SOL ratio,',
      'too few venues of SOL, or no ratio of the day before',
    ],
    ['peg', 'at the peg', 'no peg'],
    ['venue:gate', 'between the low and the high on Gate', 'no price on Gate to compare with'],
  ])('%s: within it, and without it', (written, within, lacking) => {
    expect(withinReference(reference(written), of('BNSOL'))).toBe(within);
    expect(lackingReference(reference(written), of('BNSOL'))).toBe(lacking);
  });
});

describe('a reference among the books quoted in one quote', () => {
  const low = { field: 'low', price: 3.5, currency: 'USD', peers: 4 } as const;
  it.each([
    [
      'others',
      'the median of the other venues’ USD books',
      'the others’ USD median',
      'median of the other venues’ USD books, at least 3 of them',
      'the median low of the USD books of 4 other venues, 3.5 USD',
      'between the median low and the median high of the other venues’ USD books',
      'too few other venues with a USD book to compare with',
    ],
    [
      'all',
      'the median of all venues’ USD books',
      'the USD median of all venues',
      'median of all venues’ USD books, the one measured included, at least 3 of them',
      'the median low of the USD books of all 4 venues, 3.5 USD',
      'between the median low and the median high of all venues’ USD books',
      'too few venues with a USD book to compare with',
    ],
    [
      'vwm',
      'the volume-weighted median of the other venues’ USD books',
      'the others’ USD volume-weighted median',
      'median of the other venues’ USD books weighted by their volume in the same minute, at least 3 of them',
      'the volume-weighted median low of the USD books of 4 other venues, 3.5 USD',
      'between the volume-weighted median low and high of the other venues’ USD books',
      'too few other venues of known volume with a USD book to compare with',
    ],
  ])('%s', (written, noun, caption, rule, price, within, lacking) => {
    const [one, asset] = [reference(written), of('ATOM')];
    expect([
      referenceNoun(one, asset, 'USD'),
      referenceCaption(one, 'USD'),
      referenceRule(one, asset, 3, 'USD'),
      referencePrice(one, asset, low, 'USD'),
      withinReference(one, asset, 'USD'),
      lackingReference(one, asset, 'USD'),
    ]).toEqual([noun, caption, rule, price, within, lacking]);
  });
});
