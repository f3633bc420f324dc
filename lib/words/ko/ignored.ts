import type { Ignored } from '../../domain/ignored';
import type { MarketChoice } from '../../domain/question';
import { quoted, refusalWords } from './refusals';
import { venueList, venueName } from './venues';

const marketChosen = (asset: string, { venue, quote, kind }: MarketChoice): string =>
  `${venueName(venue)} ${asset}/${quote}${kind === 'spot' ? '' : ` ${kind}`}`;

export function ignoredWords(ignored: Ignored): string {
  switch (ignored.kind) {
    case 'refused':
      return `${refusalWords(ignored.refusal)}.`;
    case 'unknown-name':
      return `이 페이지에는 ${quoted(ignored.name)} 매개변수가 없습니다.`;
    case 'repeated':
      return `${quoted(ignored.name)} 매개변수가 여러 번 있어 첫 번째만 반영합니다.`;
    case 'unknown-version':
      return `주소 버전 ${quoted(ignored.text)}: 알 수 없는 버전이므로 버전 ${String(ignored.readAs)} 형식으로 읽습니다.`;
    case 'unknown-method':
      return `산출 방법 버전 ${quoted(ignored.text)}: 제공되지 않는 버전이므로 버전 ${String(ignored.readAs)} 기준으로 산출합니다.`;
    case 'minute-outside-window':
      return '해당 분은 주소의 기간 밖에 있습니다. 대신 그 분의 앞뒤 반 시간을 표시합니다.';
    case 'venues-without-data':
      return `${ignored.asset} 데이터가 없는 거래소: ${venueList(ignored.venues)}.`;
    case 'markets-without-data':
      return `데이터가 없는 마켓: ${ignored.markets.map((choice) => marketChosen(ignored.asset, choice)).join(', ')}.`;
    case 'reference-venue-without-data':
      return `${venueName(ignored.venue)} 거래소는 기준으로 쓸 수 없습니다. ${ignored.asset} 현물 마켓 데이터가 없습니다.`;
    case 'bloc-without-data':
      return `${ignored.asset}/${ignored.quote} 현물 마켓 데이터가 없어 모든 표시 통화의 거래소를 비교합니다.`;
    case 'highlight-without-data':
      return `${venueName(ignored.venue)} 거래소는 강조할 수 없습니다. ${ignored.asset} 데이터가 없습니다.`;
    case 'lines-without-data':
      return `${ignored.asset} 데이터가 없어 선으로 그리지 않은 거래소: ${venueList(ignored.venues)}.`;
  }
}
