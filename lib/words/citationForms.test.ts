import { describe, expect, it } from 'vitest';
import { citationIn, type Cited } from './citationForms';

const cited: Cited = {
  said: 'ATOM traded 99.94 % below 1_000 & more {a} <b> *c* \\d.',
  address: 'https://a.example/ATOM?from=1&to=2',
  title: 'ATOM 2025-10-10 21:20 UTC',
  key: 'plumbline-ATOM-20251010T2120Z',
};

describe('a citation', () => {
  it('as text is what is said and its address', () => {
    expect(citationIn('text', cited)).toBe(`${cited.said} ${cited.address}`);
  });

  it('as Markdown has no markup but its link', () => {
    expect(citationIn('markdown', cited)).toBe(
      'ATOM traded 99.94 % below 1\\_000 \\& more {a} \\<b\\> \\*c\\* \\\\d. <https://a.example/ATOM?from=1&to=2>',
    );
  });

  it('as BibTeX keeps every sign that TeX reads otherwise', () => {
    expect(citationIn('bibtex', cited)).toBe(
      [
        '@misc{plumbline-ATOM-20251010T2120Z,',
        '  author = {{Plumbline}},',
        '  title = {{ATOM 2025-10-10 21:20 UTC}},',
        '  note = {{ATOM traded 99.94 \\% below 1\\_000 \\& more \\{a\\} <b> *c* \\textbackslash{}d.}},',
        '  url = {https://a.example/ATOM?from=1&to=2}',
        '}',
      ].join('\n'),
    );
  });

  it('as HTML is text and a link', () => {
    expect(citationIn('html', cited)).toBe(
      '<p>ATOM traded 99.94 % below 1_000 &amp; more {a} &lt;b&gt; *c* \\d. <a href="https://a.example/ATOM?from=1&amp;to=2">https://a.example/ATOM?from=1&amp;to=2</a></p>',
    );
  });
});
