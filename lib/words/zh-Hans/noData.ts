import type { Kind } from '../../domain/market';
import { pairWords } from './market';
import { han } from '../han';
import { venueName } from './venues';
import { codeOf } from '../typed';

export const noData = {
  market: (asset: string, venue: string, quote: string, kind: Kind): string =>
    han`${venueName(venue)}没有${pairWords({ market: `${asset}/${quote}`, kind })}的数据；${lists(asset)}可用的市场`,
  venue: (asset: string, venue: string): string =>
    han`${venueName(venue)}没有${asset}的数据；${lists(asset)}可用的交易所`,
  referenceVenue: (asset: string, venue: string): string =>
    han`${venueName(venue)}没有${asset}现货市场的数据，因此不能作为基准；${lists(asset)}可用的市场`,
  bloc: (asset: string, quote: string): string =>
    han`没有任何 ${asset}/${quote} 现货市场的数据；${lists(asset)}可用的市场`,
  underlying: (asset: string, underlying: string): string =>
    han`没有${underlying}（${asset}的标的资产）的数据，因此不能作为基准；请先运行 ${codeOf(`ingest ${underlying} --from T --to T`)}`,
} as const;

const lists = (asset: string): string => `以 ${codeOf(`coverage ${asset}`)} 列出`;
