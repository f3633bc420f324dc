import { isComputed } from '@/lib/domain/market';
import { missingWords } from '@/lib/words/en/missing';
import type { MinuteAnswer, MinuteVenue, RateLeg } from '@/lib/api/minute';
import { isWeakRule } from '@/lib/domain/rate';
import { Deviation, Figure, Hole, reasonOr, SourceName, Uncertainty, VenueKind } from '../frame/Cells';
import { PeerCount } from '../frame/PeerCount';
import { Scroller, Section } from '../frame/Section';
import { amount, count, formatPrice, pricesAlike, rawPrice } from '@/lib/words/en/numbers';
import { legsCounted, legsNamed, rateWords, ruleHint, ruleWords } from '@/lib/words/en/rates';
import { cells } from '@/lib/words/en/cells';
import { minuteCandles, minuteDeviations } from '@/lib/words/en/minutePage';
import { Head, NumberHead } from '../frame/ColumnHead';

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
        <Scroller label={minuteDeviations.label}>
          <table className="sheet">
            <thead>
              <tr>
                <Head>{minuteDeviations.venue}</Head>
                {FIELDS.flatMap((field) => minuteDeviations.prices[field]).map((head) => (
                  <NumberHead key={head}>{head}</NumberHead>
                ))}
                <NumberHead hint={minuteDeviations.uncertaintyHint}>{minuteDeviations.uncertainty}</NumberHead>
                <NumberHead>{minuteDeviations.outside}</NumberHead>
                <NumberHead>{minuteDeviations.peers}</NumberHead>
                <NumberHead>{minuteDeviations.dispersion}</NumberHead>
              </tr>
            </thead>
            <tbody>
              {venues.map((venue) => (
                <Measured
                  key={keyOf(venue)}
                  venue={venue}
                  level={level}
                  written={written}
                  isReference={venue.kind === 'spot' && answer.reference === `venue:${venue.venue}`}
                />
              ))}
            </tbody>
          </table>
        </Scroller>
      </Section>
      <Section id="candles" title={minuteCandles.title} lead={minuteCandles.lead}>
        <Scroller label={minuteCandles.label}>
          <table className="sheet">
            <thead>
              <tr>
                <Head>{heads.venue}</Head>
                <Head>{heads.market}</Head>
                <Head>{heads.quote}</Head>
                <NumberHead>{heads.open}</NumberHead>
                <NumberHead>{heads.high}</NumberHead>
                <NumberHead>{heads.low}</NumberHead>
                <NumberHead>{heads.close}</NumberHead>
                <NumberHead>{heads.baseVolume}</NumberHead>
                <NumberHead>{heads.quoteVolume}</NumberHead>
                <NumberHead>{heads.trades}</NumberHead>
                <NumberHead>{heads.rate(currency)}</NumberHead>
                <Head>{heads.rule}</Head>
                <Head>{heads.source}</Head>
                <Head>{heads.legs}</Head>
              </tr>
            </thead>
            <tbody>
              {venues.map((venue) => (
                <Raw key={keyOf(venue)} venue={venue} />
              ))}
            </tbody>
          </table>
        </Scroller>
      </Section>
    </div>
  );
}

const keyOf = (venue: MinuteVenue): string => `${venue.venue} ${venue.market} ${venue.kind}`;
const { heads } = minuteCandles;
/** In the order of the columns. */
const FIELDS = ['low', 'high', 'close'] as const;

interface MeasuredProps {
  readonly venue: MinuteVenue;
  /** The entry level of an episode: from here on a deviation is coloured. */
  readonly level: number;
  readonly written: (price: number) => string;
  /** The others are compared with it; it has no deviation of its own. */
  readonly isReference: boolean;
}

