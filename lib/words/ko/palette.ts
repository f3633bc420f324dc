import { unbroken, utc } from './numbers';
import { venueName } from './venues';

export const palette = {
  open: '검색',
  label: '이동',
  input: '자산, 분, 거래소, 사건 또는 링크',
  placeholder: 'ATOM 21:20',
  close: '닫기',
  list: '이동할 곳',
  none: '여기에 저장된 것 중 일치하는 것이 없습니다.',
  unreal: (text: string): string => `${text}: 그런 시각이나 날짜는 없습니다.`,
  examples:
    '자산과 시각(ATOM 2025-10-10 21:20), 거래소, 사건을 입력하거나 링크를 붙여 넣으십시오. 뒤에 시간대(UTC+8, KST)를 적지 않은 시각은 UTC입니다.',
  keys: '모든 단축키',
  failed: '자산 목록을 읽을 수 없습니다. 링크, 사건, 페이지는 찾을 수 있습니다.',
} as const;

export const destinationKinds = {
  link: '링크',
  minute: '분',
  day: '날짜',
  asset: '자산',
  venue: '거래소',
  event: '사건',
  page: '페이지',
} as const;

export const assetTitle = (name: string, venue: string | undefined): string =>
  venue === undefined ? name : `${venueName(venue)}의 ${name}`;

export const minuteTitle = (name: string, venue: string | undefined, at: string): string =>
  unbroken(`${assetTitle(name, venue)}, ${utc(at)} UTC`);

export const dayTitle = (name: string, venue: string | undefined, day: string): string =>
  `${assetTitle(name, venue)}, ${day} UTC`;
