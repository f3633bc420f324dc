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
  'benson-sun': 'Benson Sun，据媒体引述（二手）',
  jamster187: 'Jamster187/oct10-black-swan-analysis',
  daviesluo: 'daviesluo/daviesportfolios',
  quantlet: '根据 QuantLet/onchain-insights 计算',
  theglory: 'aaronwu2017/TheGlory，证物 C-7',
  'binance-statement': 'Binance，2025 年 10 月 11 日及 12 日的声明',
  'binance-index-notice': 'Binance，2025 年 10 月 6 日的公告',
  'binance-display-notice': 'Binance，公告',
  claimants: '索赔方的陈述',
  'public-candles': '根据公开的 1 分钟 K 线计算',
  press: '媒体报道（二手）',
};
export const publisherName = (publisher: Publisher): string => PUBLISHERS[publisher];

export const figuresTable = {
  title: '已公布的数字与此处测得的数字',
  lead: '以各市场自身的计价货币表示。测得的数字四舍五入至公布的位数后，若与公布的数字相同，即为相符。',
  simulated: '此处存储的 K 线为 SIMULATED，构造时即设置为经过已公布的价格：数字相符并不证实任何事。',
  label: '已公布的数字及其发布者',
  what: '项目',
  published: '公布值',
  measured: '此处测得',
  publisher: '发布者',
} as const;

const FIELDS = { open: '开', high: '高', low: '低', close: '收' } as const;

export function figureSubject(figure: FigureAnswer): string {
  const market = `${venueName(figure.venue)} ${pairWords(figure)}`;
  switch (figure.what) {
    case 'candle':
      return `${market}，${clock(figure.minute)} UTC`;
    case 'low':
    case 'high':
      return han`${market}，${spanWords(figure)}${figure.what === 'low' ? '最低' : '最高'}`;
    case 'closes-below':
      return `${market}，${clock(figure.from)} 至 ${clock(figure.to)} UTC 收盘价低于 ${figure.level} 的分钟数`;
    case 'deviation':
      return `${market}，${clock(figure.minute)} UTC 的偏离`;
  }
}

const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  clock(from) === '00:00' && clock(to) === '00:00' ? '当日' : `${clock(from)} 至 ${clock(to)} UTC`;

export function publishedWords(figure: FigureAnswer): string {
  const about = figure.about ? '约 ' : '';
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
      return `${about}${writtenDigits(figure.published)}${figure.minute === null ? '' : `，于 ${clock(figure.minute)}`}`;
    case 'closes-below':
      return `${about}${figure.published} 分钟`;
    case 'deviation':
      return `${about}${writtenDigits(figure.published)} %`;
  }
}

const NOT_STORED = '此处未存储';

export function measuredWords(figure: FigureAnswer): string {
  if (figure.verdict === 'not-compared') return '这一分钟没有基准价';
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
      const at = figure.measuredMinute === null ? '' : `，于 ${clock(figure.measuredMinute)}`;
      return `${rawPrice(figure.measured)}${at}${partly(figure)}`;
    }
    case 'closes-below':
      return `${count(figure.measured)} 分钟${partly(figure)}`;
    case 'deviation':
      return signedPercent(figure.measured);
  }
}

const partly = ({ minutes, of }: { readonly minutes: number; readonly of: number }): string =>
  minutes < of ? `（${count(of)} 分钟中有 ${count(minutes)} 分钟有 K 线）` : '';

export function verdictWords({ verdict }: Pick<FigureAnswer, 'verdict'>, simulated: boolean): string | undefined {
  if (verdict === 'not-stored' || verdict === 'not-compared') return undefined;
  const words = verdict === 'same' ? '相符' : '不符';
  return simulated ? `SIMULATED：${words}` : words;
}

export function figuresSentence(figures: readonly Pick<FigureAnswer, 'verdict'>[], simulated: boolean): string {
  if (figures.length === 0) return '此事件没有任何一个数字有公开定论。';
  const of = (verdict: FigureAnswer['verdict']): number => figures.filter((one) => one.verdict === verdict).length;
  const [same, other] = [of('same'), of('other')];
  const missing = figures.length - same - other;
  const all = `${count(figures.length)} 个已公布的数字`;
  if (missing === figures.length) return `${all}；均无法与已存储的 K 线核对。`;
  const candles = simulated ? 'SIMULATED K 线' : '已存储的 K 线';
  return han`${all}：${count(same)} 个与${candles}相符，${count(other)} 个不符，${count(missing)} 个无法在此比较。`;
}

const STATEMENTS: Readonly<Record<string, string>> = {
  'official-account':
    '20:50 至 22:00 UTC 市场剧烈波动；21:18 之后出现技术故障；市场于 21:20 至 21:21 触及低点；21:36 之后发生严重脱锚；补偿期间为 21:36 至 22:16。',
  'compensation-rule':
    '报道所述的规则：21:36 至 22:16 UTC 之间的强制平仓，补偿额为 2025-10-11 00:00 UTC 的价格减去强制平仓价格。',
  'index-composition':
    '当时的指数：WBETH 为 20 % 自身现货加 80 % 比率乘以 ETH；BNSOL 为 30 % 与 70 %。两者其后均改为只采用赎回比率。',
  'display-klines': 'Binance 表示将修正异常价格的显示，API 不受影响。2020 年的一份公告对 99,964 的影线作了同样处理。',
  'atom-inside-minute':
    '该分钟之内：21:20:37.689 UTC，ATOM/USDT 有 2 笔以 0.001 成交；30 毫秒后回到 1 或以上，1.4 秒后回到 2，377 秒后回到 2.5，1,571 秒后回到 3。一分钟的 K 线无法显示这些。',
  'hundred-assets': 'Binance 上有超过 100 种资产的价格跌至比次低的交易所低逾 10 %。',
  'offshore-lows': 'ATOM 在其他以 USDT 计价的离岸交易所的最低价：约 1.5 至 1.6。',
  'usdt-against-usd': '以 USDT 计价的最低价比以 USD 计价的低逾 50 %（ATOM 为 1.5 至 1.6，Coinbase 上为 2.872）。',
  'orders-refused':
    '自 21:12 UTC 起委托被拒（−2010、−2022、−4118），自 21:15 起出现 HTTP 503 与 −1008；至 23:02 为止，超过 200 次只减仓委托的尝试几乎全部被拒。委托并非市场数据。',
  arbitration: '一名索赔方与 Binance 于 2026 年进入仲裁。',
  'no-settled-minute': '暴跌期间各交易所的价格明显拉开。没有任何一个已公布的分钟有定论。',
  'within-a-minute': '一分钟内从 65,815 跌至 8,200；其他交易所的最低价约为 64,200。',
  'usdc-as-unit': 'Bybit 的 BTC/USDC 于 07:09 UTC 达到 23,800 时，BTC/USD 的收盘价约为 20,424。',
  'elsewhere-87000': '其他交易所的 BTC 约为 87,000。',
  'fell-17': '约 19:30 KST（即 10:30 UTC）下跌 17 %。',
  halted: '19:35 至 19:40 KST 暂停交易，并承诺补偿 110 %。',
};
/** Throws on an id that has none. */
export function statementText(id: string): string {
  const text = STATEMENTS[id];
  if (text === undefined) throw new Error(`no words for the statement ${id}`);
  return text;
}

export const statementsList = {
  title: '各方声明',
  lead: 'K 线既不能证实也不能否定的声明，以及其发布者。',
} as const;
