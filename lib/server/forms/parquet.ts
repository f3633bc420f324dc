import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Table } from './table';

const TYPES = { text: 'STRING', minute: 'TIMESTAMP', number: 'DOUBLE', truth: 'BOOLEAN' } as const;

/** A table as Parquet: texts, UTC timestamps, doubles with nulls. `facts` stand in the file's own key-value metadata. */
export function parquetOf(table: Table, facts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: table.map(({ name, kind, values }) => ({
        name,
        type: TYPES[kind],
        data: kind === 'minute' ? values.map((one) => (one === null ? null : new Date(String(one)))) : [...values],
      })),
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
    }),
  );
}
