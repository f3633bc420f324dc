import { expect, type Locator } from '@playwright/test';

/** Resolves once React answers for a part of the page: a key pressed on it before does nothing. */
export const takenOver = (part: Locator): Promise<void> =>
  expect
    .poll(() => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))))
    .toBe(true);
