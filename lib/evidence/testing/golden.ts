import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a drawing with the committed one of that name in a folder called golden. Where they differ, what was drawn is written
 * beside it as NAME.drawn.svg, to be looked at; `npm run golden` accepts it in the golden's place.
 */
export function expectGolden(folder: string, name: string, svg: string): void {
  const [golden, drawn] = [join(folder, `${name}.svg`), join(folder, `${name}.drawn.svg`)];
  const text = `${svg}\n`;
  const isSame = existsSync(golden) && readFileSync(golden, 'utf8') === text;
  if (isSame) rmSync(drawn, { force: true });
  else writeFileSync(drawn, text);
  expect(isSame, `${name} is drawn differently: compare ${drawn} with ${golden}; npm run golden accepts it`).toBe(true);
}
