import type { MethodExample } from '@/lib/api/method';
import { Deviation, Hole } from '../frame/Cells';
import { Notes } from '../frame/Notes';
import { Scroller } from '../frame/Section';
import { clock, formatPrice, signedPercent } from '@/lib/words/en/numbers';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample } from './Example';
import { Head, NumHead, Sum, Value } from './Figures';
import { windowLinks } from './links';
import { Formula, Frac, Name, Num, Of, Op, Over, Row, Var, Words } from './Maths';
import { NOTHING_HELD, windowWords, type ExampleProps } from './props';
import { ratioFigure } from './words';

export function ControlChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="control">
      <Rule>
        <div>
          <Prose>
            <p>
              Beside every venue’s fall stands the market’s own: the lowest median low of the window against the median
              of its first five measured closes. The venue’s fall is taken in the same way from its own candles, and the
              difference of the two, in percentage points, is its excess.
            </p>
          </Prose>
          <Formula label="the fall is the lowest low of the window divided by the median of its first five closes, minus 1">
            <Row>
              <Name>fall</Name>
              <Op>=</Op>
              <Frac>
                <Row>
                  <Over of={<Name>min</Name>} range={<Var>t</Var>} />
                  <Name>low</Name>
                  <Op>(</Op>
                  <Var>t</Var>
                  <Op>)</Op>
                </Row>
                <Row>
                  <Words>median of the first 5&nbsp;</Words>
                  <Name>close</Name>
                </Row>
              </Frac>
              <Op>−</Op>
              <Num>1</Num>
            </Row>
          </Formula>
          <Formula label="the excess is the venue's fall minus the market's">
            <Row>
              <Name>excess</Name>
              <Op>=</Op>
              <Of base={<Name>fall</Name>} sub={<Name>venue</Name>} />
              <Op>−</Op>
              <Of base={<Name>fall</Name>} sub={<Name>market</Name>} />
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            In a crash everything falls. A number that does not say how far the market itself fell blames an exchange
            for the market; one that hides how much further the exchange went excuses it. Both are shown at once.
          </p>
        </Why>
      </Rule>
      {example === null ? <NoExample>{NOTHING_HELD}</NoExample> : <Control example={example} simulated={simulated} />}
    </Chapter>
  );
}

function Control({ example, simulated }: { readonly example: MethodExample; readonly simulated: boolean }) {
  const { control, currency } = example;
  const { level, lowest, lowestMinute, fall } = control;
  if (fall === null || level === null || lowest === null || lowestMinute === null)
    return (
      <NoExample>
        {windowWords(example)}: nothing was traded that can be compared, so the market’s fall is not known.
      </NoExample>
    );
  const { page, answer } = windowLinks(example);
  return (
    <Example
      of={windowWords(example)}
      simulated={simulated}
      links={[
        { href: page, label: 'This window' },
        { href: answer, label: 'JSON' },
      ]}
    >
      <Notes notes={example.notes} />
      <Sum>
        The market: lowest median low <Value of={lowest} as={formatPrice} /> {currency} at {clock(lowestMinute)}, first
        closes <Value of={level} as={formatPrice} />; <Value of={lowest} as={formatPrice} /> ÷{' '}
        <Value of={level} as={formatPrice} /> − 1 = <Value of={fall} as={ratioFigure} /> = <b>{signedPercent(fall)}</b>
      </Sum>
      <Scroller label="Falls beside the market's">
        <table className="sheet max-w-2xl">
          <thead>
            <tr>
              <Head>Venue</Head>
              <Head>Market</Head>
              <NumHead>Fall</NumHead>
              <NumHead>The market’s</NumHead>
              <NumHead>Excess</NumHead>
            </tr>
          </thead>
          <tbody>
            {control.falls.map((one) => (
              <tr
                key={`${one.venue} ${one.market}`}
                className={one.venue === example.focus?.venue ? 'is-focus' : undefined}
              >
                <th scope="row">{one.venue}</th>
                <td className="whitespace-nowrap">{one.market}</td>
                <td className="num">
                  <Deviation ratio={one.fall} missing="not measured" level={example.enter} />
                </td>
                <td className="num text-ink-2">{signedPercent(fall)}</td>
                <td className="num">
                  {one.excess === null ? <Hole>not measured</Hole> : signedPercent(one.excess).replace('%', 'points')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Example>
  );
}
