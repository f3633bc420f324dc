import type { ReactElement } from 'react';
import { beforeEach, expect, it, vi, type Mock } from 'vitest';
import { ThemeSwitch } from './ThemeSwitch';

interface Theme {
  /** undefined before the browser has said. */
  resolvedTheme: string | undefined;
  readonly setTheme: Mock<(to: string) => void>;
}
const theme = vi.hoisted((): Theme => ({ resolvedTheme: 'light', setTheme: vi.fn() }));
vi.mock('next-themes', () => ({ useTheme: () => theme }));

beforeEach(() => {
  theme.setTheme.mockClear();
});

it.each([
  ['light', 'dark'],
  ['dark', 'light'],
  [undefined, 'dark'],
])('from %s switches to %s', (from, to) => {
  theme.resolvedTheme = from;
  const button = ThemeSwitch() as ReactElement<{ readonly onClick: () => void }>;
  button.props.onClick();
  expect(theme.setTheme.mock.calls).toEqual([[to]]);
});
