import { CalendarGrid } from './CalendarGrid';
import type { CalendarRow } from './calendar';
import { Legend } from './Legend';

/** The calendar strip below its key. */
export function Calendar({ rows, label }: { readonly rows: readonly CalendarRow[]; readonly label: string }) {
  return (
    <div>
      <Legend rows={rows} />
      <CalendarGrid rows={rows} label={label} />
    </div>
  );
}
