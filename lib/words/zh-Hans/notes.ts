import { pairOf, type Market } from '../../domain/market';
import {
  DEFAULT_MIN_PEERS,
  LEAST_LEG_VENUES,
  LEAST_LEGS,
  LEAST_MIN_PEERS,
  LEAST_RATIO_MINUTES,
  NAMESAKE_FACTOR,
  PARITY_ERROR,
} from '../../domain/method';
import { formatMinute, minute, MINUTES_PER_DAY, type Minute, type MinuteRange } from '../../domain/minute';
import type { Note } from '../../domain/note';
import { han } from '../han';
import { onDays } from './leftOut';
import { marketText } from './market';
import { count, dayPart, factorWords, formatLevel } from './numbers';
import { listed, spelled } from './spelled';
import { venueList, venueName } from './venues';

export function noteText(note: Note): string {
  switch (note.kind) {
    case 'few-venues':
      return note.venues === 1
        ? `只有 1 家交易所参与 ${note.asset} 的计算：没有其他交易所可供比较。`
        : `只有 ${String(note.venues)} 家交易所参与 ${note.asset} 的计算：各自从本身的基准中排除后，其余交易所太少，无法取中位数。可改为两两比较：选择一家交易所作为基准。`;
    case 'few-others':
      return fewOthersText(note);
    case 'few-peers':
      return `依据薄弱：基准可能仅依据 ${String(note.minPeers)} 家其他交易所。数量如此之少时，一个错误的价格就会使其他价格看似有误。`;
    case 'measured-among-peers':
      return '基准为全部交易所的中位数，含被测交易所本身：交易所较少时，错误的价格会将中位数拉向自身，使其偏离看起来比实际小。';
    case 'weighted-by-volume':
      return '基准为其他交易所的中位数，按同一分钟的成交量加权：成交量最大的市场权重最高。成交量未知的交易所不计入。';
    case 'against-peg':
      return '与 1 USD 比较，而非与其他交易所比较：所有交易所共有的偏离，属于该资产本身。';
    case 'pairwise':
      return han`两两比较：每家交易所仅与${venueName(note.venue)}比较，因此偏离可能出自${venueName(note.venue)}本身。`;
    case 'no-reference-venue':
      return han`作为基准的${venueName(note.venue)}在此没有${note.asset}的现货市场，因此无法测量。请选择另一家交易所作为基准。`;
    case 'against-underlying':
      return han`与${note.underlying ?? '标的资产'}乘以各分钟前一个 UTC 日的比率中位数所得的值比较，而非与其他交易所的${note.asset}比较。${withoutRatio(note)}`;
    case 'one-bloc':
      return blocText(note);
    case 'left-out':
      return leftOutText(note);
    case 'read-as':
      return han`${marketText(note.market)}是 ${note.market.base}/${note.quote} 的别名，而后者于 ${whenText(note)}未存储：该市场当时视为以 ${note.quote} 计价。`;
    case 'book-changes':
      return han`${venueName(note.venue)}以每个 UTC 日成交量最大的市场呈现，该市场在此时间范围内有变动：${bookList(note.books)}。`;
    case 'thin-rates':
      return `汇率依据薄弱：在大多数分钟里，${listed(note.quotes)} 的汇率依据不足 ${spelled(LEAST_LEGS)} 条换算路径，或不足 ${spelled(LEAST_LEG_VENUES)} 家交易所（${venueList(note.venues)}）。`;
    case 'assumed-parity': {
      const quotes = note.quotes.join('、');
      return `假定平价：在部分或全部分钟里，没有换算路径可测得 ${quotes}，因此当时${note.quotes.length === 1 ? ` 1 ${quotes} ` : '其每 1 单位均'}按 1 USD 计，误差约为上下 ${formatLevel(PARITY_ERROR)}（${venueList(note.venues)}）。`;
    }
    case 'raw-quotes':
      return `价格以 ${note.currency} 表示，未经换算。不以 ${note.currency} 计价的交易所不参与计算。`;
    case 'perpetuals':
      return `永续合约（${venueList(note.venues)}）与现货基准比较，但从不计入该基准。`;
    case 'spot-alone':
      return han`${venueList(note.venues)}的其他市场（永续合约、标记价格或指数价格）也已存储，但除非被选为交易所的市场，否则不参与。`;
    case 'not-over':
      return '其中部分分钟尚未到来，计为未获取。';
    case 'computed-prices':
      return `标记价格与指数价格（${venueList(note.venues)}）由交易所计算得出，并非实际成交的价格。它们与现货基准比较，但从不计入该基准。`;
    case 'thin-fall':
      return note.venues === 1
        ? '在整体市场的最低一分钟，其跌幅仅依据 1 家交易所：应视为该交易所的跌幅，而非整体市场的跌幅。'
        : `在整体市场的最低一分钟，其跌幅仅依据 ${String(note.venues)} 家交易所：应视为这些交易所的跌幅，而非整体市场的跌幅。`;
  }
}

