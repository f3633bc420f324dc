import { isEventId, type EventId } from '../domain/events/event';
import * as en from './en/events';
import { pageNames } from './en/frame';

// What is looked for in any language on a page in any other. The names stand here again, as a test holds them to: their own rooms would
// bring three languages into what a page loads.

const PAGES: Readonly<Record<keyof typeof pageNames, readonly string[]>> = {
  events: ['사건', '事件'],
  scan: ['전체 검색', '全面扫描', '全面掃描'],
  lows: ['최저가', '最低价', '最低價'],
  venues: ['거래소', '交易所'],
  compare: ['비교', '比较', '比較'],
  method: ['산출 방법', '计算方法', '計算方法'],
  coverage: ['보유 데이터', '数据覆盖', '資料涵蓋'],
  revisions: ['정정', '修订', '修訂'],
  verify: ['확인', '验证', '驗證'],
  league: ['일별', '每日'],
  pack: ['증거물', '证物', '證物'],
  audit: ['체결', '成交'],
  contagion: ['하락 순서', '下跌顺序', '下跌順序'],
  orderlog: ['주문 기록', '委托记录', '委託紀錄'],
  collateral: ['증거금 자산', '保证金资产', '保證金資產'],
};

const EVENTS: Readonly<Record<EventId, readonly string[]>> = {
  '2020-03-12': ['BTC, 2020년 3월 12일', 'BTC，2020 年 3 月 12 日'],
  '2021-10-21': ['Binance.US의 BTC, 2021년 10월 21일', 'Binance.US 的 BTC，2021 年 10 月 21 日'],
  '2023-03-11': ['USDC, 2023년 3월 11일', 'USDC，2023 年 3 月 11 日'],
  '2025-10-10': ['2025년 10월 10일 폭락', '2025 年 10 月 10 日的暴跌'],
  '2025-12-24': ['Binance의 BTC/USD1, 2025년 12월 24일', 'Binance 的 BTC/USD1，2025 年 12 月 24 日'],
  '2026-02-06': ['Bithumb의 BTC, 2026년 2월 6일', 'Bithumb 的 BTC，2026 年 2 月 6 日'],
};

/** What people type for a venue besides the name it gives itself, which is all that pages print. By ccxt's id. */
const VENUES: Readonly<Record<string, readonly string[]>> = {
  binance: ['바이낸스', '币安', '幣安'],
  bitfinex: ['비트파이넥스'],
  bitget: ['비트겟'],
  bithumb: ['빗썸'],
  bitstamp: ['비트스탬프'],
  bybit: ['바이비트'],
  coinbase: ['코인베이스'],
  cryptocom: ['크립토닷컴'],
  gate: ['Gate.io', '게이트', '芝麻开门', '芝麻開門'],
  gemini: ['제미니'],
  htx: ['Huobi', '후오비', '火币', '火幣'],
  kraken: ['크라켄'],
  kucoin: ['쿠코인', '库币', '庫幣'],
  mexc: ['抹茶'],
  okx: ['OKEx', '오케이엑스', '欧易', '歐易'],
  upbit: ['업비트'],
};

/** What people type for an asset besides its ticker, which is all that pages print: names in common use, in English, Korean and Chinese. */
const ASSETS: Readonly<Record<string, readonly string[]>> = {
  ADA: ['Cardano', '에이다', '艾达币', '艾達幣'],
  ATOM: ['Cosmos', '코스모스'],
  AVAX: ['Avalanche', '아발란체', '雪崩'],
  BCH: ['Bitcoin Cash', '비트코인캐시', '比特币现金', '比特幣現金'],
  BNB: ['Binance Coin', '비앤비', '币安币', '幣安幣'],
  BTC: ['Bitcoin', '비트코인', '比特币', '比特幣'],
  DOGE: ['Dogecoin', '도지코인', '狗狗币', '狗狗幣'],
  DOT: ['Polkadot', '폴카닷', '波卡'],
  ETH: ['Ethereum', 'Ether', '이더리움', '以太坊', '以太币', '以太幣'],
  FIL: ['Filecoin', '파일코인'],
  LINK: ['Chainlink', '체인링크'],
  LTC: ['Litecoin', '라이트코인', '莱特币', '萊特幣'],
  POL: ['Polygon', '폴리곤'],
  SHIB: ['Shiba Inu', '시바이누', '柴犬币', '柴犬幣'],
  SOL: ['Solana', '솔라나'],
  TRX: ['Tron', '트론', '波场', '波場'],
  USDC: ['USD Coin', '유에스디코인'],
  USDT: ['Tether', '테더', '泰达币', '泰達幣'],
  XRP: ['Ripple', '리플', '엑스알피', '瑞波币', '瑞波幣'],
};

/** Every name that something is looked for by, whatever language the page is in. */
export function everyName(kind: 'page' | 'event' | 'venue' | 'asset', id: string): readonly string[] {
  switch (kind) {
    case 'asset':
      return Object.hasOwn(ASSETS, id) ? (ASSETS[id] ?? []) : [];
    case 'page':
      return isPage(id) ? [pageNames[id], ...PAGES[id]] : [];
    case 'event':
      return isEventId(id) ? [en.eventName(id), ...EVENTS[id]] : [];
    case 'venue':
      return Object.hasOwn(VENUES, id) ? (VENUES[id] ?? []) : [];
  }
}

const isPage = (id: string): id is keyof typeof pageNames => Object.hasOwn(PAGES, id);
