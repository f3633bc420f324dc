import { bytesOf, type Bytes } from '../../sealed/bytes';
import { csvText } from './csv';
import { parquetOf } from './parquet';
import type { Table } from './table';

/** What a view and a list have in common as files. Each is made where its form is asked for. */
export interface InForms {
  readonly table: () => Table;
  /** What the table rests on, in a file that has a place for it. */
  readonly facts: () => Readonly<Record<string, string>>;
  readonly json: () => object;
  readonly markdown: () => string;
}

/** The bytes of a form. */
export function encoded(form: 'csv' | 'parquet' | 'json' | 'md', of: InForms): Bytes {
  switch (form) {
    case 'csv':
      return bytesOf(csvText(of.table()));
    case 'parquet':
      return parquetOf(of.table(), of.facts());
    case 'json':
      return bytesOf(`${JSON.stringify(of.json())}\n`);
    case 'md':
      return bytesOf(of.markdown());
  }
}