export const noteTexts = (notes: readonly Note[]): string[] => notes.map(noteText);

function blocText({ quote, venues, minPeers }: Extract<Note, { kind: 'one-bloc' }>): string {
  const alone = `仅在以 ${quote} 计价的市场中取中位数；被测交易所仍用其本身的市场。`;
  if (venues.length === 0) return `${alone}这里没有交易所有这样的市场。`;
  if (venues.length > minPeers) return `${alone}有 ${String(venues.length)} 家交易所有这样的市场。`;
  return `${alone}只有 ${String(venues.length)} 家交易所有这样的市场（${venueList(venues)}），而取中位数至少需要 ${String(minPeers)} 家。`;
}

function fewOthersText({ asset, others, minPeers }: Extract<Note, { kind: 'few-others' }>): string {
  const weak = others < DEFAULT_MIN_PEERS ? '，但依据薄弱' : '';
  if (others === 0) return han`这里没有其他交易所有 ${asset} 的现货市场，因此没有其他交易所中位数。`;
  return others < LEAST_MIN_PEERS
    ? han`这里只有 ${String(others)} 家其他交易所有 ${asset} 的现货市场，无法取中位数。`
    : han`这里只有 ${String(others)} 家其他交易所有 ${asset} 的现货市场，至少需要 ${String(minPeers)} 家，因此没有其他交易所中位数。将“所需其他交易所数”选为较小的值即可显示${weak}。`;
}

const dayText = (at: Minute): string => dayPart(formatMinute(at));

const whenText = ({ days, range }: { readonly days: number; readonly range: MinuteRange }): string =>
  onDays(days, dayText(range.from), dayText(minute(range.to - MINUTES_PER_DAY)));

function leftOutText({ market, why, of, factor, ...span }: Extract<Note, { kind: 'left-out' }>): string {
  const name = marketText(market);
  const other = of === undefined ? '另一市场' : pairOf(of);
  const when = whenText(span);
  switch (why) {
    case 'alias':
      return han`${name}是${other}的别名，两者为同一订单簿：在两者都有存储的 UTC 日不参与计算，无论计入与否，所有数字都相同。`;
    case 'suspected-alias':
      return han`疑似别名：${name}于 ${when}几乎在每一个有成交的分钟都与${other}相等。该市场当时不参与计算，否则同一订单簿会计算两次。`;
    case 'suspected-namesake':
      return han`疑似同名异币：${name}于 ${when}几乎全部时间${factor === undefined ? `都与其他交易所的中位数相差超过 ${String(NAMESAKE_FACTOR)} 倍` : `都是其他交易所中位数的 ${factorWords(factor)}`}，因此可能是另一种币或另一种单位。该市场当时不参与计算。处理方式：在 assets.json 中指明该币，作为某一资产的别名，并设 venue 为 "${market.venue}"。`;
  }
}

/** Changes that are named one by one. */
const MOST_CHANGES = 4;

function bookList(books: readonly { readonly market: Market; readonly range: MinuteRange }[]): string {
  const named = books
    .slice(0, MOST_CHANGES)
    .map(({ market, range }) => `自 ${dayText(range.from)} 起为 ${pairOf(market)}`)
    .join('，');
  const more = books.length - MOST_CHANGES;
  return more <= 0 ? named : `${named}，另有 ${count(more)} 次变动`;
}

function withoutRatio({ markets, withoutRatio: count }: Extract<Note, { kind: 'against-underlying' }>): string {
  if (count === 0) return '';
  const of = markets === 1 ? '该市场' : `${String(markets)} 个市场中有 ${String(count)} 个`;
  return `${of}在某日与其共有的分钟不足 ${String(LEAST_RATIO_MINUTES)} 个：没有比率，因此次日无法测量。`;
}
