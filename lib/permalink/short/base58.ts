/** No 0, O, I or l, which are mistaken for each other, and nothing that a sentence might end with. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE = BigInt(ALPHABET.length);

/** Bytes as a number in base 58. The first byte is not 0, so that every one of them counts. */
export function toBase58(bytes: readonly number[]): string {
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; rest > 0n; rest /= BASE) text = `${ALPHABET.charAt(Number(rest % BASE))}${text}`;
  return text;
}

/** undefined where a character is none of the alphabet. */
export function fromBase58(text: string): readonly number[] | undefined {
  let number = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    number = number * BASE + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n));
  return bytes;
}
