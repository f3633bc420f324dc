import { SIMULATED_NOTICE } from '../simulated';

/** The lines of an answer as one text; the first of simulated prices says so. */
export const answerText = (simulated: boolean, lines: readonly string[]): string =>
  [...(simulated ? [SIMULATED_NOTICE] : []), ...lines].map((line) => `${line}\n`).join('');

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
