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
        what: '此事件及其資產、交易所與時間範圍',
        ...typedIngest(`--preset ${road.preset}`),
      };
    case 'window':
      return {
        what: '提供該時段 K 線的交易所（UTC）',
        ...typedIngest(`${assets.join(' ')} --from ${formatMinute(window.from)} --to ${formatMinute(window.to)}`),
      };
    case 'file':
      return {
        what: `${venueName(road.market.venue)} ${pairOf(road.market)}，ingest 不會請求此市場：請由 K 線或成交檔案匯入`,
        ...typedImport(`FILE.csv --venue ${road.market.venue} --market ${pairOf(road.market)}`),
      };
  }
}

export const missingFigures = { lead: '取得此處未儲存的資料：' } as const;
