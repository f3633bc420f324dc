import { venueName } from '../../words/venues';
import { PAGE_INK as INK } from '../look/pageInk';
import { laneMiddle, labelOf, type GanttLayout, type Row } from './layout';
import { sideOf, type Still, text } from './still';

const BAR = 10;

const behind = (i: number): string => (i % 2 === 0 ? INK.paper : INK.sunk);

/** One venue: its name, and a bar an episode with its asset and peak. */
export const rowOf = (row: Row, layout: GanttLayout, i: number): Still[] => [
  ...(i % 2 === 0
    ? []
    : [
        {
          type: 'rect',
          silent: true,
          z: -1,
          shape: { x: 0, y: row.top, width: layout.left + layout.width, height: row.height },
          style: { fill: INK.sunk },
        },
      ]),
  text(layout, layout.left - 8, laneMiddle(row, 0), venueName(row.venue), {
    align: 'right',
    fontWeight: 600,
    stroke: behind(i),
  }),
  ...row.bars.flatMap(({ item, lane, bar, label }) => {
    const [y, side] = [laneMiddle(row, lane), sideOf(item)];
    return [
      {
        type: 'rect',
        silent: true,
        z: 5,
        shape: { x: layout.left + bar.x, y: y - BAR / 2, width: bar.width, height: BAR },
        style: { fill: item.isBeyond === false ? INK.paper : side, stroke: side, lineWidth: 1 },
      },
      text(layout, layout.left + label.x, y, labelOf(item), { align: label.align, stroke: behind(i) }),
    ];
  }),
];
