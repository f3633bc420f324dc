import type { MethodExample, RateExample, RateLeg } from '@/lib/api/method';
import { Scroller } from '../frame/Section';
import { clock, count, formatPrice, pricesAlike } from '@/lib/words/en/numbers';
import { ruleWords } from '@/lib/words/en/rates';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample, Step } from './Example';
import { Head, Ladder, NumHead, Sum, Value } from './Figures';
import { minuteLinks } from './links';
import { Formula, Frac, Name, Num, Of, Op, Over, Row, Var, Words } from './Maths';
import { minuteWords, NOTHING_HELD, type ExampleProps } from './props';
import { rateFigure } from './words';

const Leg = ({ quote }: { readonly quote: 'USD' | 'Q' }) => (
  <Row>
    <Over of={<Name>median</Name>} range={<Name>venues</Name>} />
    <Name>close</Name>
    <Op>(</Op>
    <Var>b</Var>
    <Op>/</Op>
    {quote === 'USD' ? <Name>USD</Name> : <Var>Q</Var>}
    <Op>)</Op>
  </Row>
);

export function CurrencyChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="currency">
      <Rule>
        <div>
          <Prose>
            <p>
              Prices are compared in USD. A market quoted in <var>Q</var> is multiplied by a rate, USD per <var>Q</var>,
              of the same minute. The first rule that gives one applies; which one did, and the rate, stand beside every
              minute.
            </p>
            <ol>
              <li>
                <strong>USD</strong>: the rate is 1.
              </li>
              <li>
                <strong>Cross rate</strong>: for BTC and for ETH, the median close over venues in USD ÷ the median close
                over venues in <var>Q</var>, with at least two venues on each leg. The rate is the median of the two
                crosses, then the median of the five minutes around it.
              </li>
              <li>
                <strong>Direct pair</strong>: the median over venues of <var>Q</var>/USD.
              </li>
              <li>
                <strong>Assumed parity</strong>: 1, for USD stablecoins alone, and marked as assumed wherever the number
                is shown or exported.
              </li>
              <li>
                <strong>No rate</strong>: the market takes no part in that minute. Won, euro and all others are never
                assumed.
              </li>
            </ol>
          </Prose>
          <Formula label="the cross of base b: its median close in USD divided by its median close in Q">
            <Row>
              <Of base={<Name>cross</Name>} sub={<Var>b</Var>} />
              <Op>(</Op>
              <Var>t</Var>
              <Op>)</Op>
              <Op>=</Op>
              <Frac>
                <Leg quote="USD" />
                <Leg quote="Q" />
              </Frac>
            </Row>
          </Formula>
          <Formula label="the rate: the median over five minutes of the median of the BTC and ETH crosses">
            <Row>
              <Name>rate</Name>
              <Op>(</Op>
              <Var>t</Var>
              <Op>)</Op>
              <Op>=</Op>
              <Over
                of={<Name>median</Name>}
                range={
                  <Row>
                    <Op>|</Op>
                    <Var>s</Var>
                    <Op>−</Op>
                    <Var>t</Var>
                    <Op>|</Op>
                    <Op>≤</Op>
                    <Num>2</Num>
                  </Row>
                }
              />
              <Over
                of={<Name>median</Name>}
                range={
                  <Row>
                    <Var>b</Var>
                    <Op>=</Op>
                    <Name>BTC</Name>
                    <Op>,</Op>
                    <Name>ETH</Name>
                  </Row>
                }
              />
              <Of base={<Name>cross</Name>} sub={<Var>b</Var>} />
              <Op>(</Op>
              <Var>s</Var>
              <Op>)</Op>
              <Words>&nbsp;USD per&nbsp;</Words>
              <Var>Q</Var>
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            Direct stablecoin pairs are thin, above all when it matters; BTC and ETH trade everywhere, and crosses of
            liquid books are how published reference rates are made. Taking a stablecoin for a dollar would turn a shift
            of the stablecoin into a deviation of every venue that quotes in it. Two venues a leg, two bases and five
            minutes each keep one bad book or one bad minute from moving everybody’s rate.
          </p>
          <p>
            The five minutes smooth a cross that exists; a minute that has none stays without. A reader may also ask for
            raw quotes (rate = none): then only markets in one quote are compared.
          </p>
        </Why>
      </Rule>
      {example === null ? <NoExample>{NOTHING_HELD}</NoExample> : <Rates example={example} simulated={simulated} />}
    </Chapter>
  );
}

