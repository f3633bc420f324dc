import { expect, type Page } from '@playwright/test';

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

export interface Seen {
  /** What the page's policy forbade, as the browser tells it. */
  readonly forbidden: string[];
  /** Asked of anybody but us. */
  readonly elsewhere: string[];
}

export async function watched(page: Page): Promise<Seen> {
  const seen: Seen = { forbidden: [], elsewhere: [] };
  await page.exposeFunction('forbiddenHere', (text: string) => seen.forbidden.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      (globalThis as unknown as { forbiddenHere: (text: string) => void }).forbiddenHere(
        `${effectiveDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  // A violation before any script of ours, or in a worker, stands in the console alone.
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy/i.test(message.text())) seen.forbidden.push(message.text());
  });
  const own = new URL(address('/')).origin;
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== own) seen.elsewhere.push(request.url());
  });
  return seen;
}

/** The page's headers allow no script but those they name. */
export async function openWithPolicy(page: Page, path: string): Promise<void> {
  const response = await page.goto(address(path));
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self'( 'sha256-[\w+/]{43}=')+;/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  // The page's scripts have run when its own theme and its controls have come to life.
  await expect(page.locator('html')).toHaveClass(/\b(light|dark)\b/);
}

/** The same, and all that the page does until it rests stays within them. */
export async function expectWithinPolicy(page: Page, seen: Seen, path: string): Promise<void> {
  await openWithPolicy(page, path);
  await expectRestWithinPolicy(page, seen);
}

export async function expectRestWithinPolicy(page: Page, seen: Seen): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(seen).toEqual({ forbidden: [], elsewhere: [] });
}
