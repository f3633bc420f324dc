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
  answer: (venue: string): string => han`${venue}的回应`,
  recorded: (iso: string): string => `${utc(iso)} UTC`,
  publisher: '此站点的发布者',
  withdrawn: (iso: string): string => `已于 ${utc(iso)} UTC 撤回：`,
  link: '更多内容',
  digest: '数字',
} as const;

export function erratumNote(kind: ErratumKind, iso: string, venue: string | null): string {
  const date = iso.slice(0, 10);
  return kind === 'erratum' || venue === null
    ? `此网址有 ${date} 的更正。`
    : `此网址有 ${venueName(venue)} 于 ${date} 的回应。`;
}

export const citedErrata = (days: readonly string[]): string => {
  const dates = days.join('、');
  return `更正（${dates}）：见此网址。`;
};

export function erratumScope({ asset, from, to, venue }: ErratumScope): string {
  return [asset ?? '所有资产', venue === null ? '所有交易所' : venueName(venue), minutesOf(from, to)].join('，');
}

function minutesOf(isoFrom: string | null, isoTo: string | null): string {
  const [from, to] = [isoFrom, isoTo].map((iso) => (iso === null ? '' : utc(iso)));
  if (isoFrom === null) return isoTo === null ? '所有分钟' : `至 ${to ?? ''} UTC`;
  return isoTo === null ? `自 ${from ?? ''} UTC 起` : `${from ?? ''} 至 ${to ?? ''} UTC`;
}

const words = (): ErratumWords => ({
  ...errataNotice,
  venueName,
  quoted: (statement) => `“${statement}”`,
  comma: '，',
  colon: joins.colon,
  sentences: joins.sentences,
});

export const erratumHead = (one: Pick<Erratum, 'kind' | 'venue'>): string => erratumHeadIn(words(), one);

export const erratumText = (one: Erratum): string => erratumLineIn(words(), one);

export const corrections = {
  title: '更正',
  lead: '更正与交易所的回应，由最新起。已公布的内容不作修改；每一项也显示于其所涉及的页面。',
  get none(): string {
    return `没有更正。可用 ${codeOf('errata')} 加入；将列于此处，并显示于其所涉及的每一页。`;
  },
  moves: '影响多个网址的变更',
  movesLead: '同时使多个网址改变的内容。含摘要值的网址会在其页面说明哪些分钟已变更；不含者指目前存储的数据。',
  when: '时间，UTC',
  what: '变更内容',
  which: '所涉及的网址',
  venueCame: (venue: string): string => han`${venue}的首批数据`,
  revised: (venue: string, asset: string, minutes: number): string =>
    han`已修订的 K 线，${venue} ${asset}：${count(minutes)}`,
  ofVenue: (assets: number): string => `资产：${count(assets)}；未列明交易所的网址与列表`,
  ofRevisions: (asset: string, from: string, to: string): string =>
    han`${asset}，${from} 至 ${to} 的日期；用于汇率时涉及所有资产`,
  noMoves: '没有影响多个网址的变更。',
} as const;
