import { CalendarGrid } from './CalendarGrid';
import type { CalendarRow } from './calendar';
import { Legend } from './Legend';

/** The calendar strip with its legend. */
export function Calendar({ rows, label }: { readonly rows: readonly CalendarRow[]; readonly label: string }) {
  return (
    <div>
      <CalendarGrid rows={rows} label={label} />
      <Legend />
    </div>
  );
}
