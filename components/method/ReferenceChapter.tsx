import type { MethodExample } from '@/lib/api/method';
import type { MinuteVenue } from '@/lib/api/minute';
import { reasonOr } from '../frame/Cells';
import { Notes } from '../frame/Notes';
import { PeerCount } from '../frame/PeerCount';
import { Scroller } from '../frame/Section';
import { count, distance, formatPrice, pricesAlike, rawPrice, unbroken } from '@/lib/words/en/numbers';
import { ruleWords } from '@/lib/words/en/rates';
import { sourceWords } from '@/lib/words/en/sources';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample, Step } from './Example';
import { Head, Ladder, NumHead, Sum, Value } from './Figures';
import { minuteLinks } from './links';
import { Formula, Name, Num, Of, Op, Over, Row, Var } from './Maths';
import { focused, minuteWords, NOTHING_HELD, unmeasuredWords, type ExampleProps, type Focused } from './props';
import { rateFigure } from './words';

const Peers = () => (
  <Row>
    <Var>u</Var>
    <Op>∈</Op>
    <Of base={<Var>P</Var>} sub={<Var>v</Var>} />
  </Row>
);

export function ReferenceChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="reference">
      <Rule>
        <div>
          <Prose>
            <p>
              In every minute a venue <var>v</var> is held against the median of the <em>other</em> venues, its peers{' '}
              <var>P</var>: the median of their lows, of their highs and of their closes. The venue itself is left out.
              Of an even number the median is the mean of the middle two.
            </p>
            <p>
              A venue takes part with one market: the reader’s choice, else the first of USDT, USD and USDC in which it
              traded in the window, else the one with most volume. Fewer than three peers make the minute “too few
              peers”; three or four are called fair, five and more strong. A reader may lower the least number to two,
              and then every number is marked weak.
            </p>
            <p>
              Beside the reference stands the dispersion of the peers, 1.4826 × the median absolute deviation of their
              closes: how far apart the market itself was.
            </p>
          </Prose>
          <Formula label="the reference low of v is the median of the lows of its peers">
            <Row>
              <Of base={<Var>R</Var>} sub={<Name>low</Name>} />
              <Op>(</Op>
              <Var>v</Var>
              <Op>,</Op>
              <Var>t</Var>
              <Op>)</Op>
              <Op>=</Op>
              <Over of={<Name>median</Name>} range={<Peers />} />
              <Of base={<Name>low</Name>} sub={<Var>u</Var>} />
              <Op>(</Op>
              <Var>t</Var>
              <Op>)</Op>
            </Row>
          </Formula>
          <Formula label="the dispersion is 1.4826 times the median distance of the peers' closes from their median">
            <Row>
              <Name>dispersion</Name>
              <Op>=</Op>
              <Num>1.4826</Num>
              <Op>×</Op>
              <Over of={<Name>median</Name>} range={<Peers />} />
              <Op>|</Op>
              <Of base={<Name>close</Name>} sub={<Var>u</Var>} />
              <Op>−</Op>
              <Of base={<Var>R</Var>} sub={<Name>close</Name>} />
              <Op>|</Op>
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            With few venues an outlier drags an ordinary median toward itself and looks closer than it was; left out, it
            cannot. A median and not a mean, because one absurd price moves a mean as far as it likes. At least three
            peers, because with two a single stray venue makes both others look astray: a tool of evidence must not
            accuse by arithmetic.
          </p>
          <p>
            The factor 1.4826 makes the median absolute deviation of a normal sample estimate its standard deviation. A
            reference is what most venues traded at. It is not a true value: where most venues fell together, the few
            that held stand above it.
          </p>
        </Why>
      </Rule>
      <OtherReferences />
      {example === null ? <NoExample>{NOTHING_HELD}</NoExample> : <Median example={example} simulated={simulated} />}
    </Chapter>
  );
}

function OtherReferences() {
  return (
    <Prose>
      <p>A reader may choose another reference, and its name then stands on everything made with it:</p>
      <ul>
        <li>
          <code className="font-mono text-[0.9em]">all</code>: the median of every venue, the one measured included.
        </li>
        <li>
          <code className="font-mono text-[0.9em]">vwm</code>: the median of the others weighted by their volume in that
          minute.
        </li>
        <li>
          <code className="font-mono text-[0.9em]">venue:V</code>: one venue as the yardstick, which is how claimants
          often compare. The least number of peers does not apply; a deviation may be the yardstick’s own.
        </li>
        <li>
          <code className="font-mono text-[0.9em]">wrapped</code> and{' '}
          <code className="font-mono text-[0.9em]">peg</code>:{' '}
          <a className="link" href="#wrapped">
            section 7
          </a>
          .
        </li>
      </ul>
    </Prose>
  );
}