function Rates({ example, simulated }: { readonly example: MethodExample; readonly simulated: boolean }) {
  const { rate } = example;
  if (rate === null)
    return (
      <NoExample>
        Every market of {example.name} held here is quoted in USD in this minute: its rate is 1, by rule 1, and nothing
        has to be converted.
      </NoExample>
    );
  const { page, answer } = minuteLinks(example, example.minute.minute, example.focus?.venue);
  return (
    <Example
      of={`${minuteWords(example)}: USD per ${rate.quote}`}
      simulated={simulated}
      links={[
        { href: page, label: 'This minute' },
        { href: answer, label: 'JSON' },
      ]}
    >
      {rate.crosses.map((cross) => (
        <Cross key={cross.base} cross={cross} quote={rate.quote} />
      ))}
      <Smoothing rate={rate} />
      <Sum>
        The rate of {clock(rate.minute)}:{' '}
        <b>
          <Value of={rate.value} as={rateFigure} missing="none" />
        </b>{' '}
        USD per {rate.quote}, by the rule “{ruleWords(rate.rule)}”.{' '}
        {rate.direct.median === null ? (
          `No venue here traded ${rate.direct.pair} itself in that minute.`
        ) : (
          <>
            The direct pair {rate.direct.pair}, on{' '}
            {rate.direct.closes.length === 1 ? '1 venue' : `${count(rate.direct.closes.length)} venues`}, said{' '}
            <Value of={rate.direct.median} as={rateFigure} />
            {rate.rule === 'cross' ? '; it is not needed' : ''}.
          </>
        )}
      </Sum>
      <Quotes example={example} />
    </Example>
  );
}

function Cross({ cross, quote }: { readonly cross: RateExample['crosses'][number]; readonly quote: string }) {
  const { base, usd, quoted, value } = cross;
  return (
    <div className="space-y-2">
      <Step>The cross of {base}</Step>
      <LegLadder leg={usd} />
      <LegLadder leg={quoted} />
      {value === null || usd.median === null || quoted.median === null ? (
        <Sum>No cross: a leg needs two venues with a trade in that minute.</Sum>
      ) : (
        <Sum>
          <Value of={usd.median} as={formatPrice} /> ÷ <Value of={quoted.median} as={formatPrice} /> ={' '}
          <b>
            <Value of={value} as={rateFigure} />
          </b>{' '}
          USD per {quote}
        </Sum>
      )}
    </div>
  );
}

function LegLadder({ leg: { pair, closes } }: { readonly leg: RateLeg }) {
  if (closes.length === 0) return <p className="text-sm text-ink-3">{pair}: no venue held traded it in that minute</p>;
  return (
    <div className="space-y-1">
      <p className="label">{pair}, closes</p>
      <Ladder
        label={`Closes of ${pair}, ascending`}
        rungs={closes.map(({ venue, close }) => ({ venue, value: close }))}
        as={pricesAlike(closes.map(({ close }) => close))}
      />
    </div>
  );
}

function Smoothing({ rate }: { readonly rate: RateExample }) {
  return (
    <div className="space-y-2">
      <Step>The median of the crosses, minute by minute; the rate is the middle of the five</Step>
      <Scroller label="Crosses of the five minutes">
        <table className="sheet max-w-2xl">
          <thead>
            <tr>
              <Head>Minute, UTC</Head>
              {rate.around.map(({ minute }) => (
                <NumHead key={minute}>{clock(minute)}</NumHead>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Median of the crosses</th>
              {rate.around.map(({ minute, value }) => (
                <td
                  key={minute}
                  className={`num ${value !== null && value === rate.value ? 'font-semibold underline decoration-2 underline-offset-4' : ''}`}
                >
                  <Value of={value} as={rateFigure} missing="no cross" />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}

/** Every quote of the minute, the rule it came under and its rate. */
function Quotes({ example: { minute } }: { readonly example: MethodExample }) {
  const quotes = [...new Map(minute.venues.map(({ quote, rate }) => [quote, rate])).entries()];
  return (
    <div className="space-y-2">
      <Step>All quotes of that minute</Step>
      <Scroller label="Rates by quote">
        <table className="sheet max-w-2xl">
          <thead>
            <tr>
              <Head>Quote</Head>
              <Head>Rule</Head>
              <NumHead>USD per unit</NumHead>
              <Head>Venues</Head>
            </tr>
          </thead>
          <tbody>
            {quotes.map(([quote, { rule, value }]) => (
              <tr key={quote}>
                <th scope="row">{quote}</th>
                <td className={rule === 'parity' ? 'font-semibold text-caution' : ''}>{ruleWords(rule)}</td>
                <td className="num">
                  <Value of={value} as={rateFigure} missing="no rate" />
                </td>
                <td>
                  {minute.venues
                    .filter((venue) => venue.quote === quote)
                    .map(({ venue }) => venue)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}
