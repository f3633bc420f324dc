import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// A reader whose letters are larger has less room. The widths of Tailwind's classes count in letters; a sheet that counted in pixels stood open over the
// chart of one whose letters are twice as large.

it('every width at which a page changes is counted in letters, not in pixels', () => {
  const root = join(import.meta.dirname, '..');
  const sheets = ['app', 'components'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => join(root, folder, file)),
  );
  const widths = sheets.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/@media[^{]*width[^{]*/g)].map(([query]) => `${file}: ${query.trim()}`),
  );
  expect(widths.length).toBeGreaterThan(5);
  expect(widths.filter((query) => /\dpx/.test(query))).toEqual([]);
});
