import { count, utc } from './numbers';
import { codeOf } from '../typed';

export const revisionHeads = {
  minute: '분, UTC',
  difference: '차이',
  market: '거래소, 마켓',
  marketAndSource: '거래소, 마켓, 출처',
} as const;

export const sourcePairs = {
  title: '출처 비교',
  lead: (window: { readonly from: string; readonly to: string } | undefined): string =>
    `마켓의 각 출처를 분석에 쓰는 출처와 분 단위로 비교합니다. 비교 기간은 ${
      window === undefined ? '자산별 기본 기간' : `${utc(window.from)} ~ ${utc(window.to)} UTC`
    }입니다. 출처 2개 중 한쪽만 응답한 분은 세되 차이로 보지 않습니다.`,
  pair: '첫째 출처와 둘째 출처',
  and: '대',
  compared: '비교, 분',
  alike: '동일',
  priceDiffers: '가격 다름',
  onlyFirstTraded: '첫째에만 캔들 있음',
  onlySecondTraded: '둘째에만 캔들 있음',
  volumeDiffers: '거래량만 다름',
  onlyFirst: '첫째만 응답',
  onlySecond: '둘째만 응답',
  nothingToCompare: '비교할 것 없음',
} as const;

export const sourceDifferences = {
  title: '출처가 서로 다른 분',
  lead: '한 마켓의 같은 분을 출처 2개로 비교합니다. 차이는 첫째에서 둘째로 가는 값이며, 가격 차이가 큰 순, 한쪽에만 있는 캔들, 거래량만 다른 경우의 순서로 나옵니다. 값은 허용 오차 없이 정확히 비교하고, 받은 그대로 마켓의 표시 통화로 표시합니다.',
  first: '첫째 출처',
  second: '둘째 출처',
  noSecondSource:
    '비교할 것 없음: 해당 분에 출처가 2개인 마켓이 없습니다. Binance의 REST 캔들과 아카이브처럼 그런 출처가 있으면 서로 다른 모든 분이 여기에 나옵니다.',
  noCommonMinute: '비교할 것 없음: 해당 분 가운데 한 마켓의 출처 2개가 함께 응답한 것이 없습니다.',
  none: '두 출처가 모두 응답한 모든 분에서 값이 일치합니다.',
} as const;

export const revisedCandles = {
  title: '정정된 캔들',
  lead: '한 출처가 같은 분에 대해 서로 다른 응답 2개를 보냈습니다. 둘 다 저장되어 있으며, 어느 시점에 알려져 있던 데이터도 계속 볼 수 있습니다.',
  before: '정정 전',
  after: '정정 후',
  firstSeen: (iso: string): string => `${utc(iso)} UTC 처음 확인`,
  seenAgain: (iso: string): string => `${utc(iso)} UTC 다시 확인`,
  none: '정정이 없습니다. 나중에 거래소가 어떤 분에 대해 다른 응답을 보내면 둘 다 확인된 시각과 함께 여기에 나옵니다.',
} as const;

export const longerCandles = {
  title: '긴 캔들과 분 단위 캔들',
  lead: '거래소가 제공한 5m, 15m, 1h, 1d 캔들을 그 거래소의 1분 캔들로 만든 캔들과 비교합니다. 첫 시가, 가장 높은 고가, 가장 낮은 저가, 마지막 종가, 거래량의 합입니다. 같은 출처가 모든 분에 응답한 경우에 한해 가격은 정확히, 거래량은 1,000,000,000분의 1까지 비교합니다. 차이는 캔들 2개 중 하나가 변경되었거나 다른 방식으로 계산되었음을 나타냅니다.',
  span: '캔들, UTC',
  folded: '분 단위 캔들로 만든 값',
  said: '거래소가 제공한 값',
  minutes: '분',
  seen: (candle: string, iso: string): string => `${candle}, ${utc(iso)} UTC 확인`,
  earlier: '이전 응답, 최신 응답은 이와 다름',
  get notStored(): string {
    return `저장된 긴 캔들이 없습니다. ${codeOf('ingest --timeframes')} 명령으로 분 단위 캔들과 함께 가져올 수 있습니다.`;
  },
  nothingToCompare: '비교할 것 없음: 저장된 긴 캔들 가운데 그 안의 모든 분이 갖춰진 것이 없습니다.',
  none: '모든 긴 캔들이 분 단위 캔들로 만든 값과 같습니다.',
} as const;

export const worstOf = (shown: number, all: number): string => `${count(all)}건 중 차이가 큰 ${count(shown)}건`;
export const newestOf = (shown: number, all: number): string => `${count(all)}건 중 최신 ${count(shown)}건`;

export const quarantine = {
  title: '격리',
  lead: '캔들이 될 수 없는 행입니다. 저가가 고가보다 높거나, 가격이 0이거나, 거래량이 음수인 경우입니다. 받은 그대로 저장하며 사용하지 않습니다.',
  reason: '사유',
  seen: '확인, UTC',
  row: '받은 그대로의 행',
  unreadable: '읽을 수 없음',
  none: '격리된 행이 없습니다. 캔들이 될 수 없는 행은 받은 그대로 사유와 함께 여기에 나옵니다.',
} as const;

export const differenceWords = {
  notInCompared: '비교 항목에는 차이 없음',
  oneWithout: '한쪽에만 캔들 있음',
  volumeAlone: '거래량만',
} as const;

export const revisionsHead = {
  title: (asset: string | undefined): string =>
    asset === undefined ? '정정과 출처 간 차이' : `${asset}: 정정과 출처 간 차이`,
  lead: '여기서는 아무것도 덮어쓰지 않습니다. 출처가 캔들을 바꾸면 두 버전을 모두 저장합니다. 어느 분에 대해 출처 2개가 서로 다르거나 긴 캔들이 분 단위 캔들로 만든 값과 다르면 둘 다 저장합니다. 캔들이 될 수 없는 행도 함께 보여 줍니다.',
} as const;
