import type { ReactNode } from 'react';
import type { MethodExample } from '@/lib/api/method';
import { count, formatPrice, signedPercent } from '@/lib/words/en/numbers';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample } from './Example';
import { Sum, Value } from './Figures';
import { minuteLinks } from './links';
import { ByCase, Formula, Frac, Name, Num, Of, Op, Over, Row, Var, Words } from './Maths';
import { focused, minuteWords, NOTHING_HELD, unmeasuredWords, type ExampleProps, type Focused } from './props';
import { ratioFigure } from './words';

type Field = 'low' | 'high' | 'close';

const AgainstLike = ({ field }: { readonly field: Field }) => (
  <Row>
    <Of base={<Var>d</Var>} sub={<Name>{field}</Name>} />
    <Op>=</Op>
    <Frac>
      <Of base={<Name>{field}</Name>} sub={<Var>v</Var>} />
      <Of base={<Var>R</Var>} sub={<Name>{field}</Name>} />
    </Frac>
    <Op>−</Op>
    <Num>1</Num>
  </Row>
);

const Beyond = ({ field, most }: { readonly field: 'low' | 'high'; readonly most: 'min' | 'max' }) => (
  <Row>
    <Frac>
      <Of base={<Name>{field}</Name>} sub={<Var>v</Var>} />
      <Row>
        <Over
          of={<Name>{most}</Name>}
          range={
            <Row>
              <Var>u</Var>
              <Op>∈</Op>
              <Var>P</Var>
            </Row>
          }
        />
        <Of base={<Name>{field}</Name>} sub={<Var>u</Var>} />
      </Row>
    </Frac>
    <Op>−</Op>
    <Num>1</Num>
  </Row>
);

export function DeviationChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="deviation">
      <Rule>
        <div>
          <Prose>
            <p>
              A deviation is a simple return against the reference. Four are taken of every venue in every measured
              minute:
            </p>
            <ul>
              <li>
                its low against the others’ median low, its high against their median high, its close against their
                median close: like against like;
              </li>
              <li>
                <strong>outside</strong>: how far it went beyond the range of <em>every</em> other venue: below their
                lowest low (negative) or above their highest high (positive), else 0.
              </li>
            </ul>
          </Prose>
          {(['low', 'high', 'close'] as const).map((field) => (
            <Formula
              key={field}
              label={`the deviation of the ${field} is the venue's ${field} divided by its reference ${field}, minus 1`}
            >
              <AgainstLike field={field} />
            </Formula>
          ))}
          <Formula label="outside: the low over the lowest low of the others minus 1 where that is negative, the high over their highest high minus 1 where that is positive, else 0">
            <Row>
              <Name>outside</Name>
              <Op>=</Op>
              <ByCase
                cases={[
                  [<Beyond key="below" field="low" most="min" />, <Words key="when">if below 0</Words>],
                  [<Beyond key="above" field="high" most="max" />, <Words key="when">if above 0</Words>],
                  [<Num key="else">0</Num>, <Words key="when">else</Words>],
                ]}
              />
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            A market that falls by a tenth within a minute gives every venue a low a tenth below its open. Held against
            the others’ closes that would count against each of them; held against the others’ lows it counts against
            none. “Outside” needs no median at all. It is the plainest thing that can be said: no other venue traded
            lower in that minute.
          </p>
        </Why>
      </Rule>
      {example === null ? <NoExample>{NOTHING_HELD}</NoExample> : <Worked example={example} simulated={simulated} />}
    </Chapter>
  );
}

function Worked({ example, simulated }: { readonly example: MethodExample; readonly simulated: boolean }) {
  const found = focused(example);
  if (found === undefined)
    return (
      <NoExample>
        No market of {minuteWords(example)} can be measured: {unmeasuredWords(example)}. So there is no deviation.
      </NoExample>
    );
  const { row } = found;
  const { page, answer } = minuteLinks(example, example.minute.minute, row.venue);
  return (
    <Example
      of={`${minuteWords(example)}: ${row.venue} ${row.market}, in ${example.minute.currency}`}
      simulated={simulated}
      links={[
        { href: page, label: 'This minute' },
        { href: answer, label: 'JSON' },
      ]}
    >
      <dl className="method-facts" data-testid="deviation-example">
        <Series name="low" price={row.converted.low} against={row.reference.low} ratio={row.dLow} />
        <Series name="high" price={row.converted.high} against={row.reference.high} ratio={row.dHigh} />
        <Series name="close" price={row.converted.close} against={row.reference.close} ratio={row.dClose} />
        <dt>outside</dt>
        <dd>
          <OutsideSum example={example} found={found} />
        </dd>
      </dl>
    </Example>
  );
}

interface SeriesProps {
  readonly name: Field;
  readonly price: number | null;
  readonly against: number | null;
  readonly ratio: number | null;
}

const Series = ({ name, price: own, against, ratio }: SeriesProps) => (
  <>
    <dt>
      <var>d</var>
      <sub>{name}</sub>
    </dt>
    <dd>
      <Sum>
        <Value of={own} as={formatPrice} /> ÷ <Value of={against} as={formatPrice} /> − 1 = <Result ratio={ratio} />
      </Sum>
    </dd>
  </>
);

const Result = ({ ratio }: { readonly ratio: number | null }): ReactNode =>
  ratio === null ? (
    'none'
  ) : (
    <>
      <Value of={ratio} as={ratioFigure} /> ={' '}
      <b className={ratio < 0 ? 'text-below' : ratio > 0 ? 'text-above' : ''}>{signedPercent(ratio)}</b>
    </>
  );

function OutsideSum({ example, found: { row } }: { readonly example: MethodExample; readonly found: Focused }) {
  const { outside } = row;
  const others = example.minute.venues.filter((one) => one !== row && one.kind === 'spot');
  const lows = others
    .flatMap(({ venue, converted }) => (converted.low === null ? [] : [{ venue, value: converted.low }]))
    .sort((a, b) => a.value - b.value);
  const highs = others
    .flatMap(({ venue, converted }) => (converted.high === null ? [] : [{ venue, value: converted.high }]))
    .sort((a, b) => b.value - a.value);
  const [lowest, highest] = [lows[0], highs[0]];
  if (outside === null || lowest === undefined || highest === undefined) return <Sum>none: no other venue traded</Sum>;
  if (outside === 0) {
    return (
      <Sum>
        <Value of={outside} as={ratioFigure} />: within the range of the others, from{' '}
        <Value of={lowest.value} as={formatPrice} /> ({lowest.venue}) to <Value of={highest.value} as={formatPrice} /> (
        {highest.venue})
      </Sum>
    );
  }
  const [own, next, word] =
    outside < 0
      ? ([row.converted.low, lowest, 'lowest low'] as const)
      : ([row.converted.high, highest, 'highest high'] as const);
  return (
    <Sum>
      <Value of={own} as={formatPrice} /> ÷ <Value of={next.value} as={formatPrice} /> − 1 = <Result ratio={outside} />;
      the {word} of the {count(others.filter(({ converted }) => converted.low !== null).length)} others was {next.venue}
      ’s
    </Sum>
  );
}
