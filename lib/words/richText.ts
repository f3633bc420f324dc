/**
 * Text with markup inside, as plain data: words write it, a page renders it. A sentence stays whole, so that another
 * language may put its figures, links and emphasis in another order.
 */
export type RichText = string | readonly Part[];

/** `below` and `above`: a bold figure in the colour of its side. */
export type Mark = 'strong' | 'em' | 'b' | 'var' | 'code' | 'below' | 'above';

export type Part =
  | string
  | { readonly mark: Mark; readonly of: RichText }
  /** A figure rounded for reading; the page carries the number in full beside it. */
  | { readonly figure: number; readonly text: string }
  /** In the place of a figure: why there is none. */
  | { readonly missing: string }
  | { readonly href: string; readonly of: RichText };

/** A paragraph, or a list. */
export type Block = RichText | { readonly ordered: boolean; readonly items: readonly RichText[] };

/** text`A price quoted in ${variable('Q')} is multiplied by a rate.` Empty pieces are left out. */
export function text(strings: TemplateStringsArray, ...between: readonly (Part | RichText)[]): readonly Part[] {
  return strings.flatMap((string, i) => [string, ...partsOf(between[i] ?? '')]).filter((part) => part !== '');
}

const partsOf = (of: Part | RichText): readonly Part[] => (typeof of === 'object' && 'length' in of ? of : [of]);

const marked =
  (mark: Mark) =>
  (of: RichText): Part => ({ mark, of });

export const strong = marked('strong');
export const em = marked('em');
export const bold = marked('b');
/** A variable of a formula: T, v. */
export const variable = marked('var');
/** A name as addresses and files write it. */
export const code = marked('code');
/** A bold figure in the colour of its side, plain bold where it is 0. */
export const sided = (ratio: number, of: RichText): Part => ({
  mark: ratio < 0 ? 'below' : ratio > 0 ? 'above' : 'b',
  of,
});

export const link = (href: string, of: RichText): Part => ({ href, of });

/** A figure as `format` rounds it; `missing` where there is none. */
export const figure = (value: number | null, format: (value: number) => string, missing: string): Part =>
  value === null ? { missing } : { figure: value, text: format(value) };

/** The same without its markup: for labels, and for what a test reads. */
export function plainText(of: RichText): string {
  if (typeof of === 'string') return of;
  return of
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('missing' in part) return part.missing;
      return 'text' in part ? part.text : plainText(part.of);
    })
    .join('');
}

/** The same with its plain text, which bears no mark of its own, as `said` says it. */
export const plainParts = (of: RichText, said: (plain: string) => string): RichText =>
  typeof of === 'string' ? said(of) : of.map((part) => (typeof part === 'string' ? said(part) : part));

export const isList = (block: Block): block is Extract<Block, { readonly items: unknown }> =>
  typeof block === 'object' && 'items' in block;
