import type { FocusEvent, KeyboardEvent } from 'react';
import type { ColumnsAnswer } from '@/lib/api/columns/format';
import type { Minute, MinuteRange } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';

export interface ChartProps {
  readonly answer: ColumnsAnswer;
  readonly scale: View['scale'];
  readonly focus: View['focus'];
  readonly lines: View['lines'];
  /** A minute to mark through all panes. */
  readonly marked?: Minute;
  readonly onZoom?: (range: MinuteRange | undefined) => void;
  readonly onMinute: (minute: Minute) => void;
}

/** What answers to the keys, once it is there. */
export interface ChartKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}
