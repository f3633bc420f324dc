import { han } from '../han';
import type { Erratum } from '../../api/errata';
import type { ErratumKind, ErratumScope } from '../../domain/erratum';
import { erratumHeadIn, erratumLineIn, type ErratumWords } from '../erratumLine';
import { utc } from './numbers';
import { joins } from './spelled';
import { venueName } from './venues';

export const errataNotice = {
  label: '更正',
  erratum: '更正',
  /** `venue`: its name. */
  answer: (venue: string): string => han`${venue}的回應`,
  recorded: (iso: string): string => `${utc(iso)} UTC`,
  publisher: '此伺服器的發布者',
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

const words = (): ErratumWords => ({ ...errataNotice, venueName, sentences: joins.sentences });

export const erratumHead = (one: Pick<Erratum, 'kind' | 'venue'>): string => erratumHeadIn(words(), one);

export const erratumText = (one: Erratum): string => erratumLineIn(words(), one);
