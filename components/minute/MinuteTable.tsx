import type { MinuteAnswer, MinuteVenue } from '@/lib/api/minute';
import { Deviation, Figure, reasonOr, SourceName } from '../frame/Cells';
import { PeerCount } from '../frame/PeerCount';
import { Scroller, Section } from '../frame/Section';
import { amount, count, formatPrice, pricesAlike, rawPrice } from '@/lib/words/en/numbers';
import { ruleWords } from '@/lib/words/en/rates';

/** Every venue's candle as it was said, in the common currency, and against the reference. */
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
      <Section
        id="deviation"
        title={`Against the reference, ${currency}`}
        lead="Low against low, high against high, close against close, so that a fall of the whole market does not count against one venue."
      >
        <Scroller label="Deviation by venue">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">Venue</th>
                <Num>Low</Num>
                <Num>Reference low</Num>
                <Num>Low, deviation</Num>
                <Num>High</Num>
                <Num>Reference high</Num>
                <Num>High, deviation</Num>
                <Num>Close</Num>
                <Num>Reference close</Num>
                <Num>Close, deviation</Num>
                <Num>Outside all others</Num>
                <Num>Other venues</Num>
                <Num>Their dispersion</Num>
              </tr>
            </thead>
            <tbody>
              {venues.map((venue) => (
                <Measured
                  key={keyOf(venue)}
                  venue={venue}
                  level={level}
                  written={written}
                  isYardstick={venue.kind === 'spot' && answer.reference === `venue:${venue.venue}`}
                />
              ))}
            </tbody>
          </table>
        </Scroller>
      </Section>
      <Section
        id="candles"
        title="The candles as the venues said them"
        lead="Prices in each market’s own quote, to the last digit received, and the rate that turned them into the currency above."
      >
        <Scroller label="Raw candles by venue">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">Venue</th>
                <th scope="col">Market</th>
                <th scope="col">Quote</th>
                <Num>Open</Num>
                <Num>High</Num>
                <Num>Low</Num>
                <Num>Close</Num>
                <Num>Volume, base</Num>
                <Num>Volume, quote</Num>
                <Num>Trades</Num>
                <Num>Rate to {currency}</Num>
                <th scope="col">Rule</th>
                <th scope="col">Source</th>
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
const Num = ({ children }: { readonly children: React.ReactNode }) => (
  <th scope="col" className="num">
    {children}
  </th>
);

const Name = ({ venue }: { readonly venue: MinuteVenue }) => (
  <th scope="row">
    {venue.venue}
    {venue.kind !== 'spot' && <span className="text-ink-3"> {venue.kind}</span>}
  </th>
);

interface MeasuredProps {
  readonly venue: MinuteVenue;
  /** The entry level of an episode: from here on a deviation is coloured. */
  readonly level: number;
  readonly written: (price: number) => string;
  /** It is what the others are held against, and against itself says nothing. */
  readonly isYardstick: boolean;
}

function Measured({ venue, level, written, isYardstick }: MeasuredProps) {
  const why =
    isYardstick && venue.missing === 'too-few-peers' ? 'the yardstick' : reasonOr(venue.missing, 'not measured');
  const { converted, reference } = venue;
  return (
    <tr>
      <Name venue={venue} />
      {(['low', 'high', 'close'] as const).map((field) => {
        const ratio = { low: venue.dLow, high: venue.dHigh, close: venue.dClose }[field];
        return [
          <td key={field} className="num">
            <Figure value={converted[field]} format={written} missing={why} />
          </td>,
          <td key={`${field} reference`} className="num text-ink-2">
            <Figure
              value={reference[field]}
              format={written}
              missing={venue.missing === 'too-few-peers' ? why : 'none'}
            />
          </td>,
          <td key={`${field} deviation`} className="num">
            <Deviation ratio={ratio} missing={why} level={level} strong />
          </td>,
        ];
      })}
      <td className="num">
        {venue.outside === 0 ? (
          <span className="text-ink-3">within</span>
        ) : (
          <Deviation ratio={venue.outside} missing={why} level={level} />
        )}
      </td>
      <td className="num">
        <PeerCount peers={venue.peers} />
      </td>
      <td className="num">
        <Figure value={venue.dispersion} format={formatPrice} missing="none" />
      </td>
    </tr>
  );
}

function Raw({ venue }: { readonly venue: MinuteVenue }) {
  const why = reasonOr(
    venue.missing === 'not-fetched' || venue.missing === 'no-trade' ? venue.missing : null,
    'not said',
  );
  const { raw, rate } = venue;
  return (
    <tr>
      <Name venue={venue} />
      <td className="whitespace-nowrap">{venue.market}</td>
      <td>{venue.quote}</td>
      {(['open', 'high', 'low', 'close'] as const).map((field) => (
        <td key={field} className="num">
          <Figure value={raw[field]} format={rawPrice} missing={why} />
        </td>
      ))}
      <td className="num">
        <Figure value={venue.baseVolume} format={amount} missing={why} />
      </td>
      <td className="num">
        <Figure value={venue.quoteVolume} format={amount} missing={why} />
      </td>
      <td className="num">
        <Figure value={venue.trades} format={count} missing={why} />
      </td>
      <td className="num">
        <Figure value={rate.value} format={formatPrice} missing="no rate" />
      </td>
      <td className={`whitespace-nowrap ${rate.rule === 'parity' ? 'font-semibold text-caution' : ''}`}>
        {ruleWords(rate.rule)}
      </td>
      <td className="whitespace-nowrap">
        <SourceName source={venue.source} />
      </td>
    </tr>
  );
}