function Median({ example, simulated }: { readonly example: MethodExample; readonly simulated: boolean }) {
  const { page, answer } = minuteLinks(example, example.minute.minute, example.focus?.venue);
  const links = [
    { href: page, label: 'This minute' },
    { href: answer, label: 'JSON' },
  ];
  const found = focused(example);
  return (
    <Example of={minuteWords(example)} simulated={simulated} links={links}>
      <p className="max-w-[72ch]">{unbroken(example.minute.sentence)}</p>
      <Notes notes={example.minute.notes} />
      {found === undefined && (
        <Sum>
          No market can be measured in this minute: {unmeasuredWords(example)}. Its candles stand here all the same.
        </Sum>
      )}
      <Candles example={example} field={found?.field ?? 'low'} />
      {found !== undefined && <Middle example={example} found={found} />}
    </Example>
  );
}

function Candles({ example, field }: { readonly example: MethodExample; readonly field: Focused['field'] }) {
  const { venues, currency } = example.minute;
  const alike = pricesAlike(venues.map(({ converted }) => converted[field]));
  return (
    <div className="space-y-2">
      <Step>
        Every venue’s {field}, as it said it and in {currency}
      </Step>
      <Scroller label={`Every venue's ${field}, converted`}>
        <table className="sheet" data-testid="reference-example">
          <thead>
            <tr>
              <Head>Venue</Head>
              <Head>Market</Head>
              <Head>Source</Head>
              <NumHead>{field === 'low' ? 'Low' : 'High'}, as said</NumHead>
              <NumHead>Rate to {currency}</NumHead>
              <Head>Rule</Head>
              <NumHead>
                {field === 'low' ? 'Low' : 'High'}, {currency}
              </NumHead>
              <NumHead>Its peers</NumHead>
              <NumHead>Its reference, {currency}</NumHead>
            </tr>
          </thead>
          <tbody>
            {venues.map((venue) => (
              <Candle
                key={`${venue.venue} ${venue.market} ${venue.kind}`}
                venue={venue}
                field={field}
                alike={alike}
                isFocus={venue.venue === example.focus?.venue && venue.kind === example.focus.kind}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}

function Candle({
  venue,
  field,
  alike,
  isFocus,
}: {
  readonly venue: MinuteVenue;
  readonly field: Focused['field'];
  readonly alike: (price: number) => string;
  readonly isFocus: boolean;
}) {
  const why = reasonOr(venue.missing, 'not measured');
  return (
    <tr className={isFocus ? 'is-focus' : undefined}>
      <th scope="row">
        {venue.venue}
        {venue.kind !== 'spot' && <span className="text-ink-3"> {venue.kind}</span>}
      </th>
      <td className="whitespace-nowrap">{venue.market}</td>
      <td className="whitespace-nowrap">{sourceWords(venue.source)}</td>
      <td className="num">
        <Value of={venue.raw[field]} as={rawPrice} missing={why} />
      </td>
      <td className="num">
        <Value of={venue.rate.value} as={rateFigure} missing="no rate" />
      </td>
      <td className="whitespace-nowrap">{ruleWords(venue.rate.rule)}</td>
      <td className="num">
        <Value of={venue.converted[field]} as={alike} missing={why} />
      </td>
      <td className="num">
        <PeerCount peers={venue.peers} />
      </td>
      <td className="num">
        <Value of={venue.reference[field]} as={alike} missing={why} />
      </td>
    </tr>
  );
}

function Middle({
  example,
  found: { row, field, peers },
}: {
  readonly example: MethodExample;
  readonly found: Focused;
}) {
  const { currency } = example.minute;
  const withItself = example.focus?.withItself ?? null;
  const reference = row.reference[field];
  const middle = peers.length % 2 === 1 ? 'the middle one of' : 'the mean of the middle two of';
  return (
    <div className="space-y-2">
      <Step>
        The {count(peers.length)} peers of {row.venue}, by their {field}s in {currency}
      </Step>
      <Ladder
        label={`Peers of ${row.venue} by ${field}, ascending`}
        rungs={peers}
        as={pricesAlike(peers.map(({ value }) => value))}
      />
      <Sum>
        The reference {field} of {row.venue} is {middle} {count(peers.length)}:{' '}
        <b>
          <Value of={reference} as={formatPrice} />
        </b>{' '}
        {currency}. Its peers’ closes are dispersed by <Value of={row.dispersion} as={formatPrice} /> {currency}.
        {withItself !== null && reference !== null && withItself !== reference && (
          <>
            {' '}
            With {row.venue} let in, the median would be <Value of={withItself} as={formatPrice} />,{' '}
            {distance(withItself / reference - 1)} {withItself < reference ? 'lower' : 'higher'}: moved toward the very
            price it is to judge.
          </>
        )}
      </Sum>
    </div>
  );
}