function Measured({ venue, level, written, isReference }: MeasuredProps) {
  const why =
    isReference && venue.missing === 'too-few-peers'
      ? minuteDeviations.isReference
      : reasonOr(venue.missing, cells.notMeasured);
  const { converted, reference } = venue;
  return (
    <tr>
      <th scope="row">
        <VenueKind venue={venue.venue} kind={venue.kind} />
      </th>
      {FIELDS.map((field) => {
        const ratio = { low: venue.dLow, high: venue.dHigh, close: venue.dClose }[field];
        return [
          <td key={field} className="num">
            <Figure value={converted[field]} format={written} missing={why} />
          </td>,
          <td key={`${field} reference`} className="num text-ink-2">
            <Figure
              value={reference[field]}
              format={written}
              missing={venue.missing === 'too-few-peers' ? why : cells.none}
            />
          </td>,
          <td key={`${field} deviation`} className="num">
            <Deviation ratio={ratio} missing={why} level={level} strong />
          </td>,
        ];
      })}
      <td className="num whitespace-nowrap">
        {venue.missing === null ? <Uncertainty value={venue.uncertainty} /> : <Hole>{why}</Hole>}
        {venue.missing === null && venue.weak && (
          <span className="font-semibold text-caution"> {minuteDeviations.weak}</span>
        )}
      </td>
      <td className="num">
        {venue.outside === 0 ? (
          <span className="text-ink-3">{minuteDeviations.within}</span>
        ) : (
          <Deviation ratio={venue.outside} missing={why} level={level} />
        )}
      </td>
      <td className="num">
        <PeerCount peers={venue.peers} />
      </td>
      <td className="num">
        <Figure value={venue.dispersion} format={formatPrice} missing={cells.none} />
      </td>
    </tr>
  );
}

/** A candle that says no volume and no count at all: a traded minute, of which neither is known. */
const isOfUnknownVolume = ({ raw, kind, baseVolume, quoteVolume, trades }: MinuteVenue): boolean =>
  !isComputed(kind) && raw.close !== null && baseVolume === null && quoteVolume === null && trades === null;

function Raw({ venue }: { readonly venue: MinuteVenue }) {
  const { raw, rate, missing } = venue;
  const why = reasonOr(
    missing === 'not-fetched' || missing === 'no-trade' || missing === 'set-aside' ? missing : null,
    cells.notProvided,
  );
  const whyNoVolume = isOfUnknownVolume(venue) ? cells.unknown : why;
  return (
    <tr>
      <th scope="row">
        <VenueKind venue={venue.venue} kind={venue.kind} />
      </th>
      <td className="whitespace-nowrap">
        {venue.market}
        {missing === 'moved' && <span className="block font-semibold text-caution">{missingWords(missing)}</span>}
      </td>
      <td>{venue.quote}</td>
      {(['open', 'high', 'low', 'close'] as const).map((field) => (
        <td key={field} className="num">
          <Figure value={raw[field]} format={rawPrice} missing={why} />
        </td>
      ))}
      <td className="num">
        <Figure value={venue.baseVolume} format={amount} missing={whyNoVolume} />
      </td>
      <td className="num">
        <Figure value={venue.quoteVolume} format={amount} missing={whyNoVolume} />
      </td>
      <td className="num">
        <Figure value={venue.trades} format={count} missing={whyNoVolume} />
      </td>
      <td className="num whitespace-nowrap">{rateWords(rate) ?? <Hole>{cells.noRate}</Hole>}</td>
      <td
        className={`whitespace-nowrap ${isWeakRule(rate.rule) ? 'font-semibold text-caution' : ''}`}
        title={ruleHint(rate.rule)}
      >
        {ruleWords(rate.rule)}
      </td>
      <td className="whitespace-nowrap">
        <SourceName source={venue.source} />
      </td>
      <td className="text-ink-2">
        <Legs legs={rate.legs} />
      </td>
    </tr>
  );
}

/** How many legs a rate has; which they are, on request: a rate may rest on thirty. */
function Legs({ legs }: { readonly legs: readonly RateLeg[] }) {
  if (legs.length === 0) return <Hole>{legsCounted(legs)}</Hole>;
  return (
    <details className="min-w-44">
      <summary className="min-h-6 py-0.5 whitespace-nowrap hover:text-ink">{legsCounted(legs)}</summary>
      <p className="max-w-72 text-[0.8rem]">{legsNamed(legs)}</p>
    </details>
  );
}
