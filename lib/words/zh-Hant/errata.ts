import { codeOf } from '../typed';
import { han } from '../han';
import type { Erratum } from '../../api/errata';
import type { ErratumKind, ErratumScope } from '../../domain/erratum';
import { erratumHeadIn, erratumLineIn, type ErratumWords } from '../erratumLine';
import { count, utc } from './numbers';
import { joins } from './spelled';
import { venueName } from './venues';

export const errataNotice = {
  label: '更正',
  erratum: '更正',
  /** `venue`: its name. */
  answer: (venue: string): string => han`${venue}的回應`,
  recorded: (iso: string): string => `${utc(iso)} UTC`,
  publisher: '此站台的發布者',
  withdrawn: (iso: string): string => `已於 ${utc(iso)} UTC 撤回：`,
  link: '更多資料',
  digest: '數字',
} as const;

export function erratumNote(kind: ErratumKind, iso: string, venue: string | null): string {
  const date = iso.slice(0, 10);
  return kind === 'erratum' || venue === null
    ? `此網址有 ${date} 的更正。`
    : `此網址有 ${venueName(venue)} 於 ${date} 的回應。`;
}

export const citedErrata = (days: readonly string[]): string => {
  const dates = days.join('、');
  return `更正（${dates}）：見此網址。`;
};

export function erratumScope({ asset, from, to, venue }: ErratumScope): string {
  return [asset ?? '所有資產', venue === null ? '所有交易所' : venueName(venue), minutesOf(from, to)].join('，');
}

function minutesOf(isoFrom: string | null, isoTo: string | null): string {
  const [from, to] = [isoFrom, isoTo].map((iso) => (iso === null ? '' : utc(iso)));
  if (isoFrom === null) return isoTo === null ? '所有分鐘' : `至 ${to ?? ''} UTC`;
  return isoTo === null ? `自 ${from ?? ''} UTC 起` : `${from ?? ''} 至 ${to ?? ''} UTC`;
}

const words = (): ErratumWords => ({
  ...errataNotice,
  venueName,
  quoted: (statement) => `「${statement}」`,
  comma: '，',
  colon: joins.colon,
  sentences: joins.sentences,
});

export const erratumHead = (one: Pick<Erratum, 'kind' | 'venue'>): string => erratumHeadIn(words(), one);

export const erratumText = (one: Erratum): string => erratumLineIn(words(), one);

export const corrections = {
  title: '更正',
  lead: '更正與交易所的回應，由最新起。已公布的內容不作修改；每一項也顯示於其所涉及的頁面。',
  get none(): string {
    return `沒有更正。可用 ${codeOf('errata')} 加入；將列於此處，並顯示於其所涉及的每一頁。`;
  },
  moves: '影響多個網址的變更',
  movesLead: '同時使多個網址改變的內容。含摘要值的網址會在其頁面說明哪些分鐘已變更；不含者指目前儲存的資料。',
  when: '時間，UTC',
  what: '變更內容',
  which: '所涉及的網址',
  venueCame: (venue: string): string => han`${venue}的首批資料`,
  revised: (venue: string, asset: string, minutes: number): string =>
    han`已修訂的 K 線，${venue} ${asset}：${count(minutes)}`,
  ofVenue: (assets: number): string => `資產：${count(assets)}；未列明交易所的網址與列表`,
  ofRevisions: (asset: string, from: string, to: string): string =>
    han`${asset}，${from} 至 ${to} 的日期；用於匯率時涉及所有資產`,
  noMoves: '沒有影響多個網址的變更。',
} as const;
