import { KINDS } from '../../domain/market';
import type {
  AddressRefusal,
  AssetTableRefusal,
  FieldRefusal,
  NameRefusal,
  Refusal,
  TickerClaim,
  TimePrecision,
  TimeRefusal,
} from '../../domain/refusal';
import { han } from '../han';
import { kindWords } from './kinds';
import { anyOf } from './spelled';
import { venueName } from './venues';
import { sayRefusal } from '../refusalSayings';

const MOST_SHOWN = 40;

/** What somebody wrote, in this language's quotation marks: on one line, and short enough to be shown back. */
export function quoted(text: string): string {
  const line = text.slice(0, MOST_SHOWN).replace(/\p{Cc}+/gu, ' ');
  return text.length > MOST_SHOWN ? `「${line}…」` : `「${line}」`;
}

const HOW_TO_WRITE: Readonly<Record<TimePrecision, string>> = {
  day: '請寫 UTC 日期，如 2025-10-10',
  minute: '請寫 UTC 時間，精確到分鐘，如 2025-10-10T21:20Z',
  moment: '請寫 UTC 時間，如 2026-01-31T08:15Z 或 2026-01-31T08:15:30.250Z',
};
const LIKE: Readonly<Record<TimePrecision, string>> = {
  day: '2025-10-10',
  minute: '2025-10-10T21:20Z',
  moment: '2026-01-31T08:15Z',
};

function ofTime(refusal: TimeRefusal): string {
  switch (refusal.kind) {
    case 'not-a-time':
      return `${quoted(refusal.text)}不是時間；${HOW_TO_WRITE[refusal.precision]}`;
    case 'impossible-time':
      return `${quoted(refusal.text)}不是有效的 UTC 時間；請寫如 ${LIKE[refusal.precision]} 的時間`;
    case 'time-out-of-range':
      return `${quoted(refusal.text)}超出範圍；請寫 ${String(refusal.firstYear)} 至 ${String(refusal.lastYear)} 的年份`;
    case 'still-to-come':
      return `${quoted(refusal.text)}尚未到來；請選擇已過去的時點，或將其刪去以查看目前的資料`;
    case 'range-end-missing':
      return `缺少「${refusal.name}」；請給出起迄兩端，以 UTC 分鐘表示，如 2025-10-10T20:00Z`;
    case 'range-reversed':
      return `範圍 ${refusal.from} 至 ${refusal.to} 為空或前後顛倒；「from」須早於「to」`;
    case 'minute-outside-window':
      return `${refusal.minute} 這一分鐘不在 ${refusal.from} 至 ${refusal.to} 的範圍內；請選擇包含它的範圍，或將兩端都刪去`;
    case 'range-too-long':
      return `範圍 ${refusal.from} 至 ${refusal.to} 超過 ${String(refusal.mostDays)} 天；請選較短的範圍`;
  }
}

const kindNamed = (name: string): string => {
  const kind = KINDS.find((one) => one === name);
  return kind === undefined ? name : kindWords(kind);
};

function ofName(refusal: NameRefusal): string {
  switch (refusal.kind) {
    case 'not-a-venue':
      return `${quoted(refusal.text)}不是交易所；請寫交易所的代號，如 binance`;
    case 'not-an-asset':
      return `${quoted(refusal.text)}不是資產；請寫其代號，如 ATOM`;
    case 'not-as-stored':
      return `${quoted(refusal.text)}不是資產的代碼；請寫 ${refusal.code}`;
    case 'not-a-pair':
      return `${quoted(refusal.text)}不是市場；請寫 BASE/QUOTE，如 ATOM/USDT`;
    case 'not-a-market-choice':
      return `${quoted(refusal.text)}不是市場的選擇；請寫 VENUE:QUOTE 或 VENUE:QUOTE:KIND，如 binance:USDC 或 bybit:USDT:perp`;
    case 'not-a-compared-market':
      return `${quoted(refusal.text)}不是可比較的市場；請寫 VENUE:BASE/QUOTE，其後可加 :perp、:mark、:index 或 :ui，如 binance:ATOM/USDT 或 okx:ATOM/USDT:perp`;
    case 'compared-count':
      return `指明了 ${String(refusal.count)} 個市場；請在「markets」中指明 ${String(refusal.least)} 至 ${String(refusal.most)} 個不同的市場，以逗號分隔`;
    case 'market-chosen-twice':
      return han`「markets」中重複指明了${venueName(refusal.venue)}；每家交易所請只指明一個${kindNamed(refusal.marketKind)}市場`;
  }
}

