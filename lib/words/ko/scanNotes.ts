import type { ScanReference } from '../../domain/scan';
import { venueList } from './venues';

const SEARCHED: Readonly<Record<ScanReference, string>> = {
  own: '이 기간에 데이터가 없어 검색하지 않았습니다.',
  others: '이 기간에 데이터가 없어 검색하지 않았습니다.',
  wrapped: '이 기간에 래핑 자산과 그 기초 자산의 데이터가 없어 검색하지 않았습니다.',
  peg: '이 기간에 페그 자산의 데이터가 없어 검색하지 않았습니다.',
};

export const scanNotes = {
  nothingSearched: (reference: ScanReference): string => SEARCHED[reference],
  notStored: (venues: readonly string[]): string => `${venueList(venues)}의 데이터는 저장되어 있지 않습니다.`,
  dayByDay:
    'UTC 날짜마다 별도의 기간으로, 산출 방법의 기본 매개변수로 측정합니다. 괴리 구간은 자정을 넘어 이어질 수 있습니다.',
  shownWhole: '일부만 기간에 걸친 괴리 구간은 전체를 표시합니다.',
} as const;
