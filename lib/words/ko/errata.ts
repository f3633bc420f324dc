import { codeOf } from '../typed';
import type { Erratum } from '../../api/errata';
import type { ErratumKind, ErratumScope } from '../../domain/erratum';
import { erratumHeadIn, erratumLineIn, type ErratumWords } from '../erratumLine';
import { count, utc } from './numbers';
import { joins } from './spelled';
import { venueName } from './venues';

export const errataNotice = {
  label: '정오표',
  erratum: '정오표',
  /** `venue`: its name. */
  answer: (venue: string): string => `${venue}의 답변`,
  recorded: (iso: string): string => `${utc(iso)} UTC`,
  publisher: '이 서버의 운영자',
  withdrawn: (iso: string): string => `${utc(iso)} UTC 철회:`,
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

const words = (): ErratumWords => ({
  ...errataNotice,
  venueName,
  quoted: (statement) => `“${statement}”`,
  comma: ', ',
  colon: joins.colon,
  sentences: joins.sentences,
});

export const erratumHead = (one: Pick<Erratum, 'kind' | 'venue'>): string => erratumHeadIn(words(), one);

export const erratumText = (one: Erratum): string => erratumLineIn(words(), one);

export const corrections = {
  title: '정오표',
  lead: '정오표와 거래소의 답변을 최신순으로 표시합니다. 공표한 내용은 고치지 않으며, 각 항목은 해당 페이지에도 나옵니다.',
  get none(): string {
    return `정오표가 없습니다. ${codeOf('errata')}로 추가하면 여기와 해당하는 모든 페이지에 나옵니다.`;
  },
  moves: '여러 주소에 미치는 변경',
  movesLead:
    '여러 주소에서 함께 바뀐 내용입니다. 다이제스트가 있는 주소는 어느 분이 바뀌었는지 그 페이지에서 알리고, 없는 주소는 현재 저장된 데이터를 뜻합니다.',
  when: '시각, UTC',
  what: '바뀐 내용',
  which: '해당 주소',
  venueCame: (venue: string): string => `${venue}의 첫 데이터`,
  revised: (venue: string, asset: string, minutes: number): string =>
    `정정된 캔들, ${venue} ${asset}: ${count(minutes)}`,
  ofVenue: (assets: number): string => `자산: ${count(assets)}; 거래소를 적지 않은 주소와 목록`,
  ofRevisions: (asset: string, from: string, to: string): string =>
    `${asset}, ${from}부터 ${to}까지의 날짜; 환산율에 쓰이면 모든 자산`,
  noMoves: '여러 주소에 미치는 변경이 없습니다.',
} as const;
