import { describe, expect, it } from 'vitest';
import {
  controls,
  blocChoice,
  drawAsLine,
  highlightVenue,
  marketChoices,
  offerWords,
  peersChoice,
  windowBar,
} from './assetControls';
import { falls, headline, marketsTable, provenance, zoomLine } from './assetPage';
import { calendar, rangeWords, replies, requestedWords } from './coveragePage';
import { episodeHeads, episodeHints, episodesTable } from './episodesTable';
import { asOfNotice, tableLabel } from './frame';
import { interactiveChart } from './interactiveChart';
import { minuteCandles, minuteDeviations, minuteHead } from './minutePage';
import { assetPageWords, minutePageWords } from './previews';
import { errorWords } from './problems';
import { onlySide, orMore, rankedHeads, rankWords, scanFound, scanReferenceWords, scanWithin } from './scanPage';
import { orderOfEvents, scorecardHeads, scorecards } from './scorecards';
import { stampedTitle } from './site';
import { coverageHead } from './coveragePage';
import { longerCandles, newestOf, revisedCandles, revisionsHead, sourcePairs, worstOf } from './revisionsPage';
import { atMostDays } from './windowFields';
import { plainText } from '../richText';
import { RANKS, SCAN_REFERENCES } from '../../domain/scan';
import { SIDES } from '../../domain/episode';

const RANGE = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

