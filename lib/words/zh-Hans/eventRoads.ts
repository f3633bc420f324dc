import { formatMinute } from '../../domain/minute';
import { pairOf } from '../../domain/market';
import type { MarketEvent, Road } from '../../domain/events/event';
import type { RoadWords } from '../en/eventRoads';
import { typedImport, typedIngest } from '../typed';
import { venueName } from './venues';

export { missingCommands } from '../en/eventRoads';

export function roadWords({ assets, window }: Pick<MarketEvent, 'assets' | 'window'>, road: Road): RoadWords {
  switch (road.kind) {
    case 'preset':
      return {
        what: '此事件及其资产、交易所与时间范围',
        ...typedIngest(`--preset ${road.preset}`),
      };
    case 'window':
      return {
        what: '提供该时段 K 线的交易所（UTC）',
        ...typedIngest(`${assets.join(' ')} --from ${formatMinute(window.from)} --to ${formatMinute(window.to)}`),
      };
    case 'file':
      return {
        what: `${venueName(road.market.venue)} ${pairOf(road.market)}，ingest 不会请求此市场：请由 K 线或成交文件导入`,
        ...typedImport(`FILE.csv --venue ${road.market.venue} --market ${pairOf(road.market)}`),
      };
  }
}

export const missingFigures = { lead: '获取此处未存储的数据：' } as const;
