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
import { onDays } from './leftOut';
import { marketText } from './market';
import { count, dayPart, factorWords, formatLevel } from './numbers';
import { listed, spelled } from './spelled';
import { venueList, venueName } from './venues';

export function noteText(note: Note): string {
  switch (note.kind) {
    case 'few-venues':
      return note.venues === 1
        ? `${note.asset} 참여 거래소가 1곳뿐이어서 비교할 다른 거래소가 없습니다.`
        : `${note.asset} 참여 거래소가 ${String(note.venues)}곳뿐입니다. 각 거래소를 자신의 기준에서 빼면 남는 거래소가 적어 중앙값을 구할 수 없습니다. 대신 일대일로 비교하십시오: 한 거래소를 기준으로 선택합니다.`;
    case 'few-others':
      return fewOthersText(note);
    case 'few-peers':
      return `근거가 약함: 기준이 다른 거래소 ${String(note.minPeers)}곳에만 근거할 수 있습니다. 이렇게 적으면 잘못된 가격 하나만으로도 다른 거래소들이 틀린 것처럼 보입니다.`;
    case 'measured-among-peers':
      return '기준은 측정 대상을 포함한 전체 거래소의 중앙값입니다. 거래소가 적으면 잘못된 가격이 중앙값을 자기 쪽으로 끌어당겨 실제보다 작은 괴리로 보입니다.';
    case 'weighted-by-volume':
      return '기준은 같은 분의 거래량으로 가중한 다른 거래소들의 중앙값입니다. 거래량이 가장 큰 마켓의 비중이 가장 큽니다. 거래량을 알 수 없는 거래소는 반영되지 않습니다.';
    case 'against-peg':
      return '다른 거래소가 아니라 1 USD와 비교합니다. 모든 거래소에 공통된 괴리는 자산 자체의 괴리입니다.';
    case 'pairwise':
      return `일대일 비교: 모든 거래소를 ${venueName(note.venue)} 한 곳하고만 비교하므로, 괴리가 ${venueName(note.venue)} 자체의 것일 수 있습니다.`;
    case 'no-reference-venue':
      return `기준인 ${venueName(note.venue)}에는 여기에 ${note.asset} 현물 마켓이 없어 아무것도 측정되지 않습니다. 다른 거래소를 기준으로 선택하십시오.`;
    case 'against-underlying':
      return `다른 거래소의 ${note.asset} 가격이 아니라, ${note.underlying ?? '기초 자산'} 가격에 각 분의 전일(UTC) 비율 중앙값을 곱한 값과 비교합니다.${withoutRatio(note)}`;
    case 'one-bloc':
      return blocText(note);
    case 'left-out':
      return leftOutText(note);
    case 'read-as':
      return `${marketText(note.market)} 마켓은 ${note.market.base}/${note.quote}의 다른 이름입니다. ${whenText(note)} ${note.market.base}/${note.quote}의 저장된 데이터가 없으므로 해당 일에는 ${note.quote} 표시 마켓으로 읽습니다.`;
    case 'book-changes':
      return `${venueName(note.venue)}의 가격은 UTC 날짜별로 거래량이 가장 큰 마켓의 것이며, 이 기간에 마켓이 바뀝니다: ${bookList(note.books)}.`;
    case 'thin-rates':
      return `근거가 약한 환산율: ${listed(note.quotes)} 환산율은 대부분의 분에서 환산 경로 ${spelled(LEAST_LEGS)}개 미만 또는 거래소 ${spelled(LEAST_LEG_VENUES)}곳 미만에 근거합니다 (${venueList(note.venues)}).`;
    case 'assumed-parity': {
      const quotes = note.quotes.join(', ');
      return `등가 가정: 일부 또는 모든 분에서 ${quotes} 환산 경로가 없어, 해당 분에는 ${note.quotes.length === 1 ? `1 ${quotes}` : '각각 1 단위'}의 가치를 1 USD로 봅니다. 오차 범위는 ${formatLevel(PARITY_ERROR)}입니다 (${venueList(note.venues)}).`;
    }
    case 'raw-quotes':
      return `가격은 환산하지 않은 ${note.currency} 표시 가격입니다. 표시 통화가 ${note.currency} 이외인 거래소는 참여하지 않습니다.`;
    case 'perpetuals':
      return `무기한 선물(${venueList(note.venues)})은 현물 기준과 비교하며, 기준에는 포함하지 않습니다.`;
    case 'spot-alone':
      return `${venueList(note.venues)}의 다른 마켓(무기한 선물, 마크 가격 또는 지수)도 저장되어 있지만, 거래소의 마켓으로 선택하지 않으면 포함하지 않습니다.`;
    case 'not-over':
      return '이 가운데 아직 오지 않은 분이 있으며, 이런 분은 수집되지 않은 것으로 셉니다.';
    case 'computed-prices':
      return `마크 가격과 지수(${venueList(note.venues)})는 거래소가 산출한 값이며 체결된 가격이 아닙니다. 현물 기준과 비교하며, 기준에는 포함하지 않습니다.`;
    case 'thin-fall':
      return note.venues === 1
        ? '시장이 가장 낮았던 분의 시장 하락률은 거래소 1곳에 근거합니다. 시장이 아니라 그 거래소의 하락으로 보아야 합니다.'
        : `시장이 가장 낮았던 분의 시장 하락률은 거래소 ${String(note.venues)}곳에 근거합니다. 시장이 아니라 그 거래소들의 하락으로 보아야 합니다.`;
  }
}

