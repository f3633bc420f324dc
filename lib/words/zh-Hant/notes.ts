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
        ? `只有 1 家交易所參與 ${note.asset} 的計算：沒有其他交易所可供比較。`
        : `只有 ${String(note.venues)} 家交易所參與 ${note.asset} 的計算：各自從本身的基準中排除後，其餘交易所太少，無法取中位數。可改為逐對比較：選擇一家交易所作為基準。`;
    case 'few-others':
      return fewOthersText(note);
    case 'few-peers':
      return `依據薄弱：基準可能僅依據 ${String(note.minPeers)} 家其他交易所。家數如此之少時，一個錯誤的價格就會使其他價格看似有誤。`;
    case 'measured-among-peers':
      return '基準為全部交易所的中位數，含被測交易所本身：交易所較少時，錯誤的價格會將中位數拉向自身，使其偏離看起來比實際小。';
    case 'weighted-by-volume':
      return '基準為其他交易所的中位數，按同一分鐘的成交量加權：成交量最大的市場權重最高。成交量未知的交易所不計入。';
    case 'against-peg':
      return '與 1 USD 比較，而非與其他交易所比較：所有交易所共有的偏離，屬於該資產本身。';
    case 'pairwise':
      return han`逐對比較：每家交易所僅與${venueName(note.venue)}比較，因此偏離可能出自${venueName(note.venue)}本身。`;
    case 'no-reference-venue':
      return han`作為基準的${venueName(note.venue)}在此沒有${note.asset}的現貨市場，因此無從測量。請選擇另一家交易所作為基準。`;
    case 'against-underlying':
      return han`與${note.underlying ?? '標的資產'}乘以各分鐘前一個 UTC 日的比率中位數所得之值比較，而非與其他交易所的${note.asset}比較。${withoutRatio(note)}`;
    case 'one-bloc':
      return blocText(note);
    case 'left-out':
      return leftOutText(note);
    case 'read-as':
      return han`${marketText(note.market)}是 ${note.market.base}/${note.quote} 的別名，而後者於 ${whenText(note)}未儲存：該市場當時視同以 ${note.quote} 計價。`;
    case 'book-changes':
      return han`${venueName(note.venue)}以每個 UTC 日成交量最大的市場呈現，該市場在此時間範圍內有變動：${bookList(note.books)}。`;
    case 'thin-rates':
      return `匯率依據薄弱：在大多數分鐘裡，${listed(note.quotes)} 的匯率依據不足 ${spelled(LEAST_LEGS)} 條換算路徑，或不足 ${spelled(LEAST_LEG_VENUES)} 家交易所（${venueList(note.venues)}）。`;
    case 'assumed-parity': {
      const quotes = note.quotes.join('、');
      return `假定平價：在部分或全部分鐘裡，沒有換算路徑可測得 ${quotes}，因此當時${note.quotes.length === 1 ? ` 1 ${quotes} ` : '其每 1 單位均'}按 1 USD 計，誤差約為上下 ${formatLevel(PARITY_ERROR)}（${venueList(note.venues)}）。`;
    }
    case 'raw-quotes':
      return `價格以 ${note.currency} 表示，未經換算。不以 ${note.currency} 計價的交易所不參與計算。`;
    case 'perpetuals':
      return `永續合約（${venueList(note.venues)}）與現貨基準比較，但從不計入該基準。`;
    case 'spot-alone':
      return han`${venueList(note.venues)}的其他市場（永續合約、標記價格或指數價格）也已儲存，但除非被選為交易所的市場，否則不參與。`;
    case 'not-over':
      return '其中部分分鐘尚未到來，計為未取得。';
    case 'computed-prices':
      return `標記價格與指數價格（${venueList(note.venues)}）由交易所計算得出，並非實際成交的價格。它們與現貨基準比較，但從不計入該基準。`;
    case 'thin-fall':
      return note.venues === 1
        ? '在整體市場的最低一分鐘，其跌幅僅依據 1 家交易所：應視為該交易所的跌幅，而非整體市場的跌幅。'
        : `在整體市場的最低一分鐘，其跌幅僅依據 ${String(note.venues)} 家交易所：應視為這些交易所的跌幅，而非整體市場的跌幅。`;
  }
}

