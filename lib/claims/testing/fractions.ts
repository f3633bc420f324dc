/** A number as a fraction: arithmetic of its own, which shares nothing with the decimals it checks. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Of a decimal as JavaScript writes it, with or without an exponent. */
export function fraction(text: string): Fraction {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const [whole = '', behind = ''] = mantissa.split('.');
  const power = Number(exponent) - behind.length;
  const top = BigInt(whole + behind);
  return power >= 0 ? { top: top * 10n ** BigInt(power), bottom: 1n } : { top, bottom: 10n ** BigInt(-power) };
}
export const sum = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const product = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
export const over = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom, bottom: a.bottom * b.top });
export const less = ({ top, bottom }: Fraction): Fraction => ({ top: -top, bottom });
export const NOTHING: Fraction = { top: 0n, bottom: 1n };

/** To the cent, halves away from zero. */
export function cents({ top, bottom }: Fraction): string {
  const size = top < 0n ? -top : top;
  const whole = (size * 100n + bottom / 2n) / bottom;
  const text = whole.toString().padStart(3, '0');
  return `${top < 0n && whole > 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
