import { bytesOf, type Bytes } from '../../sealed/bytes';
import { csvPieces } from './csv';
import { parquetOf } from './parquet';
import { bytesOfPieces, jsonPieces } from './pieces';
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
      return bytesOfPieces(csvPieces(of.table()));
    case 'parquet':
      return parquetOf(of.table(), of.facts());
    case 'json':
      return bytesOfPieces(withLineFeed(jsonPieces(of.json())));
    case 'md':
      return bytesOf(of.markdown());
  }
}

function* withLineFeed(pieces: Iterable<string>): Generator<string, void, undefined> {
  yield* pieces;
  yield '\n';
}