describe('the words of pages', () => {
  it.each([
    [stampedTitle('ATOM'), 'SIMULATED · ATOM'],
    [
      assetPageWords.description('ATOM', RANGE),
      'ATOM across exchanges, 2025-10-10 20:00 to 2025-10-11 00:00 UTC: how far each price strayed from the market, and for how long.',
    ],
    [minutePageWords.title('USDe', '2025-10-10T21:20Z'), 'USDe, 2025-10-10 21:20 UTC'],
    [errorWords.causeInternal(undefined), '), or this is an internal error; see the server log.'],
    [errorWords.causeInternal('123'), '), or this is an internal error; see the server log, entry 123.'],
    [coverageHead.title(undefined), 'Coverage by day'],
    [coverageHead.title('ATOM'), 'ATOM coverage by day'],
    [revisionsHead.title('ATOM'), 'ATOM: revisions and source differences'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  it.each([
    [{ found: 1, assets: 1, shown: 1 }, '1', 'episode in the one asset with data.'],
    [{ found: 0, assets: 9, shown: 0 }, '0', 'episodes among the 9 assets with data.'],
    [
      { found: 1_234, assets: 9, shown: 200 },
      '1,234',
      'episodes among the 9 assets with data. The first 200 are shown; the JSON answer takes a higher limit.',
    ],
  ])('%j: %s %s', (figures, found, rest) => {
    expect(scanFound(figures)).toEqual({ found, rest });
  });
});

const [FROM, TO] = ['2025-10-10T20:00Z', '2025-10-11T00:00Z'];

describe('the page of an asset', () => {
  it.each([
    [headline.waiting('ATOM'), 'ATOM across exchanges'],
    [plainText(headline.window('ATOM', FROM, TO, 240)), 'ATOM, 2025-10-10 20:00 to 2025-10-11 00:00 UTC, 4 h'],
    [zoomLine.zoomed(FROM, TO, 240), 'Zoomed to 2025-10-10 20:00 to 2025-10-11 00:00 UTC, 4 h.'],
    [zoomLine.hint(false), 'Choose a minute in the chart to see every venue’s candle.'],
    [
      zoomLine.hint(true),
      'Zoom in and a finer chart loads by itself; choose a place to open the most extreme minute there.',
    ],
    [
      zoomLine.zoomByMouse,
      'Zoom with the slider below the chart, by pinching, or with Ctrl and the mouse wheel; once the chart has the focus, the wheel alone, + and − zoom.',
    ],
    [zoomLine.zoomByFinger, 'Zoom with the slider below the chart, or by pinching.'],
    [zoomLine.open(true), 'Open this window'],
    [zoomLine.open(false), 'Link to this window'],
    [provenance.version(2), 'version 2'],
    [falls.points('−75.87 %'), '−75.87 points'],
    [marketsTable.legsOf(5, ['coinbase', 'kraken', 'okx']), '5: Coinbase, Kraken and OKX'],
    [marketsTable.legsOf(2.5, ['kraken']), '2.5: Kraken'],
    [marketsTable.legsOf(null, ['kraken']), 'none'],
    [marketsTable.book('ATOM/USDC', TO), 'ATOM/USDC from 2025-10-11 00:00'],
    [windowBar.around('2025-10-10T21:20Z'), 'around 2025-10-10 21:20 UTC'],
    [controls.minPeers(true), 'Venues required'],
    [controls.minPeers(false), 'Other venues required'],
    [blocChoice('all'), 'in every quote'],
    [blocChoice('USDT'), 'in USDT only'],
    [peersChoice(2), '2 (weak)'],
    [peersChoice(3), '3 (fair)'],
    [peersChoice(5), '5 (strong)'],
    [highlightVenue('cryptocom'), 'Highlight Crypto.com'],
    [drawAsLine('cryptocom'), 'Draw Crypto.com as a line'],
    [marketChoices.kind('perp'), 'Perpetual'],
    [marketChoices.label('okx', 'perp'), 'OKX: perpetual'],
    [offerWords(true), 'Few venues take part. Compare with one of them:'],
    [offerWords(false), 'Compare with:'],
    [
      interactiveChart.label('ATOM', 'Nothing happened.'),
      'Prices and deviations of ATOM by venue. Nothing happened. The tables on this page have the numbers. Arrow keys move the crosshair, with Shift by a tenth of what is in sight. Plus and minus zoom; 0 shows the whole window. Enter opens the crosshair’s minute; Escape leaves the chart.',
    ],
    [interactiveChart.sight(FROM, TO), 'In sight: 2025-10-10 20:00 to 2025-10-11 00:00 UTC'],
    [interactiveChart.cursor(FROM, false), '2025-10-10 20:00 UTC; Enter opens this minute'],
    [interactiveChart.cursor(FROM, true), '2025-10-10 20:00 UTC; Enter opens the most extreme minute there'],
    [episodeHints.beyond(0.02), 'Minutes whose low or high deviated by 2 % or more'],
    [episodeHints.closedBeyond(0.02), 'Minutes whose close deviated by 2 % or more'],
    [episodesTable.title(0.01), 'Episodes of 1 % or more'],
    [
      episodesTable.lead(0.02, 'USD'),
      'An episode begins at the first measured minute with a deviation of 2 % or more. It ends when three measured minutes in a row are closer than 1 %. Deepest first. Prices and volumes in USD, times in UTC.',
    ],
    [episodeHeads.price('USD'), 'Price, USD'],
    [episodeHeads.reference('EUR'), 'Reference, EUR'],
    [episodeHeads.volume('USD'), 'Volume, USD'],
    [
      scorecards.tooLong(7),
      'Scorecards and the order of events need every minute, so they cover windows of at most 7 days.',
    ],
    [
      scorecards.windowTooLong(8, 7),
      'Scorecards need every minute, so they cover at most 7 days; this window has 8: choose a shorter one',
    ],
    [scorecardHeads.beyond(0.25), '25 %\nmin'],
    [orderOfEvents.strayed(0.05), '5 % below\nthe reference'],
    [orderOfEvents.fell(0.1), 'Fell\n10 %'],
    [atMostDays(31), 'at most 31 days'],
    [asOfNotice.title('2026-01-31 08:15 UTC'), 'As known at 2026-01-31 08:15 UTC.'],
    [tableLabel('Episodes'), 'Table: Episodes'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  it.each([
    [
      '−24.10 %',
      /The market, taken as the median of all venues’ spot prices, moved −24\.10.%; a venue’s excess is its/,
    ],
    [undefined, /The market’s own fall could not be measured in this window\.$/],
  ])('says the market’s own fall: %s', (market, expected) => {
    expect(falls.lead(market)).toMatch(expected);
  });

  it('names the days before with which a peak is compared', () => {
    expect(scorecards.lead(FROM, TO)).toContain(
      'compares its deepest peak with its own deviations from 2025-10-10 20:00 to 2025-10-11 00:00 UTC;',
    );
  });
});

describe('the page of a minute', () => {
  it.each([
    [plainText(minuteHead.when('2025-10-10T21:20Z')), ', 2025-10-10, 21:20 UTC'],
    [minuteHead.step('before', '21:19'), 'Previous minute, 21:19 UTC'],
    [minuteHead.step('after', '2025-10-11 00:00'), 'Next minute, 2025-10-11 00:00 UTC'],
    [minuteDeviations.title('USD'), 'Deviation from the reference, USD'],
    [minuteCandles.heads.rate('USD'), 'Rate to USD'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });
});

describe('the pages of what is stored', () => {
  it.each([
    [calendar.gap('2025-10-01', '2025-10-03'), '2025-10-01 to 2025-10-03: never requested'],
    [calendar.gapOfDays('2025-10-01', '2025-10-03', 3), '2025-10-01 to 2025-10-03, 3 days: never requested'],
    [calendar.days(3), '3 d'],
    [calendar.row('Binance ATOM/USDT', '', 'REST klines'), 'Binance ATOM/USDT, REST klines'],
    [calendar.row('Binance', 'ATOM/USDT', 'REST klines'), 'Binance ATOM/USDT, REST klines'],
    [calendar.cell('Binance', '2025-10-10', 'all answered'), 'Binance, 2025-10-10: all answered'],
    [requestedWords(FROM, FROM), '2025-10-10 20:00'],
    [requestedWords(FROM, TO), '2025-10-10 20:00 to 2025-10-11 00:00'],
    [rangeWords(FROM, TO), '2025-10-10 20:00 to 2025-10-11 00:00'],
    [replies.more(20, 1_234), '20 of 1,234 shown; all of them as JSON'],
    [coverageHead.calendar(undefined), 'Assets by UTC day'],
    [coverageHead.calendar('ATOM'), 'ATOM: markets and sources by UTC day'],
    [revisionsHead.title(undefined), 'Revisions and source differences'],
    [revisedCandles.firstSeen(FROM), 'first seen 2025-10-10 20:00 UTC'],
    [revisedCandles.seenAgain(TO), 'seen again 2025-10-11 00:00 UTC'],
    [longerCandles.seen('5m 3 to 4', FROM), '5m 3 to 4, seen 2025-10-10 20:00 UTC'],
    [worstOf(20, 1_234), 'the largest 20 of 1,234'],
    [newestOf(20, 1_234), 'the newest 20 of 1,234'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  it.each([
    [undefined, 'against the source that analyses use, each asset over its default window. Minutes'],
    [
      { from: FROM, to: TO },
      'against the source that analyses use, from 2025-10-10 20:00 to 2025-10-11 00:00 UTC. Minutes',
    ],
  ])('sources are compared over %j', (window, part) => {
    expect(sourcePairs.lead(window)).toContain(part);
  });

  it.each([
    ['ATOM', 'Each row is one market from one source.'],
    [undefined, 'Each row is one asset, all its markets together.'],
  ])('the lead of the calendar of %s', (asset, first) => {
    expect(coverageHead.lead(asset)).toContain(first);
    expect(replies.lead(FROM, TO)).toContain('For 2025-10-10 20:00 to 2025-10-11 00:00 UTC: the address requested,');
  });
});

describe('the page of all episodes', () => {
  it.each([
    [RANKS.map(rankWords), ['depth', 'duration', 'area', 'volume in USD']],
    [
      SCAN_REFERENCES.map(scanReferenceWords),
      ['each asset’s own reference', 'the other venues', 'the underlying (wrapped assets)', 'the peg (pegged assets)'],
    ],
    [SIDES.map(onlySide), ['below only', 'above only']],
    [
      SCAN_REFERENCES.map((reference) => rankedHeads.reference(reference)),
      ['Reference,\nUSD', 'Others’ median,\nUSD', 'From underlying,\nUSD', 'Peg,\nUSD'],
    ],
    [[orMore(3)], ['3 or more']],
  ])('%j', (words, expected) => {
    expect(words).toEqual(expected);
  });

  it.each([
    [1, /^1 episode deviates so far by the rates measured/],
    [1_234, /^1,234 episodes deviate so far by the rates measured/],
  ])('%d within the rate’s uncertainty', (found, expected) => {
    expect(scanWithin.lead(found)).toMatch(expected);
  });
});
