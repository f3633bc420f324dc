import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

// Text of venues, files and addresses is shown as text: React writes it so, and what is written by hand writes text nodes.

const ROOT = path.join(import.meta.dirname, '..', '..');
const BY_HAND =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)\b|\bdocument\.write/;
const BY_REACT = /\bdangerouslySetInnerHTML\b/;

/** Drawings of our own, made on the server by lib/charts, which escapes; the theme's script; and what is left as it is. */
const OUR_OWN = [
  'app/layout.tsx',
  'components/audit/CurveFigure.tsx',
  'components/chart/DrawnChart.tsx',
  'components/compare/SpreadFigure.tsx',
  'components/events/EventChart.tsx',
  'components/later/Still.tsx',
  'components/overview/Hero.tsx',
];

const files = ['app', 'components', 'lib/client', 'lib/charts']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.posix.join(folder, ...name.split(path.sep)),
    ),
  )
  .filter((file) => /[.]tsx?$/.test(file) && !/[.](?:test|spec|itest)[.]tsx?$|\/testing\//.test(file));
const those = (forbidden: RegExp): readonly string[] =>
  files.filter((file) => forbidden.test(readFileSync(path.join(ROOT, file), 'utf8'))).sort();

it('no text is set as markup, but drawings and a script of our own', () => {
  expect(files).toContain('components/chart/crosshairTable.ts');
  expect(those(BY_HAND)).toEqual([]);
  expect(those(BY_REACT)).toEqual(OUR_OWN);
});