export const noteTexts = (notes: readonly Note[]): string[] => notes.map(noteText);

function blocText({ quote, venues, minPeers }: Extract<Note, { kind: 'one-bloc' }>): string {
  const alone = `僅在以 ${quote} 計價的市場中取中位數；被測交易所仍用其本身的市場。`;
  if (venues.length === 0) return `${alone}這裡沒有交易所有這樣的市場。`;
  if (venues.length > minPeers) return `${alone}有 ${String(venues.length)} 家交易所有這樣的市場。`;
  return `${alone}只有 ${String(venues.length)} 家交易所有這樣的市場（${venueList(venues)}），而取中位數至少需要 ${String(minPeers)} 家。`;
}

function fewOthersText({ asset, others, minPeers }: Extract<Note, { kind: 'few-others' }>): string {
  const weak = others < DEFAULT_MIN_PEERS ? '，但依據薄弱' : '';
  if (others === 0) return han`這裡沒有其他交易所有 ${asset} 的現貨市場，因此沒有其他交易所中位數。`;
  return others < LEAST_MIN_PEERS
    ? han`這裡只有 ${String(others)} 家其他交易所有 ${asset} 的現貨市場，無法取中位數。`
    : han`這裡只有 ${String(others)} 家其他交易所有 ${asset} 的現貨市場，至少需要 ${String(minPeers)} 家，因此沒有其他交易所中位數。將「所需其他交易所數」選為較小的值即可顯示${weak}。`;
}

const dayText = (at: Minute): string => dayPart(formatMinute(at));

const whenText = ({ days, range }: { readonly days: number; readonly range: MinuteRange }): string =>
  onDays(days, dayText(range.from), dayText(minute(range.to - MINUTES_PER_DAY)));

function leftOutText({ market, why, of, factor, ...span }: Extract<Note, { kind: 'left-out' }>): string {
  const name = marketText(market);
  const other = of === undefined ? '另一市場' : pairOf(of);
  const when = whenText(span);
  switch (why) {
    case 'alias':
      return han`${name}是${other}的別名，兩者為同一訂單簿：在兩者都有儲存的 UTC 日不參與計算，無論計入與否，所有數字都相同。`;
    case 'suspected-alias':
      return han`疑似別名：${name}於 ${when}幾乎在每一個有成交的分鐘都與${other}相等。該市場當時不參與計算，否則同一訂單簿會計算兩次。`;
    case 'suspected-namesake':
      return han`疑似同名異幣：${name}於 ${when}幾乎全部時間${factor === undefined ? `都與其他交易所的中位數相差超過 ${String(NAMESAKE_FACTOR)} 倍` : `都是其他交易所中位數的 ${factorWords(factor)}`}，因此可能是另一種幣或另一種單位。該市場當時不參與計算。處理方式：在 assets.json 中指明該幣，作為某一資產的別名，並設 venue 為 "${market.venue}"。`;
  }
}

/** Changes that are named one by one. */
const MOST_CHANGES = 4;

function bookList(books: readonly { readonly market: Market; readonly range: MinuteRange }[]): string {
  const named = books
    .slice(0, MOST_CHANGES)
    .map(({ market, range }) => `自 ${dayText(range.from)} 起為 ${pairOf(market)}`)
    .join('，');
  const more = books.length - MOST_CHANGES;
  return more <= 0 ? named : `${named}，另有 ${count(more)} 次變動`;
}

function withoutRatio({ markets, withoutRatio: count }: Extract<Note, { kind: 'against-underlying' }>): string {
  if (count === 0) return '';
  const of = markets === 1 ? '該市場' : `${String(markets)} 個市場中有 ${String(count)} 個`;
  return `${of}在某日與其共有的分鐘不足 ${String(LEAST_RATIO_MINUTES)} 個：沒有比率，因此次日無從測量。`;
}
