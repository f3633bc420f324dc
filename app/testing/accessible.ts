import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { createRequire } from 'node:module';

/** The rules that a colour can break; the markup is the same in light and in dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** axe itself, of the version that its builder brings. */
const AXE = (
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core') as {
    readonly source: string;
  }
).source;

/**
 * axe reads the same few colours thousands of times a search, each through a library of colour spaces, which takes a third of its time. What a text
 * was read as is read once.
 */
const COLOURS_READ_ONCE = `;(() => {
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map();
  prototype.parseString = function (text) {
    const found = known.get(text);
    if (found === undefined) {
      parseString.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    } else [this.r, this.g, this.b, this.alpha] = found;
    return this;
  };
})();`;

interface Search {
  /** A selector: this part of the page alone. */
  readonly within?: string;
  readonly rules?: readonly string[];
}

/**
 * The accessibility rules that a page as it stands breaks, of WCAG 2.2 AA and of good practice, as far as a machine can check them: each with the markup
 * that breaks it. axe works in the page itself (its legacy mode), for our pages hold no frames of others; with a page of its own
 * beside it a search takes more than twice as long. It is brought to a page once, and stays: the builder would bring it anew, twice, to each search.
 */
export async function faultsOf(page: Page, { within, rules }: Search = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE + COLOURS_READ_ONCE);
  const axe = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (within !== undefined) axe.include(within);
  if (rules !== undefined) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** The page as it stands breaks no rule: none of all in light, and in dark none of those that a colour can break. */
export async function expectNoFaults(
  page: Page,
  { within, what }: { within?: string; what?: string } = {},
): Promise<void> {
  const root = page.locator('html');
  const part = within === undefined ? {} : { within };
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveClass(/\blight\b/);
  expect(await faultsOf(page, part), what).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveClass(/\bdark\b/);
  expect(await faultsOf(page, { ...part, rules: OF_COLOURS }), what).toEqual([]);
}

/** The same of a page that is opened for it. */
export async function expectAccessible(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoFaults(page);
}
