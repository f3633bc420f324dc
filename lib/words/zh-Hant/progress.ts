import type { Pace, PacedTotal } from '../../api/pace';
import type { ProgressAnswer, VenueProgress } from '../../api/progress';
import { candleCount } from './counts';
import { count, unbroken } from './numbers';
import { venueName } from './venues';

const STATES: Readonly<Record<VenueProgress['state'], string>> = {
  connecting: '連線中',
  working: '取得中',
  waiting: '等待重試',
  done: '完成',
  refused: '遭拒絕，已略過',
  failed: '失敗',
  stopped: '已停止',
};
export const stateWords = (state: VenueProgress['state']): string => STATES[state];

export const ingestWords = {
  title: '正在載入 K 線',
  all: '所有交易所',
  button: (share: number | undefined): string =>
    share === undefined ? '正在載入 K 線' : `正在載入 K 線，${wholePercent(share)}`,
  open: (button: string): string => `${button}：顯示各交易所的進度`,
  bar: (name: string): string => `${name} 的進度`,
  done: (doneMinutes: number, totalMinutes: number, share: number): string =>
    unbroken(`${count(doneMinutes)} / ${count(totalMinutes)} 分鐘，${wholePercent(share)}`),
  estimates:
    '速率為本頁所見最近 1 分鐘的平均值。剩餘時間由此估計，並假定每家交易所都會提供所請求的全部資料；測得足夠資料後才會顯示。',
} as const;

const wholePercent = (share: number): string => `${String(Math.floor(share * 100))} %`;

const joined = (parts: readonly (string | undefined)[]): string =>
  unbroken(parts.filter((part) => part !== undefined && part !== '').join('，'));

const running = (seconds: number): string =>
  seconds < 120 ? `${String(Math.floor(seconds))} 秒` : `${String(Math.floor(seconds / 60))} 分鐘`;

/** Rounded up, in one unit: an estimate has no more digits. */
function roughly(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))} 秒`;
  if (seconds < 90 * 60) return `${String(Math.ceil(seconds / 60))} 分鐘`;
  return seconds < 36 * 3_600
    ? `${String(Math.ceil(seconds / 3_600))} 小時`
    : `${String(Math.ceil(seconds / 86_400))} 天`;
}

function paceWords({ perSecond, etaSeconds }: Pace): string {
  const rate = perSecond === undefined ? [] : [`每秒 ${candleCount(Math.round(perSecond))}`];
  const left = etaSeconds === undefined || etaSeconds === 0 ? [] : [`約剩 ${roughly(etaSeconds)}`];
  return [...rate, ...left].join('，');
}

export const totalLine = (total: PacedTotal, elapsedSeconds: number | undefined): string =>
  joined([
    candleCount(total.candles),
    elapsedSeconds === undefined ? undefined : `已進行 ${running(elapsedSeconds)}`,
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
  return `仍在載入：${loading.map(({ venue }) => venueName(venue)).join('、')}。以下數字僅涵蓋目前已載入的資料。`;
}

const STOPPED = '上次載入資料在完成前即已停止。';

export function skippedWords({ venues }: Pick<ProgressAnswer, 'venues'>): string | undefined {
  const skipped = venues.filter(({ state }) => state === 'refused' || state === 'failed');
  const stopped = venues.some(({ state }) => state === 'stopped') ? [STOPPED] : [];
  if (skipped.length === 0) return stopped[0];
  const named = skipped.map(
    ({ venue, state, note }) => `${venueName(venue)}（${note === '' ? stateWords(state) : note}）`,
  );
  return [`上次載入資料時略過了 ${named.join('、')}。`, ...stopped].join('');
}
