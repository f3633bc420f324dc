import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script, createContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { makeModulesEager, withEagerModules } from './eagerModules.mjs';

const STATEMENTS = 't.low+=e.i(7);'.repeat(200);
/** Minified as the build does it. V8 took bracketed arrows for called ones later than bracketed functions. */
const SCRIPT = `(globalThis.TURBOPACK||(globalThis.TURBOPACK=[])).push(["object"==typeof document?document.currentScript:void 0,913,e=>{e.s(["low",0,3.1])},914,(e,t,n)=>{t.exports=[n,e]},916,915,function(e,t){${STATEMENTS}}]);`;

/** What a browser keeps of a script that was read and not yet run: its compiled functions. */
const compiledBytes = (script: string): number => new Script(script).createCachedData().length;

/** What a script pushes, functions as text. */
const pushed = (script: string): string[] => {
  const context = createContext({});
  new Script(script).runInContext(context);
  return (context.TURBOPACK as unknown[][]).flat().map(String);
};

describe('the modules of a script of the build', () => {
  it('are compiled with the script, before anything of it is called', () => {
    expect(compiledBytes(withEagerModules(SCRIPT))).toBeGreaterThan(compiledBytes(SCRIPT) + STATEMENTS.length);
  });

  it('are the same functions under the same names', () => {
    expect(pushed(SCRIPT)).toHaveLength(8);
    expect(pushed(withEagerModules(SCRIPT))).toEqual(pushed(SCRIPT));
  });

  it.each([
    ['the runtime', '(()=>{let e=[];globalThis.TURBOPACK={push:t=>e.push(t)}})();'],
    ['a statement', 'var price=[e=>e];'],
    ['nothing', ''],
  ])('of another shape, %s, stay as they are', (_, script) => {
    expect(withEagerModules(script)).toBe(script);
  });

  it('are so in each script of a folder, however deep; styles are left alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline built '));
    try {
      mkdirSync(join(folder, 'chunks'));
      writeFileSync(join(folder, 'chunks', 'a1.js'), SCRIPT);
      writeFileSync(join(folder, 'chunks', 'a1.css'), 'p{color:#000}');
      await makeModulesEager(folder);
      expect(readFileSync(join(folder, 'chunks', 'a1.js'), 'utf8')).toBe(withEagerModules(SCRIPT));
      expect(readFileSync(join(folder, 'chunks', 'a1.css'), 'utf8')).toBe('p{color:#000}');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
