import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES } from './photographed.mjs';

/** `[asset]/[minute]`; of the front page `.`. A name comes before what stands for any name, as the router takes them. */
const ROUTES = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => dirname(file))
  .sort((a, b) => Number(a.startsWith('[')) - Number(b.startsWith('[')));

function routeOf(path: string): string | undefined {
  const [, asked = ''] = /^\/([^?]*)/.exec(path) ?? [];
  return ROUTES.find((route) =>
    new RegExp(
      `^${route
        .replace(/^\.$/, '')
        .replace('[...path]', '.+')
        .replaceAll(/\[\w+\]/g, '[^/]+')}$`,
    ).test(asked),
  );
}

it('every page of the app is photographed, once', () => {
  expect(ROUTES.length).toBeGreaterThan(20);
  expect(Object.values(PAGES).map(routeOf).sort()).toEqual([...ROUTES].sort());
});
