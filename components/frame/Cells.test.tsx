import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Deviation, Figure, MarketSource, reasonOr, Recovery, SourceName, VenueKind, VenueMarket } from './Cells';
import { PeerCount } from './PeerCount';

const html = (node: ReactNode): string => renderToStaticMarkup(node);
const read = (node: ReactNode): string =>
  html(node)
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00A0', ' ');

describe('a cell', () => {
  it('has words in the place of a number that is missing, never 0', () => {
    expect(html(<Figure value={null} format={String} missing="no trade" />)).toBe('<span class="hole">no trade</span>');
    expect(html(<Figure value={0} format={String} missing="no trade" />)).toBe('0');
    expect(html(<Deviation ratio={null} missing="too few peers" />)).toBe('<span class="hole">too few peers</span>');
    expect(html(<Recovery minutes={null} />)).toContain('class="hole"');
  });

  it.each([
    ['below, from its level on', <Deviation key="1" ratio={-0.02} missing="" level={0.02} />, 'text-below'],
    ['above, from its level on', <Deviation key="2" ratio={0.02} missing="" level={0.02} />, 'text-above'],
    ['quiet within its level', <Deviation key="3" ratio={-0.0199} missing="" level={0.02} />, 'text-ink-2'],
    ['quiet where it rounds to nothing', <Deviation key="4" ratio={-0.00001} missing="" />, 'text-ink-2'],
    ['quiet at 0', <Deviation key="5" ratio={0} missing="" />, 'text-ink-2'],
  ])('colours a deviation by its side: %s', (_, cell, colour) => {
    expect(html(cell)).toContain(colour);
  });

  it.each([
    [<VenueMarket key="1" venue="okx" market="ATOM/USDT" kind="spot" />, 'OKX ATOM/USDT'],
    [<VenueMarket key="2" venue="bybit" market="ATOM/USDT" kind="perp" />, 'Bybit ATOM/USDT perpetual'],
    [<VenueKind key="3" venue="bybit" kind="mark" />, 'Bybit mark price'],
    [<VenueKind key="4" venue="cryptocom" kind="spot" />, 'Crypto.com'],
    [<MarketSource key="5" market="ATOM/USDT" kind="spot" source="archive" />, 'ATOM/USDT official archive'],
    [<SourceName key="6" source="rest" />, 'REST klines'],
    [<SourceName key="7" source="simulated-archive" />, 'SIMULATED official archive'],
    [<PeerCount key="8" peers={2} />, '2 weak'],
    [<PeerCount key="9" peers={3} />, '3 fair'],
    [<PeerCount key="10" peers={5} />, '5 strong'],
    [<PeerCount key="13" peers={0} reference="peg" />, '0'],
    [<PeerCount key="14" peers={1} reference="venue" />, '1'],
    [<PeerCount key="15" peers={2} reference="wrapped" />, '2 weak'],
    [<Recovery key="11" minutes={0} />, 'same minute'],
    [<Recovery key="12" minutes={65} />, '1 h 05 min'],
  ])('names what it shows as people do', (cell, words) => {
    expect(read(cell)).toBe(words);
  });

  it('stamps what the simulator made', () => {
    expect(html(<SourceName source="simulated" />)).toContain('<strong');
  });

  it('marks a weak reference in sight', () => {
    expect(html(<PeerCount peers={2} />)).toContain('text-caution');
    expect(html(<PeerCount peers={3} />)).not.toContain('text-caution');
  });

  it.each([
    ['no-trade', 'no trade'],
    [null, 'not measured'],
  ] as const)('says why a minute is missing: %s', (why, words) => {
    expect(reasonOr(why, 'not measured')).toBe(words);
  });
});
