import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OTHER_ROUTE, ROUTES, routeOf } from './route';

const APP = path.join(import.meta.dirname, '..', '..', '..', 'app');

/** The template of each page and route of the app, as its folders name it. */
const templates = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
  .map((file) => `/${file.replace(/\/?[^/]+$/, '')}`);

const SAMPLES: Readonly<Record<string, string>> = {
  '[asset]': 'ATOM',
  '[minute]': '2025-10-10T21:20Z',
  '[event]': '2025-10-10',
  '[venue]': 'binance',
  '[sha256]': 'ab'.repeat(32),
  '[...path]': 'ATOM/2025-10-10T21:20Z',
};
const sampleOf = (template: string): string => template.replace(/\[[^\]]+\]/g, (name) => SAMPLES[name] ?? name);

describe('the route of an address', () => {
  it.each(templates)('of the app is its own: %s', (template) => {
    expect(routeOf(sampleOf(template))).toBe(template);
    expect(routeOf(`${sampleOf(template)}?from=2025-10-10T20:00Z`)).toBe(template);
  });

  it.each([
    ['/ATOM.png?theme=dark', '/[view].png'],
    ['/ATOM/2025-10-10T21:20Z.csv', '/[view].csv'],
    ['/lows.md?from=x', '/[list].md'],
    ['/events/2025-10-10.json', '/[list].json'],
    ['/-/3Xk9', '/-/[code]'],
    ['/_next/static/chunks/a.js', '/_next'],
    ['/api/v2/anything', '/api/[...path]'],
    ['/wp-login.php', OTHER_ROUTE],
    ['/a/b/c', OTHER_ROUTE],
    ['*', OTHER_ROUTE],
    ['', OTHER_ROUTE],
  ])('%s is %s', (url, route) => {
    expect(routeOf(url)).toBe(route);
  });

  it('is one of a fixed number, whatever is asked for', () => {
    const known = new Set(ROUTES);
    expect(known.size).toBeLessThan(80);
    const segment = fc.oneof(
      fc.constantFrom(
        'api',
        'v1',
        'charts',
        'lists',
        'events',
        'venues',
        'embed',
        '-',
        '_next',
        'ATOM',
        'ATOM.png',
        '..',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), fc.string({ maxLength: 8 }), (segments, query) => {
        expect(known).toContain(routeOf(`/${segments.join('/')}?${query}`));
      }),
      { numRuns: 10_000 },
    );
  });
});
