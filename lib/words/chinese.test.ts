import { describe, expect, it } from 'vitest';
import type { EpisodeAnswer } from '../api/deviations';
import { assetEntry } from '../domain/asset';
import type { Asset } from '../domain/market';
import { parseReference } from '../domain/reference';
import { promised } from '../domain/unit';
import type { FrontFacts } from './en/front';
import { answer, episode } from './en/testing/deviations';
import * as hans from './zh-Hans';
import * as hant from './zh-Hant';

const both = [hant, hans] as const;
const peak: Partial<EpisodeAnswer> = { peak: -0.99937, peakPrice: 0.00100116, spanMinutes: 65 };
const front = (change: Partial<EpisodeAnswer>, fall: FrontFacts['fall']): FrontFacts => ({
  asset: 'ATOM',
  name: 'ATOM',
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  currency: 'USD',
  reference: 'others',
  deepest: episode({ ...peak, ...change }),
  fall,
});

describe('in Chinese', () => {
  it.each<readonly [FrontFacts, string, string]>([
    [
      front({}, { market: -0.241, venue: -0.9997 }),
      '2025 年 10 月 10 日 21:20 UTC，ATOM 在 Binance 的成交價為 0.001 USD，比其他交易所的中位數低 99.94 %。自所示最初的收盤價起，ATOM 的整體市場下跌 24.10 %，Binance 下跌 99.97 %。該偏離時段持續 1 小時 05 分鐘。匯率的不確定度為 ± 0.04 %。',
      '2025 年 10 月 10 日 21:20 UTC，ATOM 在 Binance 的成交价为 0.001 USD，比其他交易所的中位数低 99.94 %。自所示最初的收盘价起，ATOM 的整体市场下跌 24.10 %，Binance 下跌 99.97 %。该偏离时段持续 1 小时 05 分钟。汇率的不确定度为 ± 0.04 %。',
    ],
    [
      front({ side: 'above', peak: 0.25, uncertaintyAtPeak: 0, certainty: 'weak' }, { market: null, venue: null }),
      '2025 年 10 月 10 日 21:20 UTC，ATOM 在 Binance 的成交價為 0.001 USD，比其他交易所的中位數高 25.00 %，匯率依據薄弱。該偏離時段持續 1 小時 05 分鐘。',
      '2025 年 10 月 10 日 21:20 UTC，ATOM 在 Binance 的成交价为 0.001 USD，比其他交易所的中位数高 25.00 %，汇率依据薄弱。该偏离时段持续 1 小时 05 分钟。',
    ],
  ])('the first sentences of the front page put the reference before the distance', (facts, ...expected) => {
    expect(both.map(({ front: words }) => `${words.heroSentence(facts)}${words.heroLead(facts)}`)).toEqual(expected);
  });

  it('a contract is named behind its venue, and compared with one venue by its name alone', () => {
    const of = answer({
      reference: 'venue:okx',
      episodes: [episode({ kind: 'perp', uncertaintyAtPeak: 0 })],
      falls: [],
    });
    expect(both.map(({ deepest }) => deepest.deepestSentence(of))).toEqual([
      '21:20 UTC，Binance 永續合約的成交價比 OKX 低 99.97 %。',
      '21:20 UTC，Binance 永续合约的成交价比 OKX 低 99.97 %。',
    ]);
  });

  it.each([
    [
      'others',
      '其他 5 家交易所 USD 計價市場最低價的中位數（1.6 USD）',
      '其他 5 家交易所 USD 计价市场最低价的中位数（1.6 USD）',
    ],
    ['venue:okx', 'OKX 的最低價（1.6 USD）', 'OKX 的最低价（1.6 USD）'],
  ])('the price of %s says its figure in brackets', (written, ...expected) => {
    const reference = promised(parseReference(written));
    const low = { field: 'low', peers: 5, price: 1.6, currency: 'USD' } as const;
    const asset = assetEntry('ATOM' as Asset);
    expect(both.map(({ reference: words }) => words.referencePrice(reference, asset, low, 'USD'))).toEqual(expected);
  });

  it('small shares of a percent are said to be less, and no figure is torn from its unit', () => {
    expect(both.map(({ numbers }) => numbers.distance(-0.00001))).toEqual(['不到 0.01 %', '不到 0.01 %']);
    expect(both.map(({ numbers }) => numbers.finePercent(1e-12))).toEqual(['不到 0.0001 %', '不到 0.0001 %']);
    expect(hant.numbers.unbroken('低 99.97 %（± 4 %），7 分鐘')).toBe(
      '低 99.97\u00A0%（±\u00A04\u00A0%），7\u00A0分鐘',
    );
    expect(hans.numbers.unbroken('低 99.97 %，7 分钟')).toBe('低 99.97\u00A0%，7\u00A0分钟');
  });
});
