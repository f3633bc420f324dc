import { METHOD_VERSION } from '../../../domain/method';
import { digestOfText } from '../../../evidence/digest';
import { sha256 } from '../../../evidence/sha256';
import { listPath, type ListView } from '../../../permalink/lists';
import { listText, type ListRows } from '../../../sealed/listText';
import type { ListDigest, NamedRows, ShownList } from './shown';

/**
 * The digest of a list (docs/digest.md): of its address and its figures, whatever the language. The answer's words, its notes, are left out; a hash
 * over all else vouches for what stands in no row.
 */
export function listDigest(list: ListView, { answer, rows }: Pick<ShownList, 'answer' | 'rows'>): ListDigest {
  const digestText = listText({
    address: listPath(list),
    method: METHOD_VERSION,
    simulated: answer.simulated,
    figures: sha256(JSON.stringify({ ...answer, notes: undefined })),
    tables: rows().map(rowsOf),
  });
  return { digest: digestOfText(digestText), digestText };
}

/** What names a row comes first. That prices are simulated, the text says once. */
function rowsOf({ name, keys, table }: NamedRows): ListRows {
  const columns = [
    ...keys.map((key) => table.find((column) => column.name === key)),
    ...table.filter((column) => !keys.includes(column.name) && column.name !== 'simulated'),
  ].filter((column) => column !== undefined);
  const [first] = columns;
  return {
    name,
    keys: keys.length,
    columns: columns.map((column) => column.name),
    rows: (first?.values ?? []).map((_, i) => columns.map(({ values }) => values[i] ?? null)),
  };
}
