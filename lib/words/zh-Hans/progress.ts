import type { Pace, PacedTotal } from '../../api/pace';
import type { ProgressAnswer, VenueProgress } from '../../api/progress';
import { candleCount } from './counts';
import { count, unbroken } from './numbers';
import { venueName } from './venues';

const STATES: Readonly<Record<VenueProgress['state'], string>> = {
  connecting: '连接中',
  working: '获取中',
  waiting: '等待重试',
  done: '完成',
  refused: '被拒绝，已跳过',
  failed: '失败',
  stopped: '已停止',
};
export const stateWords = (state: VenueProgress['state']): string => STATES[state];

export const ingestWords = {
  title: '正在加载 K 线',
  all: '所有交易所',
  button: (share: number | undefined): string =>
    share === undefined ? '正在加载 K 线' : `正在加载 K 线，${wholePercent(share)}`,
  open: (button: string): string => `${button}：显示各交易所的进度`,
  bar: (name: string): string => `${name} 的进度`,
  done: (doneMinutes: number, totalMinutes: number, share: number): string =>
    unbroken(`${count(doneMinutes)} / ${count(totalMinutes)} 分钟，${wholePercent(share)}`),
  estimates:
    '速率为本页所见最近 1 分钟的平均值。剩余时间由此估计，并假定每家交易所都会提供所请求的全部数据；测得足够数据后才会显示。',
} as const;

const wholePercent = (share: number): string => `${String(Math.floor(share * 100))} %`;

const joined = (parts: readonly (string | undefined)[]): string =>
  unbroken(parts.filter((part) => part !== undefined && part !== '').join('，'));

const running = (seconds: number): string =>
  seconds < 120 ? `${String(Math.floor(seconds))} 秒` : `${String(Math.floor(seconds / 60))} 分钟`;

/** Rounded up, in one unit: an estimate has no more digits. */
function roughly(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))} 秒`;
  if (seconds < 90 * 60) return `${String(Math.ceil(seconds / 60))} 分钟`;
  return seconds < 36 * 3_600
    ? `${String(Math.ceil(seconds / 3_600))} 小时`
    : `${String(Math.ceil(seconds / 86_400))} 天`;
}

function paceWords({ perSecond, etaSeconds }: Pace): string {
  const rate = perSecond === undefined ? [] : [`每秒 ${candleCount(Math.round(perSecond))}`];
  const left = etaSeconds === undefined || etaSeconds === 0 ? [] : [`约剩 ${roughly(etaSeconds)}`];
  return [...rate, ...left].join('，');
}

export const totalLine = (total: PacedTotal, elapsedSeconds: number | undefined): string =>
  joined([
    candleCount(total.candles),
    elapsedSeconds === undefined ? undefined : `已进行 ${running(elapsedSeconds)}`,
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
  return `仍在加载：${loading.map(({ venue }) => venueName(venue)).join('、')}。以下数字仅涵盖当前已加载的数据。`;
}

const STOPPED = '上次加载数据在完成前即已停止。';

export function skippedWords({ venues }: Pick<ProgressAnswer, 'venues'>): string | undefined {
  const skipped = venues.filter(({ state }) => state === 'refused' || state === 'failed');
  const stopped = venues.some(({ state }) => state === 'stopped') ? [STOPPED] : [];
  if (skipped.length === 0) return stopped[0];
  const named = skipped.map(
    ({ venue, state, note }) => `${venueName(venue)}（${note === '' ? stateWords(state) : note}）`,
  );
  return [`上次加载数据时跳过了 ${named.join('、')}。`, ...stopped].join('');
}
