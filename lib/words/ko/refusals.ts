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
import { quoted } from '../en/refusals';
import { venueName } from './venues';
import { sayRefusal } from '../refusalSayings';

export { quoted };

const HOW_TO_WRITE: Readonly<Record<TimePrecision, string>> = {
  day: '2025-10-10처럼 UTC 날짜를 적으십시오',
  minute: '2025-10-10T21:20Z와 같이 UTC를 분까지 적으십시오',
  moment: '2026-01-31T08:15Z 또는 2026-01-31T08:15:30.250Z와 같이 UTC로 적으십시오',
};
const LIKE: Readonly<Record<TimePrecision, string>> = {
  day: '2025-10-10',
  minute: '2025-10-10T21:20Z',
  moment: '2026-01-31T08:15Z',
};

function ofTime(refusal: TimeRefusal): string {
  switch (refusal.kind) {
    case 'not-a-time':
      return `${quoted(refusal.text)}: 시각이 아닙니다; ${HOW_TO_WRITE[refusal.precision]}`;
    case 'impossible-time':
      return `${quoted(refusal.text)}: 올바른 UTC 시각이 아닙니다; ${LIKE[refusal.precision]}처럼 적으십시오`;
    case 'time-out-of-range':
      return `${quoted(refusal.text)}: 범위를 벗어났습니다; ${String(refusal.firstYear)}년부터 ${String(refusal.lastYear)}년까지의 연도를 적으십시오`;
    case 'still-to-come':
      return `${quoted(refusal.text)}: 아직 오지 않은 시점입니다; 이미 지난 시점을 고르거나, 현재 데이터를 보려면 이 값을 빼십시오`;
    case 'range-end-missing':
      return `"${refusal.name}" 값이 없습니다; 2025-10-10T20:00Z와 같은 UTC 분으로 시작과 끝을 모두 적으십시오`;
    case 'range-reversed':
      return `${refusal.from} ~ ${refusal.to} 범위가 비어 있거나 순서가 반대입니다; "from"은 "to"보다 앞서야 합니다`;
    case 'minute-outside-window':
      return `${refusal.minute} 분은 ${refusal.from} ~ ${refusal.to} 범위 밖입니다; 이 분을 포함하는 범위를 고르거나 두 끝을 모두 빼십시오`;
    case 'range-too-long':
      return `${refusal.from} ~ ${refusal.to} 범위가 ${String(refusal.mostDays)}일보다 깁니다; 더 짧은 범위를 선택하십시오`;
  }
}

function ofName(refusal: NameRefusal): string {
  switch (refusal.kind) {
    case 'not-a-venue':
      return `${quoted(refusal.text)}: 거래소가 아닙니다; binance와 같은 거래소 id를 적으십시오`;
    case 'not-an-asset':
      return `${quoted(refusal.text)}: 자산이 아닙니다; ATOM과 같은 티커를 적으십시오`;
    case 'not-as-stored':
      return `${quoted(refusal.text)}: 자산 코드가 아닙니다; 다음과 같이 적으십시오: ${refusal.code}`;
    case 'not-a-pair':
      return `${quoted(refusal.text)}: 마켓이 아닙니다; ATOM/USDT와 같이 BASE/QUOTE 형식으로 적으십시오`;
    case 'not-a-market-choice':
      return `${quoted(refusal.text)}: 마켓 선택이 아닙니다; binance:USDC 또는 bybit:USDT:perp와 같이 VENUE:QUOTE 또는 VENUE:QUOTE:KIND 형식으로 적으십시오`;
    case 'not-a-compared-market':
      return `${quoted(refusal.text)}: 비교할 마켓이 아닙니다; binance:ATOM/USDT 또는 okx:ATOM/USDT:perp와 같이 VENUE:BASE/QUOTE 형식으로 적고, 뒤에 :perp, :mark, :index, :ui 중 하나를 붙일 수 있습니다`;
    case 'compared-count':
      return `마켓 ${String(refusal.count)}개가 지정되었습니다; "markets"에 서로 다른 마켓 ${String(refusal.least)}~${String(refusal.most)}개를 쉼표로 구분해 적으십시오`;
    case 'market-chosen-twice':
      return `${venueName(refusal.venue)} 거래소가 "markets"에 두 번 있습니다; 거래소마다 ${refusal.marketKind} 마켓을 하나만 적으십시오`;
  }
}