function ofField(refusal: FieldRefusal): string {
  switch (refusal.kind) {
    case 'not-one-of':
      return han`${refusal.name} 為${quoted(refusal.text)}；可用的值為${anyOf(refusal.known)}`;
    case 'not-a-reference':
      return `${quoted(refusal.text)}不是基準；可用的有 ${refusal.known.join('、')} 與 venue:V，如 venue:coinbase`;
    case 'not-a-resolution':
      return `${quoted(refusal.text)}不是解析度；可用的為 auto，或 ${refusal.sizes.join('、')}（分鐘）之一`;
    case 'not-a-whole-number':
      return `${refusal.name} 為${quoted(refusal.text)}；須為 ${String(refusal.least)} 至 ${String(refusal.most)} 的整數`;
    case 'not-a-peer-count':
      return `minPeers 為${quoted(refusal.text)}；須為 ${String(refusal.least)} 至 ${String(refusal.most)} 的整數（對照交易所較少時，一個錯誤的價格就會使其他交易所看似有誤）`;
    case 'not-a-ratio':
      return `${refusal.name} 為${quoted(refusal.text)}；須為 ${String(refusal.least)} 至 ${String(refusal.most)} 的比率，如 ${String(refusal.example)} 表示 ${String(refusal.example * 100)} %`;
    case 'not-a-digest':
      return `digest 為${quoted(refusal.text)}；須為 sha256: 加 64 位字元（0 至 9、a 至 f）`;
    case 'too-many':
      return tooMany(refusal.name, refusal.most);
    case 'no-underlying':
      return `${refusal.asset} 未登記為封裝資產，因此沒有可比較的標的資產；請選擇基準 others 或 venue:V`;
    case 'no-peg':
      return `${refusal.asset} 未登記為錨定 1 USD，因此基準 peg 不適用；請選擇 others 或 venue:V`;
    case 'not-a-bloc':
      return `bloc 為${quoted(refusal.text)}；可用的值為 all 或計價貨幣，如 USD 或 USDT`;
    case 'no-blocs':
      return `bloc 適用於基準 ${refusal.known.join('、')}，不適用於 ${refusal.reference}；請刪去 bloc 或選擇其中之一`;
  }
}

type Listed = Extract<FieldRefusal, { readonly kind: 'too-many' }>['name'];
const LISTED: Readonly<Record<Listed, string>> = {
  venues: '家交易所',
  markets: '個市場',
  assets: '種資產',
  lines: '條線',
};

function tooMany(name: Listed, most: number): string {
  const all = name === 'markets' || name === 'lines' ? '' : `，或省略「${name}」以包含全部`;
  return `指明了超過 ${String(most)} ${LISTED[name]}；請減少數量${all}`;
}

function parametersOf(known: readonly string[]): string {
  if (known.length === 0) return '此網址不接受任何參數';
  return `${known.length === 1 ? '唯一的參數是' : '參數有'} ${known.join('、')}`;
}

function ofAddress(refusal: AddressRefusal): string {
  switch (refusal.kind) {
    case 'unknown-name':
      return `${quoted(refusal.name)}不是此處的參數；${parametersOf(refusal.known)}`;
    case 'given-twice':
      return `${quoted(refusal.name)}給出了兩次；請只給一次`;
    case 'missing-asset':
      return '缺少「asset」；請指明一種資產，如 ATOM';
    case 'query-too-long':
      return `查詢長達 ${String(refusal.length)} 個字元；最多讀取 ${String(refusal.most)} 個`;
    case 'in-the-path':
      return `「${refusal.name}」在此屬於路徑；請將其從查詢中刪去`;
    case 'not-a-form':
      return `網址為 /ASSET.FORM 與 /ASSET/MINUTE.FORM，FORM 為 ${refusal.forms.join('、')} 之一`;
    case 'not-a-sha256':
      return 'SHA-256 有 64 個十六進位數字';
  }
}

const during = ({ assets, from, to }: TickerClaim): string =>
  han`${anyOf(assets)}（${from ?? '最初'}至${to ?? '現在'}）`;

function ofAssetTable(refusal: AssetTableRefusal): string {
  switch (refusal.kind) {
    case 'asset-code':
      return `資產${quoted(refusal.asset)}不是代碼；請以大寫字母與數字書寫，如 WBETH`;
    case 'asset-twice':
      return `資產 ${refusal.asset} 給出了兩次；請合併這 2 個條目`;
    case 'asset-without-entry':
      return `資產 ${refusal.asset} 有代號但沒有條目；請加入條目`;
    case 'underlying-without-entry':
      return `資產 ${refusal.asset} 封裝 ${refusal.underlying}，而後者不在登記表中；請為 ${refusal.underlying} 加入條目`;
    case 'wraps-itself':
      return `資產 ${refusal.asset} 封裝了自身（${refusal.chain.join(' → ')}）；請指明其所代表的資產`;
    case 'alias-reversed':
      return `資產 ${refusal.asset}：別名 ${refusal.ticker} 於 ${refusal.to} 結束，並未晚於其開始；「from」須早於「to」`;
    case 'ticker-ambiguous': {
      const where = refusal.venue === undefined ? '所有交易所' : venueName(refusal.venue);
      return han`代號 ${refusal.ticker} 在${where}同時指${refusal.claims.map(during).join('與')}；請給出「venue」、「from」與「to」，使其不重疊`;
    }
  }
}

/** One line, without a full stop. */
export function refusalWords(refusal: Refusal): string {
  return sayRefusal(refusal, { ofTime, ofName, ofField, ofAddress, ofAssetTable });
}
