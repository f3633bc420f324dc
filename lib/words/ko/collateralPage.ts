import { codeOf } from '../typed';
import type { MarkField, MarkHole, Reading } from '../../domain/marks/marks';
import type * as en from '../en/collateralPage';
import { minuteCount } from './counts';
import { missingWords } from './missing';
import { axisPrice, count, formatLevel, formatPrice } from './numbers';
import { venueName } from './venues';

type Given<Name extends 'collateralFinding' | 'holeCounts' | 'madeOf' | 'ratioChoiceWords'> = Parameters<
  (typeof en)[Name]
>[0];

const READINGS: Readonly<Record<Reading, string>> = {
  own: '자체 마켓',
  others: '다른 거래소 중앙값',
  ratio: '기초 자산 × 비율',
  index: '공표된 지수',
};
export const readingWords = (reading: Reading): string => READINGS[reading];

export const collateralFinding = ({ name, venue, own, other }: Given<'collateralFinding'>): string =>
  own === null
    ? `${name}, ${venueName(venue)}: 자체 마켓 평가가 없음`
    : `${name}, ${venueName(venue)}: 자체 마켓 기준 최저 평가 ${formatPrice(own)} USD${
        other === null ? '' : `, ${READINGS[other.reading]} 기준 ${formatPrice(other.price)}`
      }`;

export const collateralHead = {
  title: '증거금 자산 평가',
  lead: '증거금 자산 1단위의 분별 가치를 4가지 방식으로 나타냅니다. 이 방식들로 평가했을 때의 값이며, 어느 거래소의 증거금 산출도 재현하지 않습니다.',
  nothing: '저장된 증거금 자산이 없습니다. 먼저 WBETH, BNSOL 또는 USDe와 그 기초 자산을 수집하십시오.',
} as const;

export const collateralForm = {
  form: '증거금 자산과 기간',
  asset: '증거금 자산',
  venue: '거래소',
  minPeers: '최소 비교 거래소 수',
  ratioMinutes: '비율 산출 기간(분)',
  ratioBefore: '비율 산출의 끝, UTC',
} as const;

const FIELDS: Readonly<Record<MarkField, string>> = { close: '종가', low: '저가', high: '고가' };
export const fieldWords = (field: MarkField): string => FIELDS[field];

export const account = {
  title: '내 계정',
  kept: '여기에 입력한 값은 이 브라우저에 남습니다. 사이트는 1단위의 가격만 보내고 브라우저가 계산합니다. 입력한 값은 주소에도 요청에도 들어가지 않습니다.',
  units: '보유 수량',
  loan: '대출, USD',
  level: '기준선, 자산 ÷ 대출(%)',
  field: '평가 가격',
  fieldMeaning:
    '종가는 같은 시점의 가격입니다. 저가는 그 분에 평가가 얼마나 낮을 수 있었는지, 고가는 얼마나 높을 수 있었는지를 나타냅니다. 실제로 체결된 것이 확실한 것은 자체 마켓의 저가뿐입니다.',
  ratio: '비율',
  ratioValue: '입력한 비율',
  ratioSource: '비율의 출처',
  fromAddress: '이 페이지의 주소',
  sourceExample: '공표한 곳과 날짜',
  sourceMissing: '비율의 출처를 적으십시오. 출처가 없으면 사용하지 않습니다.',
  notANumber: '0보다 큰 수를 적으십시오. 소수점은 점으로 적습니다.',
  get noScript(): string {
    return `계산에는 스크립트가 필요합니다. 없으면 ${codeOf('marks')} 명령을 사용하십시오.`;
  },
} as const;

export const ratioChoiceWords = ({ kind, ratio, minutes }: Given<'ratioChoiceWords'>): string =>
  kind === 'given'
    ? '직접 입력'
    : `${kind === 'own' ? '이전 기간 자체 마켓' : '이전 기간 다른 거래소 중앙값'}: ${ratio === null ? '알 수 없음' : formatPrice(ratio)} (${minuteCount(minutes)})`;

export const madeOf = ({ underlying, composition }: Given<'madeOf'>): string =>
  `${underlying === null ? '기초 자산은 페그인 1 USD입니다.' : `기초 자산은 ${underlying}의 다른 거래소 중앙값입니다.`} ${
    composition === null
      ? '이 기간에 이 거래소의 지수 구성은 알려져 있지 않습니다.'
      : `지수: 자체 마켓 ${formatLevel(composition.ownWeight)}, 비율 × ${underlying ?? 'USD'} ${formatLevel(1 - composition.ownWeight)}. ${composition.publisher}의 ${composition.published} 공지에 따른 것이며, 이 공지는 지수를 비율만으로 변경한다고도 밝혔습니다. 그때부터는 앞의 방식과 같습니다.`
  }`;

export const marksTable = {
  title: '평가 방식',
  reading: '방식',
  lowest: '최저, USD',
  lowestAt: '시각, UTC',
  uncertainty: '불확실성',
  worth: '가치, USD',
  missing: '평가가\n없는 분',
} as const;

export const noMark = (why: MarkHole): string => `평가 없음: ${markHoleWords(why)}`;

export const holeCounts = (counts: Given<'holeCounts'>): string =>
  counts.map(([why, minutes]) => `${markHoleWords(why)} ${count(minutes)}`).join(', ');

export const crossingsTable = {
  title: '어느 방식이 먼저 기준선에 닿았는가',
  lead: '순서이며 원인이 아닙니다. 평가가 없는 분은 구간을 시작하지도 끝내지도 않으며, 따로 셉니다.',
  place: '순서',
  first: '처음 분, UTC',
  last: '마지막 분, UTC',
  minutes: '기준선\n이하인 분',
  certain: '환산율의 불확실성을\n벗어난 분',
  unknown: '평가 없음',
  edges: '참고',
  ask: '보유 수량, 대출, 기준선을 입력하면 표시됩니다.',
  fromStart: '이 기간에는 그 전에 기준선 위였던 분이 없음',
  toEnd: '이 기간에는 그 뒤에 기준선 위인 분이 없음',
} as const;

export const levelWords = (level: number): string => `기준선(단위당): ${formatPrice(level)} USD`;

export const notCrossed = (marked: number): string =>
  marked === 0 ? '알 수 없음: 평가가 있는 분이 없음' : `평가가 있는 ${minuteCount(marked)} 동안 닿지 않음`;

export const unknownBefore = (minutes: number): string => `바로 앞에 평가가 없는 ${minuteCount(minutes)}`;

export const minutesTable = {
  title: '분별 표',
  minute: '분, UTC',
  show: '표 보기',
  save: 'CSV로 저장',
  inBrowser: 'CSV는 이 브라우저에서 만들어집니다. 모든 분, 평가가 없는 이유, 내 계정이 들어갑니다.',
  peers: '다른 거래소',
} as const;

export const markHoleWords = (why: MarkHole): string => (why === 'no-ratio' ? '비율을 알 수 없음' : missingWords(why));

export const marksChart = {
  description: (name: string, venue: string): string => `${venueName(venue)} ${name}의 시간별 평가, 방식별`,
  level: '기준선',
  holes: '평가 없음',
  axis: (axis: 'log' | number): string =>
    axis === 'log' ? 'USD, 로그 눈금' : axis > 0 ? `USD, 축 시작 ${axisPrice(Number(axis.toPrecision(3)))}` : 'USD',
} as const;
