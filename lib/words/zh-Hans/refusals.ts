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
  return text.length > MOST_SHOWN ? `“${line}…”` : `“${line}”`;
}

const HOW_TO_WRITE: Readonly<Record<TimePrecision, string>> = {
  day: '请写 UTC 日期，如 2025-10-10',
  minute: '请写 UTC 时间，精确到分钟，如 2025-10-10T21:20Z',
  moment: '请写 UTC 时间，如 2026-01-31T08:15Z 或 2026-01-31T08:15:30.250Z',
};
const LIKE: Readonly<Record<TimePrecision, string>> = {
  day: '2025-10-10',
  minute: '2025-10-10T21:20Z',
  moment: '2026-01-31T08:15Z',
};

function ofTime(refusal: TimeRefusal): string {
  switch (refusal.kind) {
    case 'not-a-time':
      return `${quoted(refusal.text)}不是时间；${HOW_TO_WRITE[refusal.precision]}`;
    case 'impossible-time':
      return `${quoted(refusal.text)}不是有效的 UTC 时间；请写如 ${LIKE[refusal.precision]} 的时间`;
    case 'time-out-of-range':
      return `${quoted(refusal.text)}超出范围；请写 ${String(refusal.firstYear)} 至 ${String(refusal.lastYear)} 的年份`;
    case 'still-to-come':
      return `${quoted(refusal.text)}尚未到来；请选择已过去的时点，或将其删去以查看当前数据`;
    case 'range-end-missing':
      return `缺少“${refusal.name}”；请给出起止两端，以 UTC 分钟表示，如 2025-10-10T20:00Z`;
    case 'range-reversed':
      return `范围 ${refusal.from} 至 ${refusal.to} 为空或前后颠倒；“from”须早于“to”`;
    case 'minute-outside-window':
      return `${refusal.minute} 这一分钟不在 ${refusal.from} 至 ${refusal.to} 的范围内；请选择包含它的范围，或将两端都删去`;
    case 'range-too-long':
      return `范围 ${refusal.from} 至 ${refusal.to} 超过 ${String(refusal.mostDays)} 天；请选较短的范围`;
  }
}

const kindNamed = (name: string): string => {
  const kind = KINDS.find((one) => one === name);
  return kind === undefined ? name : kindWords(kind);
};

function ofName(refusal: NameRefusal): string {
  switch (refusal.kind) {
    case 'not-a-venue':
      return `${quoted(refusal.text)}不是交易所；请写交易所的代号，如 binance`;
    case 'not-an-asset':
      return `${quoted(refusal.text)}不是资产；请写其代号，如 ATOM`;
    case 'not-as-stored':
      return `${quoted(refusal.text)}不是资产的代码；请写 ${refusal.code}`;
    case 'not-a-pair':
      return `${quoted(refusal.text)}不是市场；请写 BASE/QUOTE，如 ATOM/USDT`;
    case 'not-a-market-choice':
      return `${quoted(refusal.text)}不是市场的选择；请写 VENUE:QUOTE 或 VENUE:QUOTE:KIND，如 binance:USDC 或 bybit:USDT:perp`;
    case 'not-a-compared-market':
      return `${quoted(refusal.text)}不是可比较的市场；请写 VENUE:BASE/QUOTE，其后可加 :perp、:mark、:index 或 :ui，如 binance:ATOM/USDT 或 okx:ATOM/USDT:perp`;
    case 'compared-count':
      return `指明了 ${String(refusal.count)} 个市场；请在“markets”中指明 ${String(refusal.least)} 至 ${String(refusal.most)} 个不同的市场，以逗号分隔`;
    case 'market-chosen-twice':
      return han`“markets”中重复指明了${venueName(refusal.venue)}；每家交易所请只指明一个${kindNamed(refusal.marketKind)}市场`;
  }
}

