import type { Pace, PacedTotal } from '../../api/pace';
import type { ProgressAnswer, VenueProgress } from '../../api/progress';
import { candleCount } from './counts';
import { count, unbroken } from './numbers';
import { venueName } from './venues';

const STATES: Readonly<Record<VenueProgress['state'], string>> = {
  connecting: '연결 중',
  working: '수집 중',
  waiting: '재시도 대기 중',
  done: '완료',
  refused: '거부되어 건너뜀',
  failed: '실패',
  stopped: '중지됨',
};
export const stateWords = (state: VenueProgress['state']): string => STATES[state];

export const ingestWords = {
  title: '캔들 불러오기',
  all: '전체 거래소',
  button: (share: number | undefined): string =>
    share === undefined ? '캔들 불러오는 중' : `캔들 불러오는 중, ${wholePercent(share)}`,
  open: (button: string): string => `${button}: 거래소별 진행 상황 보기`,
  bar: (name: string): string => `${name} 진행 상황`,
  done: (doneMinutes: number, totalMinutes: number, share: number): string =>
    unbroken(`${count(totalMinutes)}분 중 ${count(doneMinutes)}분, ${wholePercent(share)}`),
  estimates:
    '속도는 이 페이지가 확인한 최근 1분간의 평균입니다. 남은 시간은 이를 바탕으로 한 추정치이며, 모든 거래소가 요청한 데이터를 모두 제공한다고 가정합니다. 충분히 측정된 뒤에 표시됩니다.',
} as const;

const wholePercent = (share: number): string => `${String(Math.floor(share * 100))} %`;

const joined = (parts: readonly (string | undefined)[]): string =>
  unbroken(parts.filter((part) => part !== undefined && part !== '').join(', '));

const running = (seconds: number): string =>
  seconds < 120 ? `${String(Math.floor(seconds))}초` : `${String(Math.floor(seconds / 60))}분`;

/** "42초", "4분", "3시간", "2일": rounded up, in one unit. */
function roughly(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))}초`;
  if (seconds < 90 * 60) return `${String(Math.ceil(seconds / 60))}분`;
  return seconds < 36 * 3_600
    ? `${String(Math.ceil(seconds / 3_600))}시간`
    : `${String(Math.ceil(seconds / 86_400))}일`;
}

/** "초당 캔들 1,234개, 약 5분 남음"; empty where nothing is known. */
function paceWords({ perSecond, etaSeconds }: Pace): string {
  const rate = perSecond === undefined ? [] : [`초당 ${candleCount(Math.round(perSecond))}`];
  const left = etaSeconds === undefined || etaSeconds === 0 ? [] : [`약 ${roughly(etaSeconds)} 남음`];
  return [...rate, ...left].join(', ');
}

/** "캔들 290개, 75초째 진행 중, 초당 캔들 12개, 약 4분 남음". */
export const totalLine = (total: PacedTotal, elapsedSeconds: number | undefined): string =>
  joined([
    candleCount(total.candles),
    elapsedSeconds === undefined ? undefined : `${running(elapsedSeconds)}째 진행 중`,
    paceWords(total),
  ]);

export const venueLine = (venue: VenueProgress & Partial<Pace>): string =>
  joined([
    stateWords(venue.state),
    candleCount(venue.candles),
    venue.note === '' ? paceWords({ perSecond: venue.perSecond, etaSeconds: venue.etaSeconds }) : venue.note,
  ]);

export function stillLoading(venues: readonly VenueProgress[]): string | undefined {
  const loading = venues.filter(({ state }) => state === 'connecting' || state === 'working' || state === 'waiting');
  if (loading.length === 0) return undefined;
  return `아직 불러오는 중: ${loading.map(({ venue }) => venueName(venue)).join(', ')}. 수치는 지금까지 불러온 데이터만 반영합니다.`;
}

const STOPPED = '마지막 수집은 완료되기 전에 중지되었습니다.';

export function skippedWords({ venues }: Pick<ProgressAnswer, 'venues'>): string | undefined {
  const skipped = venues.filter(({ state }) => state === 'refused' || state === 'failed');
  const stopped = venues.some(({ state }) => state === 'stopped') ? [STOPPED] : [];
  if (skipped.length === 0) return stopped[0];
  const named = skipped.map(
    ({ venue, state, note }) => `${venueName(venue)} (${note === '' ? stateWords(state) : note})`,
  );
  return [`마지막 수집에서 건너뛴 거래소: ${named.join('; ')}.`, ...stopped].join(' ');
}
