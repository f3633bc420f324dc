/** A number of sixteen digits and more, or one with an exponent, outside quotes. */
const LONG_NUMBER = /[[{,:\s]-?(?:\d{16}|\d[\d.]*[eE])/;

/** Whether a JSON text may hold a whole number that a double does not: true for every text that does, and for few others. */
export const mayHoldLongNumber = (text: string): boolean => LONG_NUMBER.test(text);
