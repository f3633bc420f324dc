import { isComputed } from '@/lib/domain/market';
import { missingWords } from '@/lib/words/missing';
import type { MinuteAnswer, MinuteVenue, RateLeg } from '@/lib/api/minute';
import { isWeakRule } from '@/lib/domain/rate';
import { referenceOf, type Reference } from '@/lib/domain/reference';
import { Deviation, Figure, Hole, reasonOr, SourceName, Uncertainty, VenueKind } from '../frame/Cells';
import { PeerCount } from '../frame/PeerCount';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { amount, count, formatPrice, pricesAlike, rawPrice } from '@/lib/words/numbers';
import { legsCounted, legsNamed, rateWords, ruleHint, ruleWords } from '@/lib/words/rates';
import { cells } from '@/lib/words/cells';
import { venueAndKind } from '@/lib/words/market';
import { minuteCandles, minuteDeviations } from '@/lib/words/minutePage';

/** Every venue's candle: in the common currency against the reference, and as the venue published it. */
export function MinuteTable({ answer, level }: { readonly answer: MinuteAnswer; readonly level: number }) {
  const { currency, venues } = answer;
  const written = pricesAlike(
    venues.flatMap(({ converted, reference }) => [
      converted.low,
      converted.high,
      converted.close,
      reference.low,
      reference.high,
      reference.close,
    ]),
  );
  return (
    <div className="space-y-8">
      <Section id="deviation" title={minuteDeviations.title(currency)} lead={minuteDeviations.lead}>
        <OpeningTable
          label={minuteDeviations.label}
          name={{ head: minuteDeviations.venue, cell: nameCell }}
          columns={measuredColumns(written, level, referenceOf(answer.reference).kind, (venue) =>
            venue.kind === 'spot' && answer.reference === `venue:${venue.venue}` && venue.missing === 'too-few-peers'
              ? minuteDeviations.isReference
              : reasonOr(venue.missing, cells.notMeasured),
          )}
          rows={venues}
          keyOf={keyOf}
          nameOf={venueAndKind}
        />
      </Section>
      <Section id="candles" title={minuteCandles.title} lead={minuteCandles.lead}>
        <OpeningTable
          label={minuteCandles.label}
          name={{ head: heads.venue, cell: nameCell }}
          columns={rawColumns(currency)}
          rows={venues}
          keyOf={keyOf}
          nameOf={venueAndKind}
        />
      </Section>
    </div>
  );
}

const nameCell = ({ venue, kind }: MinuteVenue) => <VenueKind venue={venue} kind={kind} />;
const keyOf = (venue: MinuteVenue): string => `${venue.venue} ${venue.market} ${venue.kind}`;
const { heads } = minuteCandles;
/** In the order of the columns. */
const FIELDS = ['low', 'high', 'close'] as const;

/** Low against low is what a fall is read from; high and close stand beside it where there is room. */
const SHOWN = {
  low: ['always', 'medium', 'always'],
  high: ['wide', 'opened', 'wide'],
  close: ['medium', 'opened', 'medium'],
} as const;
const DEVIATIONS = { low: 'dLow', high: 'dHigh', close: 'dClose' } as const;

/**
 * `written`: a price in as many digits as its neighbours. `level`: the entry level of an episode; from there on a deviation is
 * coloured. `why`: the reason that stands where a venue was not measured.
 */
const measuredColumns = (
  written: (price: number) => string,
  level: number,
  comparedWith: Reference['kind'],
  why: (venue: MinuteVenue) => string,
): readonly Column<MinuteVenue>[] => [
  ...FIELDS.flatMap((field): Column<MinuteVenue>[] => {
    const [price, reference, deviation] = minuteDeviations.prices[field];
    const [priceShown, referenceShown, deviationShown] = SHOWN[field];
    return [
      {
        head: price,
        shown: priceShown,
        numeric: true,
        cell: (venue) => <Figure value={venue.converted[field]} format={written} missing={why(venue)} />,
      },
      {
        head: reference,
        shown: referenceShown,
        numeric: true,
        className: 'text-ink-2',
        cell: (venue) => (
          <Figure
            value={venue.reference[field]}
            format={written}
            missing={venue.missing === 'too-few-peers' ? why(venue) : cells.none}
          />
        ),
      },
      {
        head: deviation,
        shown: deviationShown,
        numeric: true,
        cell: (venue) => <Deviation ratio={venue[DEVIATIONS[field]]} missing={why(venue)} level={level} strong />,
      },
    ];
  }),
  {
    head: minuteDeviations.uncertainty,
    hint: minuteDeviations.uncertaintyHint,
    shown: 'medium',
    numeric: true,
    // "unknown weak rate" takes two lines before the table is wider than its page.
    className: 'whitespace-normal',
    cell: (venue) => (
      <>
        {venue.missing === null ? <Uncertainty value={venue.uncertainty} /> : <Hole>{why(venue)}</Hole>}
        {venue.missing === null && venue.weak && (
          <>
            {' '}
            <span className="font-semibold whitespace-nowrap text-caution">{minuteDeviations.weak}</span>
          </>
        )}
      </>
    ),
  },
  {
    head: minuteDeviations.outside,
    shown: 'wide',
    numeric: true,
    cell: (venue) =>
      venue.outside === 0 ? (
        <span className="text-ink-3">{minuteDeviations.within}</span>
      ) : (
        <Deviation ratio={venue.outside} missing={why(venue)} level={level} />
      ),
  },
  {
    head: minuteDeviations.peers,
    shown: 'opened',
    cell: ({ peers }) => <PeerCount peers={peers} reference={comparedWith} />,
  },
  {
    head: minuteDeviations.dispersion,
    shown: 'opened',
    cell: ({ dispersion }) => <Figure value={dispersion} format={formatPrice} missing={cells.none} />,
  },
];

