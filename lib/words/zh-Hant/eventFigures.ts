import type { FigureAnswer } from '../../api/events';
import { PRICE_FIELDS } from '../../domain/candle';
import type { Publisher } from '../../domain/events/event';
import { writtenDigits } from '../en/eventFigures';
import { han } from '../han';
import { pairWords } from './market';
import { clock, count, rawPrice, signedPercent } from './numbers';
import { venueName } from './venues';

export { writtenDigits };

const PUBLISHERS: Readonly<Record<Publisher, string>> = {
  yanagihalab: 'yanagihalab/atom-flash-crash-research',
  'benson-sun': 'Benson Sun，據媒體引述（二手）',
  jamster187: 'Jamster187/oct10-black-swan-analysis',
  daviesluo: 'daviesluo/daviesportfolios',
  quantlet: '依 QuantLet/onchain-insights 計算',
  theglory: 'aaronwu2017/TheGlory，證物 C-7',
  'binance-statement': 'Binance，2025 年 10 月 11 日及 12 日的聲明',
  'binance-index-notice': 'Binance，2025 年 10 月 6 日的公告',
  'binance-display-notice': 'Binance，公告',
  claimants: '求償人的陳述',
  'public-candles': '依公開的 1 分鐘 K 線計算',
  press: '媒體報導（二手）',
};
export const publisherName = (publisher: Publisher): string => PUBLISHERS[publisher];

export const figuresTable = {
  title: '已公布的數字與此處測得的數字',
  lead: '以各市場自身的計價貨幣表示。測得的數字四捨五入至公布的位數後，若與公布的數字相同，即為相符。',
  simulated: '此處儲存的 K 線為 SIMULATED，構造時即設定為經過已公布的價格：數字相符並不證實任何事。',
  label: '已公布的數字及其發布者',
  what: '項目',
  published: '公布值',
  measured: '此處測得',
  publisher: '發布者',
} as const;

const FIELDS = { open: '開', high: '高', low: '低', close: '收' } as const;

export function figureSubject(figure: FigureAnswer): string {
  const market = `${venueName(figure.venue)} ${pairWords(figure)}`;
  switch (figure.what) {
    case 'candle':
      return `${market}，${clock(figure.minute)} UTC`;
    case 'low':
    case 'high':
      return han`${market}，${spanWords(figure)}${figure.what === 'low' ? '最低' : '最高'}`;
    case 'closes-below':
      return `${market}，${clock(figure.from)} 至 ${clock(figure.to)} UTC 收盤價低於 ${figure.level} 的分鐘數`;
    case 'deviation':
      return `${market}，${clock(figure.minute)} UTC 的偏離`;
  }
}

const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  clock(from) === '00:00' && clock(to) === '00:00' ? '當日' : `${clock(from)} 至 ${clock(to)} UTC`;

export function publishedWords(figure: FigureAnswer): string {
  const about = figure.about ? '約 ' : '';
  switch (figure.what) {
    case 'candle':
      return (
        about +
        PRICE_FIELDS.flatMap((field) => {
          const price = figure.published[field];
          return price === undefined ? [] : [`${FIELDS[field]}\u00A0${writtenDigits(price)}`];
        }).join(' ')
      );
    case 'low':
    case 'high':
      return `${about}${writtenDigits(figure.published)}${figure.minute === null ? '' : `，於 ${clock(figure.minute)}`}`;
    case 'closes-below':
      return `${about}${figure.published} 分鐘`;
    case 'deviation':
      return `${about}${writtenDigits(figure.published)} %`;
  }
}

const NOT_STORED = '此處未儲存';

export function measuredWords(figure: FigureAnswer): string {
  if (figure.verdict === 'not-compared') return '這一分鐘沒有基準價';
  if (figure.measured === null) return NOT_STORED;
  switch (figure.what) {
    case 'candle': {
      const { measured } = figure;
      return PRICE_FIELDS.flatMap((field) => {
        const price = measured[field];
        return price === undefined ? [] : [`${FIELDS[field]}\u00A0${rawPrice(price)}`];
      }).join(' ');
    }
    case 'low':
    case 'high': {
      const at = figure.measuredMinute === null ? '' : `，於 ${clock(figure.measuredMinute)}`;
      return `${rawPrice(figure.measured)}${at}${partly(figure)}`;
    }
    case 'closes-below':
      return `${count(figure.measured)} 分鐘${partly(figure)}`;
    case 'deviation':
      return signedPercent(figure.measured);
  }
}

