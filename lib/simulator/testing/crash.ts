import { crashScenario } from '../crash/scenario';
import type { Scenario } from '../scenario';

let made: Scenario | undefined;

/** The rehearsal's scenario, made once for all tests of a thread: nobody changes it, and its candles take seconds. */
export const crash = (): Scenario => (made ??= crashScenario());
