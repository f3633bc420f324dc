import { count, utc } from './numbers';

export const calendar = {
  day: 'UTC 날짜',
  gap: (from: string, to: string): string => `${from} ~ ${to}: 요청한 적 없음`,
  gapOfDays: (from: string, to: string, days: number): string => `${from} ~ ${to}, ${String(days)}일: 요청한 적 없음`,
  days: (days: number): string => `${String(days)}일`,
  utc: 'UTC',
  row: (label: string, detail: string, note: string): string => `${label}${detail === '' ? '' : ` ${detail}`}, ${note}`,
  cell: (row: string, day: string, outcome: string): string => `${row}, ${day}: ${outcome}`,
} as const;

export const calendarSteps = {
  assets: '다른 자산',
  assetsShown: (first: number, last: number, all: number): string =>
    `자산 ${count(all)}개 중 ${count(first)}~${count(last)}번째`,
  previousAssets: '이전 자산',
  nextAssets: '다음 자산',
  days: '다른 날짜',
  daysShown: (first: string, last: string): string => `${first} ~ ${last}, UTC 날짜`,
  earlierDays: '이전 날짜',
  laterDays: '이후 날짜',
} as const;

export const calendarLegend = {
  label: '범례',
  all: '모두 응답, 모두 체결',
  noTrade: '빗금: 응답, 체결 없음',
  unanswered: '빈칸: 응답 없음',
  neverRequested: '요청한 적 없음',
  failed: '거부 또는 실패',
  notServed: '제공되지 않음: 거래소의 제공 기간보다 오래됨',
  quarantined: '격리된 행',
  revised: '정정됨',
} as const;

export const coverageTable = {
  title: '보유 데이터 수치',
  lead: '“응답”은 출처의 첫 응답부터 마지막 응답까지의 분 가운데 응답된 비율입니다. “체결”, “체결 없음”, “거래량 0·가격 변동”은 응답된 분 가운데서 셉니다. 마크 가격과 지수에서 “체결”은 가격이 있는 분을 뜻합니다. “보류됨”: 출처가 보낸 내용을 사용할 수 없었습니다.',
  venue: '거래소',
  market: '마켓, 출처',
  first: '첫 응답, UTC',
  last: '마지막 응답, UTC',
  answeredMinutes: '응답, 분',
  answered: '응답',
  traded: '체결',
  noTrade: '체결 없음, 분',
  moved: '거래량 0·\n가격 변동, 분',
  setAside: '보류됨, 분',
  quarantined: '격리됨, 행',
  revised: '정정됨, 분',
  requested: '요청, UTC',
} as const;

export function requestedWords(first: string, last: string): string {
  const [a, b] = [utc(first), utc(last)];
  return a === b ? a : rangeWords(first, last);
}

export const rangeWords = (from: string, to: string): string => `${utc(from)} ~ ${utc(to)}`;

export const failedRequests = {
  title: '실패한 요청: 해당 분에는 데이터가 없음',
  label: '실패한 요청',
  lead: '거래소가 거부했거나, 응답하지 않았거나, 그만큼 과거의 데이터를 제공하지 않습니다. 해당 분은 누락으로 그리며, “체결 없음”으로 그리지 않습니다.',
  venue: '거래소',
  market: '마켓, 출처',
  outcome: '결과',
  from: '시작, UTC',
  to: '끝, UTC',
  lastRequested: '마지막 요청, UTC',
  cause: '원인',
} as const;

export const replies = {
  title: '이 캔들의 원본 응답',
  label: '원본 응답',
  lead: (from: string, to: string): string =>
    `${rangeWords(from, to)} UTC: 요청한 주소와 시각, 수신한 바이트의 SHA-256입니다. 같은 요청에 다른 바이트가 돌아오면 그 뒤로 응답이 바뀐 것입니다.`,
  more: (shown: number, all: number): string => `${count(all)}건 중 ${count(shown)}건 표시, 전체는 JSON으로`,
  none: '해당 분에 대해 기록된 응답이 없습니다. 응답을 기록하기 전에 저장된 캔들이거나, 응답이 없는 출처입니다.',
  venue: '거래소',
  market: '마켓, 출처',
  minutes: '요청한 분, UTC',
  received: '수신, UTC',
  reader: '판독 방식',
  body: '본문',
  address: '요청한 주소와 수신한 바이트의 SHA-256',
  stored: '저장됨',
  notStored: '저장되지 않음',
} as const;

export const coverageHead = {
  title: (asset: string | undefined): string =>
    asset === undefined ? '일별 보유 데이터' : `${asset} 일별 보유 데이터`,
  lead: (asset: string | undefined): string =>
    asset === undefined
      ? '각 행은 한 자산이며 그 자산의 모든 마켓을 합친 것입니다. 마켓과 날짜마다 응답된 분이 가장 많은 출처를 셉니다. 자산을 선택하면 마켓을 하나씩 볼 수 있습니다. 날짜를 선택하면 그날의 차트가 열립니다.'
      : '각 행은 한 출처에서 받은 한 마켓입니다. 출처를 섞지 않으며, 누락된 분을 채워 넣지 않습니다. 날짜를 선택하면 그날의 차트가 열립니다.',
  calendar: (asset: string | undefined): string =>
    asset === undefined ? 'UTC 날짜별 자산' : `${asset}: UTC 날짜별 마켓과 출처`,
} as const;
