import { describe, expect, it } from 'vitest';
import { importing, marketIn, ms } from '../testing/importing';

const { imported } = importing();
const HEADER = 'open_time_ms,open,high,low,close,volume,trades';

describe('contracts (trap 6)', () => {
  const perp = (base: string) => marketIn('binancecoinm', base, 'USD', 'perp');

  it('of Binance COIN-M are 10 USD each, 100 for BTC: the quote volume is exact, the base volume unknown', async () => {
    const content = [HEADER, `${ms(0)},1.559,1.65,1.263,1.468,2830,87`].join('\n');
    expect((await imported(content, { market: perp('ATOM') })).candles[0]).toMatchObject({
      quoteVolume: 28_300,
      baseVolume: NaN,
    });
    expect((await imported(content, { market: perp('BTC') })).candles[0]).toMatchObject({
      quoteVolume: 283_000,
      baseVolume: NaN,
    });
  });

  it('are counted as the reader says: worth base in a linear market, worth dollars in an inverse one', async () => {
    const content = [HEADER, `${ms(0)},3,4,2,3.5,7,7`];
    const linear = marketIn('okx', 'ATOM', 'USDT', 'perp');
    expect(
      (await imported(content, { market: linear, said: { volumeUnit: 'contracts:0.01' } })).candles[0],
    ).toMatchObject({
      quoteVolume: NaN,
      baseVolume: 0.07,
    });
    const inverse = marketIn('okx', 'ATOM', 'USD', 'perp');
    expect(
      (await imported(content, { market: inverse, said: { volumeUnit: 'contracts:10' } })).candles[0],
    ).toMatchObject({
      quoteVolume: 70,
      baseVolume: NaN,
    });
  });

  it('are not those of a column whose name says base: which column is meant has to be said', async () => {
    // As in s03 of the field's cases: 1.5 BTC were read as 1.5 dollars.
    const head = 'timestamp,symbol,open,high,low,close,volume_btc,volume';
    const content = [head, `${ms(0)},BTCUSD,112000,112100,111900,112050,1.5,168075`].join('\n');
    const market = marketIn('coinbase', 'BTC', 'USD');
    for (const [volumeUnit, unit] of [
      ['quote', 'quote'],
      ['contracts:100', 'contracts'],
    ] as const)
      await expect(imported(content, { market, said: { volumeUnit } })).rejects.toThrow(
        `"volume_btc" counts BTC by its name, but --volume-unit says ${unit}; name the column that counts it with --column volume=NAME`,
      );
    const read = async (said: object) => (await imported(content, { market, said })).candles[0];
    expect(await read({ volumeUnit: 'base' })).toMatchObject({ baseVolume: 1.5 });
    expect(await read({ volumeUnit: 'quote', column: ['volume=volume'] })).toMatchObject({ quoteVolume: 168_075 });
  });

  it('in quote are quote volume, and leave the base volume unknown', async () => {
    const content = [HEADER, `${ms(0)},3,4,2,3.5,10,7`];
    expect((await imported(content, { said: { volumeUnit: 'quote' } })).candles[0]).toMatchObject({
      quoteVolume: 10,
      baseVolume: NaN,
    });
  });
});
