import { shippedNature } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { natureText } from '../../evidence/digest';

/** A text of a digest, and whether it is by the rules in force here. */
export interface RuledText {
  readonly text: string;
  readonly isByOtherRules: boolean;
}

/**
 * The text of a digest as it is here, and as it would be by other rules over the same candles: by the registry as shipped, without what this instance adds to
 * it; and without the table of alias books. Which other registry somebody else has cannot be guessed.
 */
export function byEachRule(text: string): readonly RuledText[] {
  const others = new Set([shipped(text), withoutAliases(text), withoutAliases(shipped(text))]);
  others.delete(text);
  return [{ text, isByOtherRules: false }, ...[...others].map((other) => ({ text: other, isByOtherRules: true }))];
}

const shipped = (text: string): string =>
  text.replace(
    /^nature (\S+) .*$/gm,
    (_, code: string) => `nature ${code} ${natureText(shippedNature(code as Asset))}`,
  );

const withoutAliases = (text: string): string => text.replace(/^alias .*\n/gm, '');