const partly = ({ minutes, of }: { readonly minutes: number; readonly of: number }): string =>
  minutes < of ? `（${count(of)} 分鐘中有 ${count(minutes)} 分鐘有 K 線）` : '';

export function verdictWords({ verdict }: Pick<FigureAnswer, 'verdict'>, simulated: boolean): string | undefined {
  if (verdict === 'not-stored' || verdict === 'not-compared') return undefined;
  const words = verdict === 'same' ? '相符' : '不符';
  return simulated ? `SIMULATED：${words}` : words;
}

export function figuresSentence(figures: readonly Pick<FigureAnswer, 'verdict'>[], simulated: boolean): string {
  if (figures.length === 0) return '此事件沒有任何一個數字有公開定論。';
  const of = (verdict: FigureAnswer['verdict']): number => figures.filter((one) => one.verdict === verdict).length;
  const [same, other] = [of('same'), of('other')];
  const missing = figures.length - same - other;
  const all = `${count(figures.length)} 個已公布的數字`;
  if (missing === figures.length) return `${all}；均無法與已儲存的 K 線核對。`;
  const candles = simulated ? 'SIMULATED K 線' : '已儲存的 K 線';
  return han`${all}：${count(same)} 個與${candles}相符，${count(other)} 個不符，${count(missing)} 個無法在此比較。`;
}

const STATEMENTS: Readonly<Record<string, string>> = {
  'official-account':
    '20:50 至 22:00 UTC 市場劇烈波動；21:18 之後出現技術故障；市場於 21:20 至 21:21 觸及低點；21:36 之後發生嚴重脫鉤；補償期間為 21:36 至 22:16。',
  'compensation-rule':
    '報導所述的規則：21:36 至 22:16 UTC 之間的強制平倉，補償額為 2025-10-11 00:00 UTC 的價格減去強制平倉價格。',
  'index-composition':
    '當時的指數：WBETH 為 20 % 自身現貨加 80 % 比率乘以 ETH；BNSOL 為 30 % 與 70 %。兩者其後均改為只採用贖回比率。',
  'display-klines': 'Binance 表示將修正異常價格的顯示，API 不受影響。2020 年的一則公告對 99,964 的影線作了同樣處理。',
  'atom-inside-minute':
    '該分鐘之內：21:20:37.689 UTC，ATOM/USDT 有 2 筆以 0.001 成交；30 毫秒後回到 1 或以上，1.4 秒後回到 2，377 秒後回到 2.5，1,571 秒後回到 3。一分鐘的 K 線無法顯示這些。',
  'hundred-assets': 'Binance 上有超過 100 種資產的價格跌至比次低的交易所低逾 10 %。',
  'offshore-lows': 'ATOM 在其他以 USDT 計價的離岸交易所的最低價：約 1.5 至 1.6。',
  'usdt-against-usd': '以 USDT 計價的最低價比以 USD 計價的低逾 50 %（ATOM 為 1.5 至 1.6，Coinbase 上為 2.872）。',
  'orders-refused':
    '自 21:12 UTC 起委託遭拒（−2010、−2022、−4118），自 21:15 起出現 HTTP 503 與 −1008；至 23:02 為止，超過 200 次只減倉委託的嘗試幾乎全數遭拒。委託並非市場資料。',
  arbitration: '一名求償人與 Binance 於 2026 年進入仲裁。',
  'no-settled-minute': '暴跌期間各交易所的價格明顯拉開。沒有任何一個已公布的分鐘有定論。',
  'within-a-minute': '一分鐘內從 65,815 跌至 8,200；其他交易所的最低價約為 64,200。',
  'usdc-as-unit': 'Bybit 的 BTC/USDC 於 07:09 UTC 達到 23,800 時，BTC/USD 的收盤價約為 20,424。',
  'elsewhere-87000': '其他交易所的 BTC 約為 87,000。',
  'fell-17': '約 19:30 KST（即 10:30 UTC）下跌 17 %。',
  halted: '19:35 至 19:40 KST 暫停交易，並承諾補償 110 %。',
};
/** Throws on an id that has none. */
export function statementText(id: string): string {
  const text = STATEMENTS[id];
  if (text === undefined) throw new Error(`no words for the statement ${id}`);
  return text;
}

export const statementsList = {
  title: '各方聲明',
  lead: 'K 線既不能證實也不能否定的聲明，以及其發布者。',
} as const;