function ofField(refusal: FieldRefusal): string {
  switch (refusal.kind) {
    case 'not-one-of':
      return han`${refusal.name} 为${quoted(refusal.text)}；可用的值为${anyOf(refusal.known)}`;
    case 'not-a-reference':
      return `${quoted(refusal.text)}不是基准；可用的有 ${refusal.known.join('、')} 与 venue:V，如 venue:coinbase`;
    case 'not-a-resolution':
      return `${quoted(refusal.text)}不是分辨率；可用的为 auto，或 ${refusal.sizes.join('、')}（分钟）之一`;
    case 'not-a-whole-number':
      return `${refusal.name} 为${quoted(refusal.text)}；须为 ${String(refusal.least)} 至 ${String(refusal.most)} 的整数`;
    case 'not-a-peer-count':
      return `minPeers 为${quoted(refusal.text)}；须为 ${String(refusal.least)} 至 ${String(refusal.most)} 的整数（对照交易所较少时，一个错误的价格就会使其他交易所看似有误）`;
    case 'not-a-ratio':
      return `${refusal.name} 为${quoted(refusal.text)}；须为 ${String(refusal.least)} 至 ${String(refusal.most)} 的比率，如 ${String(refusal.example)} 表示 ${String(refusal.example * 100)} %`;
    case 'not-a-digest':
      return `digest 为${quoted(refusal.text)}；须为 sha256: 加 64 位字符（0 至 9、a 至 f）`;
    case 'too-many':
      return tooMany(refusal.name, refusal.most);
    case 'no-underlying':
      return `${refusal.asset} 未登记为封装资产，因此没有可比较的标的资产；请选择基准 others 或 venue:V`;
    case 'no-peg':
      return `${refusal.asset} 未登记为锚定 1 USD，因此基准 peg 不适用；请选择 others 或 venue:V`;
    case 'not-a-bloc':
      return `bloc 为${quoted(refusal.text)}；可用的值为 all 或计价货币，如 USD 或 USDT`;
    case 'no-blocs':
      return `bloc 适用于基准 ${refusal.known.join('、')}，不适用于 ${refusal.reference}；请删去 bloc 或选择其中之一`;
  }
}

type Listed = Extract<FieldRefusal, { readonly kind: 'too-many' }>['name'];
const LISTED: Readonly<Record<Listed, string>> = {
  venues: '家交易所',
  markets: '个市场',
  assets: '种资产',
  lines: '条线',
};

function tooMany(name: Listed, most: number): string {
  const all = name === 'markets' || name === 'lines' ? '' : `，或省略“${name}”以包含全部`;
  return `指明了超过 ${String(most)} ${LISTED[name]}；请减少数量${all}`;
}

function parametersOf(known: readonly string[]): string {
  if (known.length === 0) return '此网址不接受任何参数';
  return `${known.length === 1 ? '唯一的参数是' : '参数有'} ${known.join('、')}`;
}

function ofAddress(refusal: AddressRefusal): string {
  switch (refusal.kind) {
    case 'unknown-name':
      return `${quoted(refusal.name)}不是此处的参数；${parametersOf(refusal.known)}`;
    case 'given-twice':
      return `${quoted(refusal.name)}给出了两次；请只给一次`;
    case 'missing-asset':
      return '缺少“asset”；请指明一种资产，如 ATOM';
    case 'query-too-long':
      return `查询长达 ${String(refusal.length)} 个字符；最多读取 ${String(refusal.most)} 个`;
    case 'in-the-path':
      return `“${refusal.name}”在此属于路径；请将其从查询中删去`;
    case 'not-a-form':
      return `网址为 /ASSET.FORM 与 /ASSET/MINUTE.FORM，FORM 为 ${refusal.forms.join('、')} 之一`;
    case 'not-a-sha256':
      return 'SHA-256 有 64 位十六进制数字';
  }
}

const during = ({ assets, from, to }: TickerClaim): string =>
  han`${anyOf(assets)}（${from ?? '最初'}至${to ?? '现在'}）`;

function ofAssetTable(refusal: AssetTableRefusal): string {
  switch (refusal.kind) {
    case 'asset-code':
      return `资产${quoted(refusal.asset)}不是代码；请以大写字母与数字填写，如 WBETH`;
    case 'asset-twice':
      return `资产 ${refusal.asset} 给出了两次；请合并这 2 个条目`;
    case 'asset-without-entry':
      return `资产 ${refusal.asset} 有代号但没有条目；请加入条目`;
    case 'underlying-without-entry':
      return `资产 ${refusal.asset} 封装 ${refusal.underlying}，而后者不在登记表中；请为 ${refusal.underlying} 加入条目`;
    case 'wraps-itself':
      return `资产 ${refusal.asset} 封装了自身（${refusal.chain.join(' → ')}）；请指明其所代表的资产`;
    case 'alias-reversed':
      return `资产 ${refusal.asset}：别名 ${refusal.ticker} 于 ${refusal.to} 结束，并未晚于其开始；“from”须早于“to”`;
    case 'ticker-ambiguous': {
      const where = refusal.venue === undefined ? '所有交易所' : venueName(refusal.venue);
      return han`代号 ${refusal.ticker} 在${where}同时指${refusal.claims.map(during).join('与')}；请给出“venue”、“from”与“to”，使其不重叠`;
    }
  }
}

/** One line, without a full stop. */
export function refusalWords(refusal: Refusal): string {
  return sayRefusal(refusal, { ofTime, ofName, ofField, ofAddress, ofAssetTable });
}
