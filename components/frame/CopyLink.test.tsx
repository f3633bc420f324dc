import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOfCode, codeIn } from '@/lib/permalink/short/short';
import { CopyButton, copied, CopyLink, linkIn, shortLinkIn, type CopyOutcome } from './CopyLink';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser whose clipboard does this with what it is given. */
function clipboard(writeText: (text: string) => Promise<void>): void {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
}
const button = (outcome: CopyOutcome | undefined): string =>
  renderToStaticMarkup(<CopyButton form="whole" outcome={outcome} onPress={() => undefined} />);

describe('the button that copies the address', () => {
  it('puts the whole address on the clipboard', async () => {
    const written: string[] = [];
    clipboard((text) => {
      written.push(text);
      return Promise.resolve();
    });
    expect(await copied('http://localhost/ATOM?from=a')).toBe('copied');
    expect(written).toEqual(['http://localhost/ATOM?from=a']);
  });

  it('copies the short address where it is asked for, and the whole one where no short one stands for it', async () => {
    const place = {
      origin: 'https://plumbline.example',
      pathname: '/ATOM',
      search: '?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z',
      hash: '',
    };
    const short = await shortLinkIn(place);
    expect(short.length).toBeLessThan(linkIn(place).length);
    expect(addressOfCode(codeIn(new URL(short).pathname) ?? '')).toBe(`${place.pathname}${place.search}`);
    expect(await shortLinkIn({ ...place, search: '?bogus=1' })).toBe('https://plumbline.example/ATOM?bogus=1');
  });

  it('asks for the clipboard while the press is handled, though the address is still being made: Safari refuses it later', async () => {
    const promised: Promise<Blob>[] = [];
    vi.stubGlobal('ClipboardItem', function item(types: Readonly<Record<string, Promise<Blob>>>) {
      promised.push(...Object.values(types));
    });
    vi.stubGlobal('navigator', { clipboard: { write: () => Promise.resolve() } });
    const outcome = copied(Promise.resolve('http://localhost/~short'));
    expect(promised).toHaveLength(1);
    expect(await outcome).toBe('copied');
    expect(await (await promised[0])?.text()).toBe('http://localhost/~short');
  });

  it('knows when the browser forbids it', async () => {
    clipboard(() => Promise.reject(new Error('NotAllowedError')));
    expect(await copied('http://localhost/')).toBe('refused');
  });

  it('knows when the browser has no clipboard at all, as without a secure connection', async () => {
    vi.stubGlobal('navigator', {});
    expect(await copied('http://localhost/')).toBe('refused');
  });

  it.each([
    [true, 'copied'],
    [false, 'refused'],
  ])('copies what is selected where the browser has no clipboard: %s', async (isCopied, outcome) => {
    const [field, asked] = [{ value: '', style: {}, select: () => undefined, remove: vi.fn() }, vi.fn(() => isCopied)];
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('document', {
      createElement: () => field,
      body: { append: () => undefined },
      activeElement: null,
      execCommand: asked,
    });
    expect(await copied(Promise.resolve('http://192.168.0.2/~short'))).toBe(outcome);
    expect(field.value).toBe('http://192.168.0.2/~short');
    expect(asked).toHaveBeenCalledExactlyOnceWith('copy');
    expect(field.remove).toHaveBeenCalledOnce();
  });

  it('says nothing before it is pressed', () => {
    expect(renderToStaticMarkup(<CopyLink />)).toContain('<span role="status" class="sr-only"></span>');
    expect(renderToStaticMarkup(<CopyLink />)).toContain('Copy link');
  });

  it('says that it copied, aloud too', () => {
    expect(button('copied').match(/Link copied/g)).toHaveLength(2);
  });

  it('says in sight how to copy by hand, and goes on offering to', () => {
    const html = button('refused');
    expect(html).toContain('Copy link');
    expect(html).toMatch(/<span role="status" class="[^"]*text-caution">This browser does not allow copying\./);
  });
});
