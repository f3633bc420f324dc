import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');

/** What Postgres has only since the version named (its release notes, appendix E): 14 is the oldest that is promised. */
const NEWER: readonly (readonly [since: number, what: RegExp])[] = [
  [15, /\bMERGE\s+INTO\b/i],
  [15, /\bNULLS\s+(NOT\s+)?DISTINCT\b/i],
  [15, /\bregexp_(count|instr|like|substr)\s*\(/i],
  [15, /\bsecurity_invoker\b/i],
  // Of ranges it is older, of multiranges not: they are unnested before.
  [15, /\brange_agg\s*\((?!span\))/i],
  [16, /\bany_value\s*\(/i],
  [16, /\b(array_sample|array_shuffle|random_normal|date_add|date_subtract|pg_input_is_valid)\s*\(/i],
  [16, /\b(JSON_ARRAYAGG|JSON_OBJECTAGG|IS\s+JSON)\b/i],
  [17, /\b(JSON_TABLE|JSON_EXISTS|JSON_QUERY|JSON_VALUE|to_bin|to_oct)\s*\(/i],
  [17, /\btransaction_timeout\b/i],
  [18, /\b(uuidv7|casefold|crc32c|array_sort)\s*\(/i],
  [18, /\bRETURNING\s+(WITH\s*\(|(old|new)\.)/i],
];

const newerIn = (text: string): readonly string[] =>
  NEWER.flatMap(([since, what]) => {
    const found = what.exec(text)?.[0];
    return found === undefined ? [] : [`${String(since)}: ${found}`];
  });

/** Texts of SQL: in the migrations, and between backticks or quotes in the code. */
function statements(): readonly { readonly file: string; readonly text: string }[] {
  const filesIn = (folder: string, ending: string): readonly string[] =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => path.join(folder, file));
  const code = [...filesIn('lib/store', '.ts'), ...filesIn('lib/server', '.ts')].filter(
    (file) => !/\.i?test\.ts$|testing|generated/.test(file),
  );
  const ofCode = code.flatMap((file) =>
    [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/`[^`]*`|'[^'\n]*'|"[^"\n]*"/g)]
      .map(([text]) => text)
      .filter((text) => /\b(SELECT|INSERT|UPDATE|DELETE|ALTER|CREATE|MERGE)\b/.test(text))
      .map((text) => ({ file, text })),
  );
  const migrations = filesIn('prisma/migrations', '.sql').map((file) => ({
    file,
    text: readFileSync(path.join(ROOT, file), 'utf8').replace(/--.*$/gm, ''),
  }));
  return [...ofCode, ...migrations];
}

describe('the oldest Postgres', () => {
  it('has what every statement of the code and the migrations asks for', () => {
    const all = statements();
    expect(all.length).toBeGreaterThan(60);
    expect(all.flatMap(({ file, text }) => newerIn(text).map((what) => `${file}: ${what}`))).toEqual([]);
  });

  it.each([
    ['MERGE INTO a USING b ON true WHEN MATCHED THEN DELETE', '15: MERGE INTO'],
    ['CREATE UNIQUE INDEX i ON a (b) NULLS NOT DISTINCT', '15: NULLS NOT DISTINCT'],
    ['SELECT range_agg(b.answered * $1) FROM stored_book b', '15: range_agg('],
    ['SELECT any_value(a) FROM b', '16: any_value('],
    ['UPDATE a SET b = 1 RETURNING old.b', '18: RETURNING old.'],
  ])('does not have %s', (statement, what) => {
    expect(newerIn(statement)).toEqual([what]);
  });
});
