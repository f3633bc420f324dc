import type { ScanReference } from '../../domain/scan';
import { han } from '../han';
import { venueList } from './venues';

const SEARCHED: Readonly<Record<ScanReference, string>> = {
  own: '此时间范围内没有数据，因此未作任何搜索。',
  others: '此时间范围内没有数据，因此未作任何搜索。',
  wrapped: '此时间范围内没有任何封装资产及其标的资产的数据，因此未作任何搜索。',
  peg: '此时间范围内没有任何锚定资产的数据，因此未作任何搜索。',
};

export const scanNotes = {
  nothingSearched: (reference: ScanReference): string => SEARCHED[reference],
  notStored: (venues: readonly string[]): string => han`没有存储${venueList(venues)}的数据。`,
  dayByDay: '每个 UTC 日均作为独立的时间范围测量，并采用计算方法的默认参数。偏离时段可延续至午夜之后。',
  shownWhole: '仅部分落在时间范围内的偏离时段，仍完整显示。',
} as const;
