import type { MarketEvent, Road } from '../../domain/events/event';
import { pairOf } from '../../domain/market';
import { missingCommands, roadWords as inEnglish, type RoadWords } from '../en/eventRoads';
import { venueName } from './venues';

export { missingCommands };

function whatOf(road: Road): string {
  switch (road.kind) {
    case 'preset':
      return '사건 전체: 자산, 거래소, 기간';
    case 'window':
      return '그 시각의 캔들을 제공하는 거래소(UTC)';
    case 'file':
      return `수집 명령이 요청하지 않는 ${venueName(road.market.venue)} ${pairOf(road.market)}: 캔들 또는 체결 파일에서`;
  }
}

/** The commands are typed alike in every language. */
export const roadWords = (event: Pick<MarketEvent, 'assets' | 'window'>, road: Road): RoadWords => ({
  ...inEnglish(event, road),
  what: whatOf(road),
});

export const missingFigures = { lead: '여기에 저장되지 않은 데이터를 가져오는 명령:' } as const;
