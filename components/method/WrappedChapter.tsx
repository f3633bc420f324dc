import type { SecondReference } from '@/lib/api/method';
import { Notes } from '../frame/Notes';
import { Scroller } from '../frame/Section';
import { count, formatDuration, formatLevel, formatPrice, rawPrice, signedPercent, utc } from '@/lib/words/en/numbers';
import { ruleWords } from '@/lib/words/en/rates';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample, Step } from './Example';
import { Head, NumHead, Sum, Value } from './Figures';
import { secondLinks } from './links';
import { Formula, Frac, Name, Of, Op, Over, Row, Var, Words } from './Maths';
import { windowWords } from './props';
import { rateFigure, ratioFigure } from './words';

interface Props {
  readonly second: readonly SecondReference[];
  readonly simulated: boolean;
}

export function WrappedChapter({ second, simulated }: Props) {
  return (
    <Chapter id="wrapped">
      <Rule>
        <div>
          <Prose>
            <p>
              A wrapped asset (WBETH, BNSOL) is a claim on another and trades on few venues, so that a median of the
              others often does not exist. It has a second reference, labelled and never mixed with the first: the
              underlying’s own reference of that minute times a ratio. The ratio is the median, over the 1,440 minutes
              before the window, of the venue’s close of the wrapped asset ÷ the underlying’s reference close. Lows are
              held against lows, closes against closes.
            </p>
            <p>A pegged asset (USDe) has 1 USD as its second reference.</p>
          </Prose>
          <Formula label="the wrapped reference is the underlying's reference times the ratio rho">
            <Row>
              <Of base={<Var>R</Var>} sub={<Name>wrapped</Name>} />
              <Op>(</Op>
              <Var>v</Var>
              <Op>,</Op>
              <Var>t</Var>
              <Op>)</Op>
              <Op>=</Op>
              <Of base={<Var>R</Var>} sub={<Name>underlying</Name>} />
              <Op>(</Op>
              <Var>v</Var>
              <Op>,</Op>
              <Var>t</Var>
              <Op>)</Op>
              <Op>×</Op>
              <Of base={<Var>ρ</Var>} sub={<Var>v</Var>} />
            </Row>
          </Formula>
          <Formula label="the ratio rho is the median over the day before of the venue's close divided by the underlying's reference close">
            <Row>
              <Of base={<Var>ρ</Var>} sub={<Var>v</Var>} />
              <Op>=</Op>
              <Over of={<Name>median</Name>} range={<Words>day before</Words>} />
              <Frac>
                <Row>
                  <Of base={<Name>close</Name>} sub={<Var>v</Var>} />
                  <Op>(</Op>
                  <Name>wrapped</Name>
                  <Op>)</Op>
                </Row>
                <Row>
                  <Of base={<Var>R</Var>} sub={<Name>close</Name>} />
                  <Op>(</Op>
                  <Name>underlying</Name>
                  <Op>)</Op>
                </Row>
              </Frac>
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            The ratio calibrates itself: it needs no rate from outside and no promise of an issuer, only what the venue
            itself traded at the day before. It ends where the window begins, so that nothing that happens in the window
            moves it. A peg is different: there the promise, 1 USD, is the very thing to hold the price against. Against
            it a fall on every venue at once is a deviation of each, as it should be.
          </p>
        </Why>
      </Rule>
      {second.length === 0 && (
        <NoExample>No wrapped and no pegged asset is held, so there is nothing to work this rule out on.</NoExample>
      )}
      {second.map((one) => (
        <Second key={one.asset} second={one} simulated={simulated} />
      ))}
    </Chapter>
  );
}

function Second({ second, simulated }: { readonly second: SecondReference; readonly simulated: boolean }) {
  const { page, answer } = secondLinks(second);
  return (
    <Example
      of={`${windowWords(second)}, against ${second.reference === 'peg' ? '1 USD' : `${second.underlying ?? 'its underlying'} × ratio`}`}
      simulated={simulated}
      links={[
        { href: page, label: 'This window' },
        { href: answer, label: 'JSON' },
      ]}
    >
      <Notes notes={second.notes} />
      {second.reference === 'wrapped' && <Ratios second={second} />}
      <Deepest second={second} />
    </Example>
  );
}

function Ratios({ second }: { readonly second: SecondReference }) {
  return (
    <div className="space-y-2">
      <Step>
        {second.name} ÷ {second.underlying}, over the day before {utc(second.from)}
      </Step>
      <Scroller label={`Ratios of ${second.name}`}>
        <table className="sheet max-w-2xl">
          <thead>
            <tr>
              <Head>Venue</Head>
              <Head>Market</Head>
              <NumHead>Common minutes of 1,440</NumHead>
              <NumHead>Ratio</NumHead>
            </tr>
          </thead>
          <tbody>
            {second.ratios.map(({ venue, market, ratio, minutes }) => (
              <tr key={`${venue} ${market}`}>
                <th scope="row">{venue}</th>
                <td>{market}</td>
                <td className="num">{count(minutes)}</td>
                <td className="num">
                  <Value of={ratio} as={rateFigure} missing="too few minutes" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}

function Deepest({ second }: { readonly second: SecondReference }) {
  const { deepest } = second;
  if (deepest === null) {
    const unknown = second.reference === 'wrapped' && second.ratios.every(({ ratio }) => ratio === null);
    return (
      <Sum>
        {unknown
          ? 'Without a ratio nothing is measured: the day before the window has to be held as well, of this asset and of its underlying.'
          : `No venue strayed ${formatLevel(second.enter)} or more from this reference.`}
      </Sum>
    );
  }
  const { episode, rawPrice: raw, quote, rate, underlyingReference, ratio } = deepest;
  const field = episode.side === 'below' ? 'low' : 'high';
  return (
    <div className="space-y-2">
      <Step>
        The deepest minute: {episode.venue} {episode.market}, {utc(episode.peakMinute)} UTC
      </Step>
      <Sum>
        Its {field}: <Value of={raw} as={rawPrice} /> {quote}
        {rate.rule !== 'usd' && (
          <>
            {' '}
            × <Value of={rate.value} as={rateFigure} /> ({ruleWords(rate.rule)})
          </>
        )}{' '}
        = <Value of={episode.peakPrice} as={formatPrice} /> USD
      </Sum>
      {ratio !== null && underlyingReference !== null && (
        <Sum>
          Its reference: {second.underlying} {field} <Value of={underlyingReference} as={formatPrice} /> ×{' '}
          <Value of={ratio} as={rateFigure} /> = <Value of={episode.peakReference} as={formatPrice} /> USD, by{' '}
          {count(episode.peersAtPeak)} peers
        </Sum>
      )}
      <Sum>
        <Value of={episode.peakPrice} as={formatPrice} /> ÷ <Value of={episode.peakReference} as={formatPrice} /> − 1 ={' '}
        <Value of={episode.peak} as={ratioFigure} /> ={' '}
        <b className={episode.peak < 0 ? 'text-below' : 'text-above'}>{signedPercent(episode.peak)}</b>
      </Sum>
      <Sum>
        The episode around it lasted {formatDuration(episode.spanMinutes)}, from {utc(episode.start)};{' '}
        {count(episode.minutesClosedBeyond)} min closed {formatLevel(second.enter)} or more {episode.side}.
      </Sum>
    </div>
  );
}
