/** Said alike in every language. */
export const PRODUCT = 'Plumbline';
/** The mark of candles that no exchange published: always in these letters, so that nobody has to read a language to see it. */
export const SIMULATED = 'SIMULATED';
