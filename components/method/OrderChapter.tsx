import type { MethodExample } from '@/lib/api/method';
import { Scroller } from '../frame/Section';
import { clock, formatLevel, utc } from '@/lib/words/en/numbers';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample } from './Example';
import { Head } from './Figures';
import { windowLinks } from './links';
import { Formula, Name, Of, Op, Over, Row, Var } from './Maths';
import { NOTHING_HELD, windowWords, type ExampleProps } from './props';

export function OrderChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="order">
      <Rule>
        <div>
          <Prose>
            <p>
              For every market the first minute in which its low strayed 1, 5 and 10 % below its reference is told;
              likewise the first in which it had fallen that far from its level before (the median of its first five
              closes). It is back in the minute after its last episode.
            </p>
          </Prose>
          <Formula label="the first minute at depth x is the earliest minute whose low deviates by x or more below">
            <Row>
              <Of base={<Name>first</Name>} sub={<Var>x</Var>} />
              <Op>=</Op>
              <Over of={<Name>min</Name>} range={<Var>t</Var>} />
              <Op>{'{'}</Op>
              <Var>t</Var>
              <Op>:</Op>
              <Of base={<Var>d</Var>} sub={<Name>low</Name>} />
              <Op>(</Op>
              <Var>t</Var>
              <Op>)</Op>
              <Op>≤</Op>
              <Op>−</Op>
              <Var>x</Var>
              <Op>{'}'}</Op>
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            Who moved first and who was back last is what people ask of such an hour. At one-minute bars it is an{' '}
            <strong>order, not causality</strong>: two venues that moved within the same minute have no order here, and
            one that moved a minute earlier need not have moved the others.
          </p>
        </Why>
      </Rule>
      {example === null ? <NoExample>{NOTHING_HELD}</NoExample> : <Order example={example} simulated={simulated} />}
    </Chapter>
  );
}

function Order({ example, simulated }: { readonly example: MethodExample; readonly simulated: boolean }) {
  const { levels, markets } = example.order;
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
      <Scroller label="Order of events">
        <table className="sheet">
          <thead>
            <tr>
              <Head>Venue</Head>
              <Head>Market</Head>
              {levels.map((level) => (
                <Head key={level}>Strayed {formatLevel(level)}</Head>
              ))}
              {levels.map((level) => (
                <Head key={level}>Fell {formatLevel(level)}</Head>
              ))}
              <Head>Back</Head>
            </tr>
          </thead>
          <tbody>
            {markets.map((one) => (
              <tr
                key={`${one.venue} ${one.market}`}
                className={one.venue === example.focus?.venue ? 'is-focus' : undefined}
              >
                <th scope="row">{one.venue}</th>
                <td className="whitespace-nowrap">{one.market}</td>
                {one.strayed.map((minute, i) => (
                  <When key={levels[i]} minute={minute} otherwise={one.measured === 0 ? 'not measured' : 'never'} />
                ))}
                {one.fell.map((minute, i) => (
                  <When key={levels[i]} minute={minute} otherwise={one.priced === 0 ? 'no price' : 'never'} />
                ))}
                <When
                  minute={one.recovered}
                  otherwise={
                    one.measured === 0 ? 'not measured' : one.episodes === 0 ? 'had no episode' : 'not in the window'
                  }
                />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Example>
  );
}

const When = ({ minute, otherwise }: { readonly minute: string | null; readonly otherwise: string }) => (
  <td className="whitespace-nowrap">
    {minute === null ? (
      <span className="text-ink-3">{otherwise}</span>
    ) : (
      <time dateTime={minute} title={`${utc(minute)} UTC`}>
        {clock(minute)}
      </time>
    )}
  </td>
);
