import { describe, expect, it } from 'vitest';
import { parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { decimalIn, written, type Decimal } from '../../domain/decimal';
import type { AuditedFill } from './auditFill';
import { Curving, type CurvePoint } from './curves';

const decimal = (text: string): Decimal => decimalIn(text) as Decimal;

interface Told {
  readonly at: string;
  readonly account?: string;
  readonly side?: 'sell' | 'buy';
  readonly price?: string;
  readonly quantity?: string;
  readonly money?: string;
  readonly certainty?: AuditedFill['certainty'];
}

const audited = ({ at, account = 'me', side = 'sell', price = '2', quantity = '10', money, certainty }: Told) =>
  ({
    fill: { account, side, quantity: decimal(quantity) },
    minute: promised(parseMinute(at)),
    priceUsd: decimal(price),
    certainty: certainty ?? (money === undefined ? undefined : 'certain'),
    money: money === undefined ? undefined : decimal(money),
  }) as AuditedFill;

const curvesOf = (...fills: readonly Told[]) => {
  const curving = new Curving();
  for (const fill of fills) curving.take(audited(fill));
  return curving.curves;
};

const told = (points: readonly CurvePoint[]) =>
  points.map(({ from, money }) => [
    new Date(from * 60_000).toISOString().slice(11, 16),
    ...(money === undefined ? [] : [money.was, money.atReference, money.difference].map((one) => written(one, 2))),
  ]);

describe('a curve of fills', () => {
  it('is empty of none', () => {
    expect(curvesOf()).toEqual({ stepMinutes: 1, together: [], accounts: [] });
  });

  it('adds up by time, whatever the order in the file: a sale above 0, a purchase below', () => {
    const { together } = curvesOf(
      { at: '2025-10-10T21:22Z', side: 'buy', price: '3', quantity: '1', money: '-0.50' },
      { at: '2025-10-10T21:20Z', price: '2', quantity: '10', money: '5.00' },
      { at: '2025-10-10T21:22Z', price: '1', quantity: '0.005', money: '0.004' },
    );
    expect(told(together)).toEqual([
      ['21:20', '20.00', '25.00', '5.00'],
      // 20 − 3 + 0.005; the difference 5 − 0.5 + 0.004.
      ['21:22', '17.01', '21.51', '4.50'],
    ]);
  });

  it('gets nothing of fills within the rates’ uncertainty or without a figure, and counts them', () => {
    const { together } = curvesOf(
      { at: '2025-10-10T21:20Z', money: '5.00' },
      { at: '2025-10-10T21:21Z', certainty: 'within' },
      { at: '2025-10-10T21:21Z' },
    );
    expect(told(together).map(([, ...sums]) => sums)).toEqual([
      ['20.00', '25.00', '5.00'],
      ['20.00', '25.00', '5.00'],
    ]);
    expect(together[1]).toMatchObject({ measured: 0, within: 1, unmeasured: 1 });
  });

  it('has no sum before the first fill with a figure', () => {
    const { together } = curvesOf({ at: '2025-10-10T21:20Z' }, { at: '2025-10-10T21:21Z', money: '5.00' });
    expect(told(together)).toEqual([['21:20'], ['21:21', '20.00', '25.00', '5.00']]);
  });

  it('is of each account apart, and of all together', () => {
    const { accounts, together } = curvesOf(
      { at: '2025-10-10T21:20Z', account: 'one', money: '1.00' },
      { at: '2025-10-10T21:20Z', account: 'two', money: '2.00' },
      { at: '2025-10-10T21:21Z', account: 'one', money: '4.00' },
    );
    expect(accounts.map(({ account, points }) => [account, told(points).map((point) => point[3])])).toEqual([
      ['one', ['1.00', '5.00']],
      ['two', ['2.00']],
    ]);
    expect(told(together).map((point) => point[3])).toEqual(['3.00', '7.00']);
  });

  it('of more minutes than can be held is of hours, with the same end', () => {
    const curving = new Curving();
    const start = promised(parseMinute('2025-10-01T00:00Z'));
    for (let i = 0; i < 12_000; i += 1)
      curving.take({ ...audited({ at: '2025-10-10T21:20Z', money: '0.01' }), minute: (start + i) as typeof start });
    const { stepMinutes, together } = curving.curves;
    expect([stepMinutes, together.length]).toEqual([60, 200]);
    expect(told(together).at(-1)?.slice(1)).toEqual(['240000.00', '240120.00', '120.00']);
  });
});
