import { expect, it } from 'vitest';
import { markdownQuoted } from './markdownTable';

it('quotes somebody’s text as itself: no markup, no picture, no link, nothing unseen', () => {
  expect(
    markdownQuoted('![x](http://evil.example/x.png) [click](javascript:x) <script> **b** `c` # & \\ ~~d~~ |'),
  ).toBe(
    '\\!\\[x\\](http://evil.example/x.png) \\[click\\](javascript:x) \\<script\\> \\*\\*b\\*\\* \\`c\\` \\# \\& \\\\ \\~\\~d\\~\\~ \\|',
  );
  expect(markdownQuoted('a\u202Eb')).toBe('a\\[U+202E\\]b');
  expect(markdownQuoted('The low of Kraken was 0.001; it is 3.1.')).toBe('The low of Kraken was 0.001; it is 3.1.');
});
