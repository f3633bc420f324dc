/** Where the rules alone leave room, how they are read here. */
interface Reading {
  readonly question: string;
  readonly reading: string;
  readonly why: string;
}

/** One for each row of the decision record on what the method leaves open (docs/adr/0004), in its order. */
export const READINGS: readonly Reading[] = [
  {
    question: 'May a minute without a cross rate borrow one from its neighbours?',
    reading: 'No. Neighbours smooth a cross that exists; they never stand in for one that does not.',
    why: 'Nothing is filled.',
  },
  {
    question: 'A minute both below and above every other venue',
    reading: '“Outside” is the greater distance; below where they are equal.',
    why: 'The stronger statement, and neither side hides the other.',
  },
  {
    question: 'Does a deviation to the other side keep an episode open?',
    reading: 'No. An episode below counts depth below, one above depth above.',
    why: 'Episodes are per venue and side.',
  },
  {
    question: 'An episode still open when the window ends',
    reading: 'Censored at the end, even where its last minutes were calm.',
    why: 'That it was left was not observed.',
  },
  {
    question: 'More than 30 missing minutes in a row',
    reading: 'Closed as censored by a gap; its end stays the minute after the last one at or beyond T/2.',
    why: 'An end has one meaning.',
  },
  {
    question: 'Recovery',
    reading: 'From the peak minute to the first of three calm closes; 0 where the peak minute itself closed calm.',
    why: 'A wick inside one minute recovered within it.',
  },
  {
    question: '“First minutes” of a fall',
    reading: 'The median of the first five measured closes.',
    why: 'One odd first close must not set the scale.',
  },
  {
    question: 'The yardstick of venue:V',
    reading: 'It has prices and no deviation.',
    why: 'Held against itself it would always read 0.',
  },
  {
    question: 'The volume of a contract',
    reading: 'Its quote volume is contracts × contract size; its base volume stays unknown.',
    why: 'A candle does not tell it.',
  },
  {
    question: 'Volume in USD where a source gives no quote volume',
    reading: 'Base volume × close.',
    why: 'An estimate of a volume, never of a price.',
  },
  {
    question: 'One market per venue',
    reading: 'Among those that traded in the window: USDT, USD, USDC, then by volume.',
    why: 'A market without a trade says nothing.',
  },
  { question: 'Share of volume', reading: 'Of the volume in USD.', why: 'Quotes differ, and USD is what is compared.' },
  {
    question: 'Several sources of one market',
    reading:
      'The one that answered most minutes of the window; where several did, in the order REST, archive, trades, file. The others are named. Display klines never count.',
    why: 'One source, never a mixture, and one stray minute of REST must not hide a whole file.',
  },
  {
    question: 'Raw quotes (rate = none)',
    reading: 'The one quote that most venues share takes part; the yardstick’s own where a yardstick is chosen.',
    why: 'Quotes cannot be compared without a rate.',
  },
  {
    question: 'The reference “all”',
    reading: 'The venue measured counts among the peers, and toward their least number.',
    why: 'It is included.',
  },
  {
    question: 'The reference “vwm”',
    reading:
      'Weights are that minute’s base volumes (quote volume ÷ close where only that is known; a venue of unknown volume is no peer). The least price up to which the books hold more than half the volume; at exactly half, the mean of it and the next. The dispersion stays that of the plain others.',
    why: 'It equals the plain median where volumes are equal.',
  },
  {
    question: 'Wrapped: whose reference of the underlying?',
    reading:
      'Section 3’s for the same venue, its own book of the underlying left out. Every venue held takes part, whatever venues were asked for.',
    why: 'Leave one out, as everywhere.',
  },
  {
    question: 'Wrapped: the ratio',
    reading:
      'From the venue’s own closes over the 1,440 minutes before the window. Fewer than 60 common minutes give no ratio, and nothing is measured.',
    why: 'One odd hour must not set the scale.',
  },
  {
    question: 'Wrapped and peg for other assets',
    reading: 'Refused.',
    why: 'What an asset is a claim on, or pegged to, is a fact about it and not a choice.',
  },
  {
    question: 'Peers of a peg, and of a yardstick',
    reading: '0, and 1.',
    why: 'How many venues the reference rests on.',
  },
  {
    question: 'Mark and index prices',
    reading: 'A minute is there wherever there is a candle; they have no volume.',
    why: 'Nobody trades at them; else they would always read “no trade”.',
  },
  {
    question: 'A contract, mark or index chosen by the reader',
    reading: 'Shown beside the venue’s spot book, which stays a peer. A chosen spot book replaces the usual one.',
    why: 'Choosing what to look at must not change the reference.',
  },
  {
    question: 'The robust z of a peak',
    reading: '(peak − median of the past) ÷ max(1.4826 × MAD, 1 basis point), of deviations to that side.',
    why: 'The usual robust z, with a floor.',
  },
  {
    question: 'A baseline of at least a day',
    reading: '1,440 measured minutes.',
    why: 'A day held and silent is no baseline.',
  },
  {
    question: '“Fall from the level before” in the order of events',
    reading: 'From the median of the window’s first five closes, as in a fall.',
    why: 'One level before, everywhere.',
  },
  {
    question: 'Minutes beyond 1, 2, 5 … % of a scorecard',
    reading: 'By low or high, to either side.',
    why: '“Beyond” names no side.',
  },
];
