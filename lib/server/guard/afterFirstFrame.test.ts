import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFirstFrame, BEGIN_SCRIPTS } from './afterFirstFrame';
import { inlineScriptSources } from './inlineScripts';

const later = (html: string): string => afterFirstFrame(Buffer.from(html)).toString();
const run = (source: string): string => `<script src="${source}" async=""></script>`;
const hint = (source: string): string => `<link rel="preload" as="script" fetchPriority="low" href="${source}"/>`;

const begin = (...sources: string[]): string => `<script data-sources="${sources.join(' ')}">${BEGIN_SCRIPTS}</script>`;

describe('the scripts of a page', () => {
  it('are named at the end of its head, in their order, once each', () => {
    const [a, b, c] = ['/_next/a.js', '/_next/b.js', '/_next/c.js'] as const;
    expect(later(`<head>${hint(c)}${run(a)}${run(b)}</head><body>0.001 한국${run(c)}${run(a)}</body>`)).toBe(
      `<head>${begin(c, a, b)}</head><body>0.001 한국</body>`,
    );
  });

  it('leave alone what is not to run at once, what comes from elsewhere, and what is written in the page', () => {
    const html = [
      '<head><script src="/_next/old.js" noModule=""></script>',
      '<script src="https://example.org/x.js" async=""></script></head>',
      '<body>&lt;script src="/_next/a.js" async=""&gt;<script>(self.__next_f=self.__next_f||[]).push([0])</script></body>',
    ].join('');
    expect(later(html)).toBe(html);
  });

  it('change no other byte of the page', () => {
    const piece = fc.constantFrom('<p>', 'é한𝒳', '�', run('/_next/a.js'), hint('/_next/b.js'), '</head>', '"', '$&');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = pieces.join('');
        const without = (text: string): string =>
          [run('/_next/a.js'), hint('/_next/b.js')]
            .reduce((rest, one) => rest.replaceAll(one, ''), text)
            .replace(/<script data-sources=.*<\/script>/, '');
        expect(without(later(html))).toBe(without(html));
      }),
    );
  });

  it('are begun by a script that the policy of the page lets through', () => {
    expect(inlineScriptSources(Buffer.from(`<script>${BEGIN_SCRIPTS}</script>`))).toHaveLength(1);
  });
});
