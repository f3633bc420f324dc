import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ExampleChoice } from './ExampleChoice';

const ASSETS = [
  { asset: 'ATOM', name: 'ATOM' },
  { asset: 'USDE', name: 'USDe' },
];
const choice = (asset: string, minute: string): string =>
  renderToStaticMarkup(<ExampleChoice assets={ASSETS} asset={asset} minute={minute} />);

it('offers every asset by its name, the present one chosen', () => {
  const html = choice('USDE', '2025-10-10T21:20Z');
  expect(html).toContain('<option value="ATOM">ATOM</option>');
  expect(html).toContain('<option value="USDE" selected="">USDe</option>');
});

it('shows the present minute as people write it', () => {
  expect(choice('ATOM', '2025-10-10T21:20Z')).toContain('value="2025-10-10 21:20"');
});

it('asks for the page anew with asset and minute, so that the address carries both', () => {
  const html = choice('ATOM', '2025-10-10T21:20Z');
  expect(html).toContain('action="/method"');
  expect([...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['asset', 'minute']);
});
