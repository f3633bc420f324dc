import { cells } from './cells';
import { amount, formatDuration, unbroken, utc } from './numbers';
import { venueList } from './venues';
import { strong, text, type RichText } from '../richText';

const windowWords = (from: string, to: string, minutes: number): string =>
  `${utc(from)} ~ ${utc(to)} UTC, ${formatDuration(minutes)}`;

export const headline = {
  waiting: (asset: string): string => `거래소별 ${asset} 가격`,
  window: (asset: string, from: string, to: string, minutes: number): RichText =>
    text`${strong(asset)}, ${windowWords(from, to, minutes)}`,
} as const;

export const analysing = {
  text: '캔들을 읽어 모든 거래소를 분 단위로 측정하고 있습니다…',
  progress: '측정한 분',
} as const;

export const zoomLine = {
  everyMinute: '표와 제목의 수치는 분 단위 데이터를 모두 반영합니다.',
  hint: (isLong: boolean): string =>
    isLong
      ? '확대하면 더 세밀한 차트가 자동으로 로드되고, 한 곳을 선택하면 거기서 가장 극단적인 분의 페이지가 열립니다.'
      : '차트에서 한 분을 선택하면 그 분의 모든 거래소 캔들을 볼 수 있습니다.',
  /** With a mouse and keys, and with fingers alone. */
  zoomByMouse:
    '차트 아래의 슬라이더, 두 손가락 핀치 또는 Ctrl+마우스 휠로 확대·축소합니다. 차트에 포커스가 있으면 휠만으로, 또는 +와 − 키로 확대·축소합니다.',
  zoomByFinger: '차트 아래의 슬라이더나 두 손가락 핀치로 확대·축소합니다.',
  zoomed: (from: string, to: string, minutes: number): string => `확대한 구간: ${windowWords(from, to, minutes)}.`,
  open: (isLong: boolean): string => (isLong ? '이 기간 열기' : '이 기간의 링크'),
  finer: '더 세밀한 간격으로 열립니다. 뒤로 가기를 누르면 여기로 돌아옵니다.',
} as const;

export const analysisTabs = {
  label: '상세 정보',
  episodes: (count: number): string => `괴리 구간 (${String(count)})`,
  venues: '거래소',
  falls: '하락률',
  markets: '마켓',
  provenance: '출처',
} as const;

export const provenance = {
  title: '이 수치의 출처',
  reference: '기준',
  method: '산출 방법',
  version: (method: number): string => `버전 ${String(method)}`,
  digest: '다이제스트',
  digestHint: '데이터와 매개변수가 같으면 어느 컴퓨터에서나 같은 다이제스트가 나옵니다.',
  data: '데이터',
  coverage: '일별 요청과 응답',
  revisions: '정정과 출처 간 차이',
  files: '파일',
  exhibit: '증거물',
  cite: '인용 형식',
  filesHint: '이 화면을 다른 형식으로: 같은 수치이며, 같은 주소 뒤에 형식이 붙습니다.',
} as const;

export const falls = {
  title: '시장의 하락률과 거래소별 하락률',
  label: '하락률',
  lead: (market: string | undefined): string =>
    unbroken(
      `기간이 시작된 첫 몇 분부터 가장 낮은 저가까지의 변동입니다. ${
        market === undefined
          ? '이 기간에는 시장 자체의 하락률을 측정할 수 없었습니다.'
          : `모든 거래소 현물 가격의 중앙값으로 본 시장의 변동은 ${market}입니다. 거래소의 초과분은 이 값과의 차이입니다.`
      }`,
    ),
  venue: '거래소',
  fall: '하락률',
  bar: '하락률 막대, 선은 시장의 하락률',
  excess: '시장 대비\n초과분',
  market: '시장',
  itself: '해당 없음',
  points: (percent: string): string => percent.replace('%', '%포인트'),
} as const;

export const marketsTable = {
  title: '사용된 마켓',
  label: '마켓',
  lead: '“체결 없음”: 거래소가 응답했으나 체결이 없었습니다. “수집되지 않음”: 해당 분을 요청하지 않았습니다. “보류됨”: 출처가 보낸 내용을 사용할 수 없었습니다. 어느 것도 채워 넣지 않으며 서로 섞지 않습니다. USD 환산율은 같은 분의 환산 경로로 측정하며, 해당 거래소 자신의 경로는 쓰지 않습니다.',
  venue: '거래소',
  market: '마켓',
  source: '출처',
  traded: '체결, 분',
  noTrade: '체결 없음, 분',
  notFetched: '수집되지 않음, 분',
  moved: '거래량 0·가격 변동, 분',
  setAside: '보류됨, 분',
  leftOut: '제외됨, 분',
  uncertainty: '불확실성',
  uncertaintyHint: '환산율이 중앙값인 분에서 그 환산율에 남는 불확실성',
  legs: '환산 경로',
  legsHint: '환산율이 중앙값인 분의 환산 경로 수와 그 경로가 나온 거래소',
  rate: 'USD 환산율',
  medianRate: '환산율 중앙값',
  minutesByRule: '규칙별 분',
  otherSources: '다른 출처',
  legsOf: (legs: number | null, venues: readonly string[]): string =>
    legs === null || venues.length === 0 ? cells.none : `${amount(legs)}: ${venueList(venues)}`,
  book: (market: string, from: string): string => `${utc(from)}부터 ${market}`,
  rawQuotes: '환산하지 않고 비교',
  noneApplied: '적용 안 함',
} as const;