/** A candle that says no volume and no count at all: a traded minute, of which neither is known. */
const isOfUnknownVolume = ({ raw, kind, baseVolume, quoteVolume, trades }: MinuteVenue): boolean =>
  !isComputed(kind) && raw.close !== null && baseVolume === null && quoteVolume === null && trades === null;

/** What stands where a candle lacks a field. */
const whyRaw = ({ missing }: MinuteVenue): string =>
  reasonOr(
    missing === 'not-fetched' || missing === 'no-trade' || missing === 'set-aside' ? missing : null,
    cells.notProvided,
  );
const whyNoVolume = (venue: MinuteVenue): string => (isOfUnknownVolume(venue) ? cells.unknown : whyRaw(venue));
const RAW_SHOWN = { open: 'medium', high: 'medium', low: 'always', close: 'always' } as const;

/** A candle as it was published; how its quote became a common currency is in the row opened. */
const rawColumns = (currency: string): readonly Column<MinuteVenue>[] => [
  {
    head: heads.market,
    shown: 'medium',
    className: 'whitespace-nowrap',
    cell: ({ market, missing }) => (
      <>
        {market}
        {missing === 'moved' && <span className="block font-semibold text-caution">{missingWords(missing)}</span>}
      </>
    ),
  },
  ...(['open', 'high', 'low', 'close'] as const).map((field): Column<MinuteVenue> => ({
    head: heads[field],
    shown: RAW_SHOWN[field],
    numeric: true,
    cell: (venue) => <Figure value={venue.raw[field]} format={rawPrice} missing={whyRaw(venue)} />,
  })),
  {
    head: heads.baseVolume,
    shown: 'medium',
    numeric: true,
    cell: (venue) => <Figure value={venue.baseVolume} format={amount} missing={whyNoVolume(venue)} />,
  },
  {
    head: heads.quoteVolume,
    shown: 'wide',
    numeric: true,
    cell: (venue) => <Figure value={venue.quoteVolume} format={amount} missing={whyNoVolume(venue)} />,
  },
  {
    head: heads.trades,
    shown: 'wide',
    numeric: true,
    cell: (venue) => <Figure value={venue.trades} format={count} missing={whyNoVolume(venue)} />,
  },
  {
    head: heads.rate(currency),
    shown: 'widest',
    numeric: true,
    className: 'whitespace-normal',
    cell: ({ rate }) => rateWords(rate) ?? <Hole>{cells.noRate}</Hole>,
  },
  {
    head: heads.rule,
    shown: 'opened',
    cell: ({ rate }) => (
      <span className={isWeakRule(rate.rule) ? 'font-semibold text-caution' : undefined} title={ruleHint(rate.rule)}>
        {ruleWords(rate.rule)}
      </span>
    ),
  },
  { head: heads.source, shown: 'opened', cell: ({ source }) => <SourceName source={source} /> },
  { head: heads.legs, shown: 'opened', cell: ({ rate }) => <Legs legs={rate.legs} /> },
];

/** How many legs a rate has; which they are, on request: a rate may rest on thirty. */
function Legs({ legs }: { readonly legs: readonly RateLeg[] }) {
  if (legs.length === 0) return <Hole>{legsCounted(legs)}</Hole>;
  return (
    <details className="min-w-44">
      <summary className="min-h-6 py-0.5 whitespace-nowrap hover:text-ink">{legsCounted(legs)}</summary>
      <p className="max-w-72 text-[0.75rem]">{legsNamed(legs)}</p>
    </details>
  );
}
