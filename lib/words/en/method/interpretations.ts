import {
  CALM_MINUTES,
  FIRST_CLOSES,
  LEAST_BASELINE_MINUTES,
  LEAST_NAMESAKE_VENUES,
  LEAST_RATIO_MINUTES,
  LEG_BASES,
  MAD_TO_SIGMA,
  MOST_MISSING_MINUTES,
  QUOTE_ORDER,
  RATE_MARGIN,
  RATIO_MINUTES,
} from '../../../domain/method';
import { count } from '../numbers';
import { listed, spelled } from '../spelled';

/** Where the rules alone leave a case open, how it is decided. */
interface Interpretation {
  readonly question: string;
  readonly answer: string;
  readonly why: string;
}

export const LEAD =
  'Rules in words leave some cases open. Anyone who recomputes these numbers, as someone should, meets the cases below. They are decided as follows, so that both computations agree.';

/** One for each row of the decision record on what the method leaves open (docs/adr/0004), in its order. */
export const INTERPRETATIONS: readonly Interpretation[] = [
  {
    question: 'Can a minute without a leg borrow a rate from its neighbours?',
    answer: 'No. Neighbouring minutes smooth a median that exists. They never replace one that does not.',
    why: 'Nothing is filled in.',
  },
  {
    question: 'The unit of every choice',
    answer:
      'The UTC day. The source of each market, second names, namesakes, the market of each venue and the ratio of a wrapped asset are decided from the whole day, whatever window is asked. A window is cut out of its days.',
    why: 'A zoom must not change a number.',
  },
  {
    question: 'Which books give legs?',
    answer: `Every stored spot book of ${listed(LEG_BASES)} in any quote, and every spot pair of a quote with USD, whatever the asset.`,
    why: 'A rate depends on the quote, the venue left out and the minute, and on nothing else.',
  },
  {
    question: 'The minutes around midnight',
    answer: `The smoothing of a day reads ${spelled(RATE_MARGIN)} minutes of the day before and ${spelled(RATE_MARGIN)} of the day after, with the books that took part on those days.`,
    why: 'Each minute’s legs are those of its own day.',
  },
  {
    question: 'Which legs are too far from the others?',
    answer:
      'Each leg is compared with the median of all other legs of the minute. All are tested before any is dropped. A single leg is never dropped; of two legs too far apart, neither stays.',
    why: 'The order in which legs are tested must not matter.',
  },
  {
    question: 'The rule of a smoothed rate',
    answer: 'That of the minute’s own legs. An assumed parity is not smoothed, and lends its neighbours nothing.',
    why: 'The rule says what this minute rests on.',
  },
  {
    question: 'Several books of one venue and base in USD',
    answer: 'They count as one venue in the base’s price in USD.',
    why: 'The median is over venues.',
  },
  {
    question: 'The closes in USD that tell a namesake',
    answer:
      'Closes × the median of the same minute’s legs, not smoothed, the venue’s own left out, before any namesake is removed. Without a leg, a USD stablecoin counts as 1. A venue with several books stands by their median.',
    why: 'A day’s verdict must rest on that day alone.',
  },
  {
    question: 'Which minutes count for a namesake?',
    answer: `Those in which the market and at least ${spelled(LEAST_NAMESAKE_VENUES)} other venues have such a close. The factor reported is the median over them.`,
    why: 'Only what can be compared is compared.',
  },
  {
    question: 'Which books are tested for being namesakes?',
    answer:
      'The asset’s own spot books, the books that give legs, and the pairs with USD, each among the books of its base.',
    why: 'A namesake among the legs would set everybody’s rate.',
  },
  {
    question: 'A second name whose first name is not stored',
    answer:
      'It is read in the quote of the first name, by the rule of USD, and shown under its own name with a note. It takes part in the base’s price in USD.',
    why: 'It is that book.',
  },
  {
    question: 'A minute both below and above every other venue',
    answer: '“Outside” is the larger distance. If they are equal, it is the one below.',
    why: 'It is the stronger statement, whichever side it is on.',
  },
  {
    question: 'Does a deviation to the other side keep an episode open?',
    answer: 'No. An episode below counts only deviations below; one above, only deviations above.',
    why: 'Episodes are per venue and side.',
  },
  {
    question: 'An episode still open when the window ends',
    answer: 'It is censored at the end, even if its last minutes were calm.',
    why: 'Its exit was not observed.',
  },
  {
    question: `More than ${String(MOST_MISSING_MINUTES)} missing minutes in a row`,
    answer: 'The episode is censored by a gap. Its end is still the minute after the last one at or beyond T/2.',
    why: 'The end has one meaning.',
  },
  {
    question: 'Recovery',
    answer: `From the peak minute to the first of ${spelled(CALM_MINUTES)} calm closes. It is 0 if the peak minute itself closed calm.`,
    why: 'A wick within one minute recovered in that minute.',
  },
  {
    question: 'The starting level of a fall',
    answer: `The median of the first ${spelled(FIRST_CLOSES)} measured closes.`,
    why: 'One odd first close must not set the scale.',
  },
  {
    question: 'The reference venue of venue:V',
    answer: 'It has prices and no deviation.',
    why: 'Compared with itself, it would always be at 0.',
  },
  {
    question: 'The volume of a contract',
    answer: 'Its quote volume is contracts × contract size. Its base volume remains unknown.',
    why: 'A candle does not give it.',
  },
  {
    question: 'Volume in USD where a source gives no quote volume',
    answer: 'Base volume × close.',
    why: 'This estimates a volume, never a price.',
  },
  {
    question: 'Which of a venue’s books can be chosen?',
    answer:
      'Those of its spot books that are not left out that day, the traded before the untraded. A contract, mark or index stands for a venue only on a day on which none of its spot books has a price.',
    why: 'A market without a trade shows nothing.',
  },
  {
    question: 'An episode across two books of one venue',
    answer: 'It goes on: episodes belong to a venue and a kind of market. Its market is the one at its peak.',
    why: 'The venue is what is judged.',
  },
  {
    question: 'Share of volume',
    answer:
      'The share of the volume in USD, in that of all venues’ spot books during the episode. Of a contract: in that of these books and its own, not of other contracts.',
    why: 'Quotes differ, and USD is what is compared.',
  },
  {
    question: 'Several sources for one market',
    answer:
      'The source that answered the most minutes of the UTC day. If several did, the order is REST, archive, trades, file. The others are named. Display klines never count.',
    why: 'One source, never a mixture; and one isolated REST minute must not hide a whole file.',
  },
  {
    question: 'Raw quotes (rate = none)',
    answer: `Only the quote in which most venues have a book takes part, whatever the window. Where a reference venue is chosen, it is one of that venue’s quotes. Ties go by ${QUOTE_ORDER.join(', ')}, then by the alphabet.`,
    why: 'Quotes cannot be compared without a rate.',
  },
  {
    question: 'The reference “all”',
    answer: 'The venue measured is one of the peers, and counts toward their minimum number.',
    why: 'It is included.',
  },
  {
    question: 'The reference “vwm”',
    answer:
      'The weights are the base volumes of that minute, or quote volume ÷ close where only that is known. A venue with unknown volume is not a peer. The reference is the lowest price up to which the venues have more than half the volume; at exactly half, it is the mean of that price and the next. The dispersion is that of the unweighted others.',
    why: 'It equals the plain median where volumes are equal.',
  },
  {
    question: 'A peer in the same quote, where weak rates are counted',
    answer: 'It counts as a peer, but not as weak: “more than half” is of all peers.',
    why: 'A fall of the common quote cancels.',
  },
  {
    question: 'An uncertainty that is unknown',
    answer:
      'An unknown uncertainty of one peer counts as larger than any number. If the median is such a one, the deviation is within the uncertainty.',
    why: 'What is not known proves nothing.',
  },
  {
    question: 'Wrapped assets: whose reference of the underlying?',
    answer:
      'The reference of section 3 for the same venue: its own market in the underlying is left out. All stored venues take part, whichever venues the reader selected.',
    why: 'A venue is left out of its own reference, as everywhere.',
  },
  {
    question: 'Wrapped assets: the ratio',
    answer: `For each UTC day, from the closes of the venue’s market of that day over the ${count(RATIO_MINUTES)} minutes of the day before, at that day’s rates and against the markets of that day. With fewer than ${String(LEAST_RATIO_MINUTES)} shared minutes there is no ratio, and nothing is measured.`,
    why: 'One odd hour must not set the scale.',
  },
  {
    question: 'The references “wrapped” and “peg” for other assets',
    answer: 'Refused.',
    why: 'What an asset is a claim on, or pegged to, is a fact about it and not a choice.',
  },
  {
    question: 'The number of peers of a peg and of a reference venue',
    answer: '0 for a peg, 1 for a reference venue.',
    why: 'This is how many venues the reference rests on.',
  },
  {
    question: 'Mark and index prices',
    answer: 'Every minute with a candle counts. They have no volume.',
    why: 'Nobody trades at them. They would otherwise always be “no trade”.',
  },
  {
    question: 'A contract, mark or index chosen by the reader',
    answer:
      'It is shown beside the venue’s spot market, which remains a peer. A chosen spot market replaces the usual one.',
    why: 'Choosing what to view must not change the reference.',
  },
  {
    question: 'The robust z of a peak',
    answer: `(peak − median of the past) ÷ max(${String(MAD_TO_SIGMA)} × MAD, 1 basis point), of deviations to that side.`,
    why: 'This is the usual robust z, with a floor.',
  },
  {
    question: 'A baseline of at least one day',
    answer: `${count(LEAST_BASELINE_MINUTES)} measured minutes.`,
    why: 'A day without trades is no baseline.',
  },
  {
    question: 'The earlier level in the order of events',
    answer: `The median of the first ${spelled(FIRST_CLOSES)} closes in the window, as for a fall.`,
    why: 'The same level is used everywhere.',
  },
  {
    question: 'Minutes at or beyond 1, 2, 5 … % in a scorecard',
    answer: 'By low or high, on either side.',
    why: '“Beyond” names no side.',
  },
  {
    question: 'A price exactly at a level',
    answer:
      'Price ÷ reference − 1 is computed in double precision and compared as it is. Against 100, prices of 98 and 95 reach 2 % and 5 %. A price of 90 gives −0.09999999999999998, which does not reach 10 %.',
    why: 'Every program that follows the formula gets the same result. A tolerance would be another rule.',
  },
];
