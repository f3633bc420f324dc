import type { InBrief } from '../../api/inBrief';
import { link, text } from '../richText';
import { noData as inEnglish } from '../en/overview';
import { assetCount, candleCount, venueCount } from './counts';
import { utc } from './numbers';

export const deepestDeviations = {
  title: '가장 큰 괴리',
  lead: '저장된 데이터에 있는 각 괴리 구간의 최대 괴리 시각입니다. 각 자산은 저마다의 기준과 비교합니다. 기준은 다른 거래소들의 중앙값이며, 래핑 자산은 기초 자산, 페그 자산은 페그입니다. 환산율의 불확실성 이내인 것은 없습니다. 시각을 열면 모든 거래소의 캔들을 볼 수 있습니다.',
  all: '모든 괴리 구간, 순위와 필터',
  secondReferences: text`래핑 자산과 페그 자산은 ${link('/scan?reference=others', '다른 거래소들')}과도 비교합니다.`,
  none: '저장된 데이터에는 환산율의 불확실성을 빼고도 시작 임계값에 이르는 괴리가 없습니다.',
} as const;

export const storedAssets = {
  coverage: '일별 보유 마켓',
} as const;

export const storedInBrief = ({ assets, venues, candles, from, to }: InBrief): string =>
  `${assetCount(assets)}, ${venueCount(venues)}, ${candleCount(candles)}, ${utc(from)} ~ ${utc(to)} UTC.`;

const [EVENT, ASSET, FILE] = inEnglish.ways;

/** The commands are typed alike in every language. */
export const noData = {
  title: '아직 데이터 없음',
  running: '아직 데이터가 없습니다. 첫 캔들을 불러오고 있으며, 이 페이지는 저절로 채워집니다.',
  lead: '거래소나 파일에서 캔들을 불러오십시오. 도착하는 대로 여기에 나타납니다.',
  ways: [
    { ...EVENT, what: '2025년 10월 10일 사건과 그 자산, 거래소' },
    { ...ASSET, what: '선택한 기간(UTC)의 한 자산' },
    { ...FILE, what: '가지고 있는 파일의 캔들 또는 체결 내역' },
  ],
} as const;
