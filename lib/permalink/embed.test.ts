import { describe, expect, it } from 'vitest';
import { embedThemeOf, withoutTheme } from './embed';

describe('the address of an embedded page', () => {
  it('says what it is light or dark by, and by nothing else', () => {
    const theme = (path: string, query = ''): unknown => embedThemeOf(path, query);
    expect(theme('/embed/ATOM', 'theme=dark')).toBe('dark');
    expect(theme('/embed/ATOM', 'theme=light&v=3')).toBe('light');
    expect(theme('/embed/ATOM')).toBe('system');
    expect(theme('/embed/ATOM', 'theme=purple')).toBe('system');
    for (const other of ['/ATOM', '/embedded/ATOM', '/', '/%E0%A4%A'])
      expect(theme(other, 'theme=dark')).toBeUndefined();
  });

  it('leaves the fields of the view to the view', () => {
    expect(withoutTheme(new URLSearchParams('v=3&theme=dark&from=x')).toString()).toBe('v=3&from=x');
  });
});
