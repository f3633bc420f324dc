import { link, text, type RichText } from '../../richText';

/** What no number of this product shows, however exact it is, with the pages that a reader may go on to. */
export const limits = (pages: {
  readonly revisions: string;
  readonly coverage: string;
}): readonly { readonly what: string; readonly limit: RichText }[] => [
  {
    what: 'Why a price deviated',
    limit:
      'Every number here is a price, a time or a volume. None shows whether an order book was thin, an engine overloaded, a market maker gone, or anyone at fault.',
  },
  {
    what: 'What happened within a minute',
    limit:
      'A candle has a low. It does not show when in the minute that price was reached, how often, or for how long. A low may be one trade of a few dollars. The volume and the number of trades beside it cover the whole minute.',
  },
  {
    what: 'What came first within a minute',
    limit: 'The order of events is an order of minutes, not of causes. Venues timestamp trades by their own clocks.',
  },
  {
    what: 'What a price should have been',
    limit:
      'The reference is the price at which most of the other venues traded. If most of them moved together, the few that did not move stand out. Look at the peers and their dispersion before you name a venue.',
  },
  {
    what: 'What a stablecoin was worth',
    limit:
      'A rate is what the books of other venues said in that minute, with an uncertainty. Where they disagreed, no number here says who was right, and no deviation within the uncertainty is a finding.',
  },
  {
    what: 'What could have been traded',
    limit:
      'No order books are stored: no depth, no spread, and no record of who could place an order at all. A venue that rejects orders and prints no trades appears as “no trade”.',
  },
  {
    what: 'Whether a candle is final',
    limit: text`A venue may revise a candle. Later answers are kept beside the first, and ${link(pages.revisions, 'the differences')} are listed. A candle revised before its first request here leaves no trace.`,
  },
  {
    what: 'Whether a source is right',
    limit:
      'A candle is what a venue’s own API, archive or trades gave, or what a user’s file contained. Whether a venue’s volume was real is not tested. Where two sources for one market differ, both are shown.',
  },
  {
    what: 'What has not been fetched',
    limit: text`A venue that was not queried, or had no such market, is not a peer. ${link(pages.coverage, 'Coverage')} shows what was requested and what was answered, by market and day.`,
  },
  {
    what: 'What anyone is owed',
    limit:
      'Liquidation prices, mark prices and compensation follow each venue’s own rules. A deviation on its spot market is one fact beside them, not a verdict.',
  },
];
