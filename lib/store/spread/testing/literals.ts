import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { SPREAD_TABLES } from '../tables';

const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..');

/** A statement as it stands in the code. */
export interface Literal {
  /** File and line. */
  readonly at: string;
  /** What it is once everything in it is filled in. */
  readonly pattern: RegExp;
}

const VERB = /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|TRUNCATE|COPY)\b/;
/** Stands for what is filled in. */
const HOLE = '\u0001';
/** A table that may be spread, or one that is filled in. */
const TABLE = new RegExp(`\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|USING) (?:(?:${SPREAD_TABLES.join('|')})\\b|${HOLE})`);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The statements in a text of TypeScript that name a table which may be spread, or leave the table to be filled in. */
export function literalsIn(file: string, text: string): readonly Literal[] {
  const found: Literal[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const look = (node: ts.Node): void => {
    const parts = partsOf(node);
    if (parts !== undefined && VERB.test(parts.join(HOLE)) && TABLE.test(parts.join(HOLE).replaceAll(/\s+/g, ' '))) {
      const words = parts.map((part) =>
        part
          .split(/\s+/)
          .map(escaped)
          .join(String.raw`\s+`),
      );
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ at: `${file}:${String(line + 1)}`, pattern: new RegExp(words.join(String.raw`[\s\S]*`)) });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** The fixed parts of a text. */
function partsOf(node: ts.Node): readonly string[] | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return undefined;
}

const IS_PRODUCT = /^(?:lib|app)\/.*\.tsx?$/;
const IS_OTHER = /\.(?:i?test|spec)\.tsx?$|\/testing\/|^lib\/(?:bench|torture|store\/generated|cli\/checkReal)\//;

/** Those of the whole product. */
export const literals = (): readonly Literal[] =>
  ['lib', 'app']
    .flatMap((room) =>
      readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(room, ...file.split(path.sep)),
      ),
    )
    .filter((file) => IS_PRODUCT.test(file) && !IS_OTHER.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      return VERB.test(text) ? literalsIn(file, text) : [];
    });
