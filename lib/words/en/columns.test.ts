import { expect, it } from 'vitest';
import type { ColumnsFlaw } from '../../api/columns/bytes';
import { columnsFlaw } from './columns';

it.each<readonly [ColumnsFlaw, string]>([
  [{ kind: 'not-columns' }, 'these are no columns'],
  [{ kind: 'version', version: 2 }, 'its columns are of version 2, which this page does not know'],
  [{ kind: 'length', said: 900, came: 700 }, 'its columns are 700 bytes long and say 900'],
  [{ kind: 'checksum' }, 'its columns were altered on the way: their checksum is another'],
  [{ kind: 'content', part: 'close' }, 'its columns do not fit together (close)'],
])('columns that are %o', (flaw, words) => {
  expect(columnsFlaw(flaw)).toBe(words);
});