export const noteTexts = (notes: readonly Note[]): string[] => notes.map(noteText);

function blocText({ quote, venues, minPeers }: Extract<Note, { kind: 'one-bloc' }>): string {
  const alone = `중앙값은 ${quote} 표시 마켓만으로 구합니다. 측정 대상 거래소는 자신의 마켓을 그대로 씁니다.`;
  if (venues.length === 0) return `${alone} 여기에 그런 마켓이 있는 거래소가 없습니다.`;
  if (venues.length > minPeers) return `${alone} 그런 마켓이 있는 거래소는 ${String(venues.length)}곳입니다.`;
  return `${alone} 그런 마켓이 있는 거래소는 ${String(venues.length)}곳뿐이며(${venueList(venues)}), 중앙값에는 최소 ${String(minPeers)}곳이 필요합니다.`;
}

function fewOthersText({ asset, others, minPeers }: Extract<Note, { kind: 'few-others' }>): string {
  const weak = others < DEFAULT_MIN_PEERS ? ' 이때 근거는 약합니다.' : '';
  if (others === 0) return `여기에 ${asset} 현물 마켓이 있는 다른 거래소가 없어 다른 거래소 중앙값이 없습니다.`;
  return others < LEAST_MIN_PEERS
    ? `여기에 ${asset} 현물 마켓이 있는 다른 거래소는 ${String(others)}곳뿐이어서 중앙값을 구할 수 없습니다.`
    : `여기에 ${asset} 현물 마켓이 있는 다른 거래소는 ${String(others)}곳뿐입니다. 최소 ${String(minPeers)}곳이 필요하므로 다른 거래소 중앙값이 없습니다. 최소 비교 거래소 수로 더 작은 값을 선택하면 표시됩니다.${weak}`;
}

const dayText = (at: Minute): string => dayPart(formatMinute(at));

const whenText = ({ days, range }: { readonly days: number; readonly range: MinuteRange }): string =>
  onDays(days, dayText(range.from), dayText(minute(range.to - MINUTES_PER_DAY)));

function leftOutText({ market, why, of, factor, ...span }: Extract<Note, { kind: 'left-out' }>): string {
  const name = marketText(market);
  const other = of === undefined ? '다른 마켓' : pairOf(of);
  const when = whenText(span);
  switch (why) {
    case 'alias':
      return `${name} 마켓은 ${other}의 다른 이름으로, 동일한 호가창입니다. 둘 다 저장된 UTC 날짜에는 계산에 참여하지 않으며, 포함하든 제외하든 모든 수치는 같습니다.`;
    case 'suspected-alias':
      return `다른 이름으로 의심됨: ${name} 가격이 ${when} 체결이 있는 거의 모든 분에서 ${other} 가격과 같습니다. 호가창 하나가 두 번 집계되지 않도록 해당 일에는 참여하지 않습니다.`;
    case 'suspected-namesake':
      return `동명 자산으로 의심됨: ${name} 가격이 ${when} 거의 내내 ${factor === undefined ? `다른 거래소들의 중앙값과 ${String(NAMESAKE_FACTOR)}배 넘게 차이 나므로` : `다른 거래소들의 중앙값의 ${factorWords(factor)}이므로`}, 다른 코인이거나 단위가 다를 수 있습니다. 해당 일에는 참여하지 않습니다. 해결 방법: assets.json에서 이 코인을 venue "${market.venue}"인 자산 별칭으로 지정하십시오.`;
  }
}

/** Changes that are named one by one. */
const MOST_CHANGES = 4;

/** "2025-10-10부터 ATOM/USDT, 2025-10-11부터 ATOM/FDUSD". */
function bookList(books: readonly { readonly market: Market; readonly range: MinuteRange }[]): string {
  const named = books
    .slice(0, MOST_CHANGES)
    .map(({ market, range }) => `${dayText(range.from)}부터 ${pairOf(market)}`)
    .join(', ');
  const more = books.length - MOST_CHANGES;
  return more <= 0 ? named : `${named}, 그 밖에 ${count(more)}회 변경`;
}

function withoutRatio({ markets, withoutRatio: count }: Extract<Note, { kind: 'against-underlying' }>): string {
  if (count === 0) return '';
  const of = markets === 1 ? '이 마켓은' : `마켓 ${String(markets)}개 중 ${String(count)}개는`;
  return ` ${of} 기초 자산과 공통된 분이 ${String(LEAST_RATIO_MINUTES)}분 미만인 날이 있습니다: 비율이 없으므로 그 다음 날에는 아무것도 측정되지 않습니다.`;
}
