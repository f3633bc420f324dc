import type { Kind } from '../../domain/market';
import { pairWords } from './market';
import { venueName } from './venues';
import { codeOf } from '../typed';

export const noData = {
  market: (asset: string, venue: string, quote: string, kind: Kind): string =>
    `${venueName(venue)}의 ${pairWords({ market: `${asset}/${quote}`, kind })} 데이터 없음; 이용 가능한 마켓은 ${lists(asset)}`,
  venue: (asset: string, venue: string): string =>
    `${venueName(venue)}의 ${asset} 데이터 없음; 이용 가능한 거래소는 ${lists(asset)}`,
  referenceVenue: (asset: string, venue: string): string =>
    `${venueName(venue)}의 ${asset} 현물 마켓 데이터가 없어 기준으로 쓸 수 없음; 이용 가능한 마켓은 ${lists(asset)}`,
  bloc: (asset: string, quote: string): string =>
    `${asset}/${quote} 현물 마켓 데이터가 없음; 이용 가능한 마켓은 ${lists(asset)}`,
  underlying: (asset: string, underlying: string): string =>
    `${asset}의 기초 자산인 ${underlying} 데이터가 없어 기준으로 쓸 수 없음; 먼저 ${codeOf(`ingest ${underlying} --from T --to T`)} 명령을 실행하십시오`,
} as const;

const lists = (asset: string): string => `${codeOf(`coverage ${asset}`)} 명령으로 확인하십시오`;
