import { describe, expect, it } from 'vitest';
import type { KeptMinute } from '@/lib/client/orderLog/keptLog';
import { minute } from '@/lib/domain/minute';
import { columnsIn } from './columns';

const at = (m: number, transport: number, business = 0): KeptMinute => ({
  minute: minute(m),
  layers: { transport, business, unknown: 0 },
  reduceOnly: 0,
  accepted: 0,
});

describe('columns of a log under a chart', () => {
  const sight = { left: 100, width: 200, from: 1_000 * 60_000, to: 1_100 * 60_000 };

  it('stand where the axis has their minutes, and none where nothing was rejected or out of sight', () => {
    const columns = columnsIn([at(999, 3), at(1_000, 1), at(1_050, 0), at(1_051, 0, 2), at(1_101, 4)], sight, 2);
    expect(columns.map(({ minute: m, x }) => [m, x])).toEqual([
      [1_000, 100],
      [1_051, 202],
    ]);
  });

  it('are of the minute with most rejections where several share one', () => {
    expect(columnsIn([at(1_050, 1), at(1_051, 3, 1), at(1_052, 2)], sight, 50).map(({ minute: m }) => m)).toEqual([
      1_051,
    ]);
  });
});
