/**
 * Compares for `sort`: the lesser number first, or the text whose code units come first, on every machine alike. 0 for equals, so that
 * what compares equal keeps its order. Infinities compare like other numbers; NaN has no place and must not be passed.
 */
export const ascending = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
