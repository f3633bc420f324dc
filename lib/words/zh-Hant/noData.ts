import type { Kind } from '../../domain/market';
import { pairWords } from './market';
import { han } from '../han';
import { venueName } from './venues';
import { codeOf } from '../typed';

export const noData = {
  market: (asset: string, venue: string, quote: string, kind: Kind): string =>
    han`${venueName(venue)}沒有${pairWords({ market: `${asset}/${quote}`, kind })}的資料；${lists(asset)}可用的市場`,
  venue: (asset: string, venue: string): string =>
    han`${venueName(venue)}沒有${asset}的資料；${lists(asset)}可用的交易所`,
  referenceVenue: (asset: string, venue: string): string =>
    han`${venueName(venue)}沒有${asset}現貨市場的資料，因此不能作為基準；${lists(asset)}可用的市場`,
  bloc: (asset: string, quote: string): string =>
    han`沒有任何 ${asset}/${quote} 現貨市場的資料；${lists(asset)}可用的市場`,
  underlying: (asset: string, underlying: string): string =>
    han`沒有${underlying}（${asset}的標的資產）的資料，因此不能作為基準；請先執行 ${codeOf(`ingest ${underlying} --from T --to T`)}`,
} as const;

const lists = (asset: string): string => `以 ${codeOf(`coverage ${asset}`)} 列出`;
