import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** What is a program of its own, or serves tests and benchmarks: no page and no server carries it. */
const APART = /\.(test|itest|spec)\.tsx?$|(^|\/)(testing|generated|golden|bench|launch|fuzz|torture|cli)\//;
const MODULES = ['app', 'components', 'lib', 'proxy.ts', 'instrumentation.ts'].flatMap((place) =>
  place.endsWith('.ts')
    ? [place]
    : readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
        .map((file) => [place, ...file.split(sep)].join('/'))
        .filter((file) => /\.tsx?$/.test(file) && !APART.test(file)),
);

/** A statement that stands by itself and does something; our formatter begins it at the line's beginning. */
const DOES = /^(?:void |await |if \(|for \(|while \(|try |globalThis\b|[\w$]+(?:\.[\w$]+)*\()/m;
/** Imported for what it does, not for what it gives. */
const forItsEffect = (source: string): readonly string[] =>
  [...source.matchAll(/^import\s+['"]([^'"]+)['"]/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]));

const { sideEffects } = JSON.parse(read('package.json')) as { readonly sideEffects: readonly string[] };

// What package.json does not name there is left out of a page that uses nothing of it, and what such a module did is not done.
describe('package.json names what does something when it is imported', () => {
  it('each module whose statements do something, and no other', () => {
    const found = MODULES.filter((file) => DOES.test(read(file))).map((file) => `./${file}`);
    expect(sideEffects.filter((name) => name !== '**/*.css')).toEqual(found.sort());
  });

  it('styles, and no module is imported for what it does alone', () => {
    expect(sideEffects).toContain('**/*.css');
    const imported = MODULES.flatMap((file) => forItsEffect(read(file)));
    expect(imported.filter((name) => !name.endsWith('.css'))).toEqual([]);
    // The search finds what it looks for.
    expect(imported).toContain('./globals.css');
  });
});
