import type { ScanReference } from '../../domain/scan';
import { han } from '../han';
import { venueList } from './venues';

const SEARCHED: Readonly<Record<ScanReference, string>> = {
  own: '此時間範圍內沒有資料，因此未作任何搜尋。',
  others: '此時間範圍內沒有資料，因此未作任何搜尋。',
  wrapped: '此時間範圍內沒有任何封裝資產及其標的資產的資料，因此未作任何搜尋。',
  peg: '此時間範圍內沒有任何錨定資產的資料，因此未作任何搜尋。',
};

export const scanNotes = {
  nothingSearched: (reference: ScanReference): string => SEARCHED[reference],
  notStored: (venues: readonly string[]): string => han`沒有儲存${venueList(venues)}的資料。`,
  dayByDay: '每個 UTC 日均作為獨立的時間範圍測量，並採用計算方法的預設參數。偏離時段可延續至午夜之後。',
  shownWhole: '僅部分落在時間範圍內的偏離時段，仍完整顯示。',
} as const;