function ofField(refusal: FieldRefusal): string {
  switch (refusal.kind) {
    case 'not-one-of':
      return `${refusal.name} 값 ${quoted(refusal.text)}: 쓸 수 없는 값입니다; 다음 중 하나를 적으십시오: ${refusal.known.join(', ')}`;
    case 'not-a-reference':
      return `${quoted(refusal.text)}: 기준이 아닙니다; 다음 중 하나를 적으십시오: ${refusal.known.join(', ')}, venue:V(예: venue:coinbase)`;
    case 'not-a-resolution':
      return `${quoted(refusal.text)}: 해상도가 아닙니다; auto 또는 다음 중 하나를 적으십시오: ${refusal.sizes.join(', ')}(분)`;
    case 'not-a-whole-number':
      return `${refusal.name} 값 ${quoted(refusal.text)}: ${String(refusal.least)}부터 ${String(refusal.most)}까지의 정수를 적으십시오`;
    case 'not-a-peer-count':
      return `minPeers 값 ${quoted(refusal.text)}: ${String(refusal.least)}부터 ${String(refusal.most)}까지의 정수를 적으십시오(비교 거래소가 더 적으면 잘못된 가격 하나만으로도 나머지가 벗어난 것처럼 보입니다)`;
    case 'not-a-ratio':
      return `${refusal.name} 값 ${quoted(refusal.text)}: ${String(refusal.least)}부터 ${String(refusal.most)}까지의 비율을 적으십시오(예: ${String(refusal.example * 100)} %는 ${String(refusal.example)})`;
    case 'not-a-digest':
      return `digest 값 ${quoted(refusal.text)}: sha256:과 64자리(0부터 9, a부터 f)를 적으십시오`;
    case 'too-many':
      return tooMany(refusal.name, refusal.most);
    case 'no-underlying':
      return `${refusal.asset}: 래핑 자산으로 등록되어 있지 않아 비교할 기초 자산이 없습니다; 기준으로 others 또는 venue:V를 선택하십시오`;
    case 'no-peg':
      return `${refusal.asset}: 1 USD 페그 자산으로 등록되어 있지 않아 peg 기준을 쓸 수 없습니다; others 또는 venue:V를 선택하십시오`;
    case 'not-a-bloc':
      return `bloc 값 ${quoted(refusal.text)}: all 또는 USD, USDT와 같은 표시 통화를 적으십시오`;
    case 'no-blocs':
      return `bloc은 기준이 ${refusal.known.join(', ')}일 때만 쓸 수 있으며 ${refusal.reference}에는 쓸 수 없습니다; bloc을 빼거나 이 기준 중 하나를 선택하십시오`;
  }
}

const COUNTED = { venues: '거래소', markets: '마켓', assets: '자산', lines: '선' } as const;

function tooMany(name: keyof typeof COUNTED, most: number): string {
  const mend =
    name === 'markets' || name === 'lines'
      ? '더 적게 적으십시오'
      : `더 적게 적거나 "${name}" 값을 빼서 전체를 선택하십시오`;
  return `지정된 ${COUNTED[name]} 수가 ${String(most)}개를 넘습니다; ${mend}`;
}

function parametersOf(known: readonly string[]): string {
  if (known.length === 0) return '이 주소에는 매개변수가 없습니다';
  return `${known.length === 1 ? '쓸 수 있는 매개변수는 하나입니다' : '쓸 수 있는 매개변수'}: ${known.join(', ')}`;
}

function ofAddress(refusal: AddressRefusal): string {
  switch (refusal.kind) {
    case 'unknown-name':
      return `${quoted(refusal.name)}: 여기의 매개변수가 아닙니다; ${parametersOf(refusal.known)}`;
    case 'given-twice':
      return `${quoted(refusal.name)}: 두 번 지정되었습니다; 한 번만 적으십시오`;
    case 'missing-asset':
      return '"asset" 값이 없습니다; ATOM과 같은 자산을 적으십시오';
    case 'query-too-long':
      return `쿼리가 ${String(refusal.length)}자입니다; 최대 ${String(refusal.most)}자까지 읽습니다`;
    case 'in-the-path':
      return `여기서 "${refusal.name}" 값은 경로에 들어갑니다; 쿼리에서 빼십시오`;
    case 'not-a-form':
      return `화면의 주소는 /ASSET.FORM과 /ASSET/MINUTE.FORM이며, FORM은 ${refusal.forms.join(', ')} 중 하나입니다`;
    case 'not-a-sha256':
      return 'SHA-256은 십육진수 64자리입니다';
  }
}

const during = ({ assets, from, to }: TickerClaim): string =>
  `${assets.join(' 또는 ')}(${from ?? '처음'} ~ ${to ?? '현재'})`;

function ofAssetTable(refusal: AssetTableRefusal): string {
  switch (refusal.kind) {
    case 'asset-code':
      return `자산 ${quoted(refusal.asset)}: 코드가 아닙니다; WBETH와 같이 대문자와 숫자로 적으십시오`;
    case 'asset-twice':
      return `자산 ${refusal.asset}: 두 번 지정되었습니다; 항목 2개를 합치십시오`;
    case 'asset-without-entry':
      return `자산 ${refusal.asset}: 티커는 있으나 항목이 없습니다; 항목을 추가하십시오`;
    case 'underlying-without-entry':
      return `자산 ${refusal.asset}: 기초 자산 ${refusal.underlying} 항목이 등록되어 있지 않습니다; ${refusal.underlying} 항목을 추가하십시오`;
    case 'wraps-itself':
      return `자산 ${refusal.asset}: 자기 자신을 래핑합니다(${refusal.chain.join(' → ')}); 이 자산이 청구권을 갖는 자산을 적으십시오`;
    case 'alias-reversed':
      return `자산 ${refusal.asset}: 별칭 ${refusal.ticker}의 끝(${refusal.to})이 시작보다 뒤가 아닙니다; "from"은 "to"보다 앞서야 합니다`;
    case 'ticker-ambiguous': {
      const where = refusal.venue === undefined ? '모든 거래소' : venueName(refusal.venue);
      return `${where}에서 티커 ${refusal.ticker}의 뜻이 동시에 여럿입니다: ${refusal.claims.map(during).join(', ')}; 서로 겹치지 않도록 "venue", "from", "to"를 적으십시오`;
    }
  }
}

export function refusalWords(refusal: Refusal): string {
  return sayRefusal(refusal, { ofTime, ofName, ofField, ofAddress, ofAssetTable });
}
