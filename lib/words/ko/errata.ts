import type { Erratum } from '../../api/errata';
import type { ErratumKind, ErratumScope } from '../../domain/erratum';
import { erratumHeadIn, erratumLineIn, type ErratumWords } from '../erratumLine';
import { utc } from './numbers';
import { joins } from './spelled';
import { venueName } from './venues';

export const errataNotice = {
  label: '정오표',
  erratum: '정오표',
  /** `venue`: its name. */
  answer: (venue: string): string => `${venue}의 답변`,
  recorded: (iso: string): string => `${utc(iso)} UTC`,
  publisher: '이 서버의 운영자',
  withdrawn: (iso: string): string => `취소 ${utc(iso)} UTC:`,
  link: '자세히',
  digest: '수치',
} as const;

export function erratumNote(kind: ErratumKind, iso: string, venue: string | null): string {
  const date = iso.slice(0, 10);
  return kind === 'erratum' || venue === null
    ? `이 주소에 ${date} 정오표가 있습니다.`
    : `이 주소에 ${date} ${venueName(venue)}의 답변이 있습니다.`;
}

export const citedErrata = (days: readonly string[]): string => {
  const dates = days.join(', ');
  return `정오표 ${dates}: 이 주소를 보십시오.`;
};

export function erratumScope({ asset, from, to, venue }: ErratumScope): string {
  return [asset ?? '모든 자산', venue === null ? '모든 거래소' : venueName(venue), minutesOf(from, to)].join(', ');
}

function minutesOf(isoFrom: string | null, isoTo: string | null): string {
  const [from, to] = [isoFrom, isoTo].map((iso) => (iso === null ? '' : utc(iso)));
  if (isoFrom === null) return isoTo === null ? '모든 분' : `${to ?? ''} UTC까지`;
  return isoTo === null ? `${from ?? ''} UTC부터` : `${from ?? ''} ~ ${to ?? ''} UTC`;
}

const words = (): ErratumWords => ({ ...errataNotice, venueName, sentences: joins.sentences });

export const erratumHead = (one: Pick<Erratum, 'kind' | 'venue'>): string => erratumHeadIn(words(), one);

export const erratumText = (one: Erratum): string => erratumLineIn(words(), one);
