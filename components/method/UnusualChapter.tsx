import type { MethodExample } from '@/lib/api/method';
import { count, signedPercent, utc } from '@/lib/words/en/numbers';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample } from './Example';
import { Sum, Value } from './Figures';
import { minuteLinks } from './links';
import { Formula, Frac, Name, Num, Op, Row, Var } from './Maths';
import { NOTHING_HELD, type ExampleProps } from './props';

export function UnusualChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="unusual">
      <Rule>
        <div>
          <Prose>
            <p>
              A peak is held against the same market’s own past: its deviations to that side in the seven days before
              the window, at least one day of them measured, else there is no baseline and nothing is said. Two numbers
              come of it: the robust <var>z</var> (with <var>m</var> the past’s median), and the rank, as in “deepest of
              10,080 minutes”.
            </p>
          </Prose>
          <Formula label="z is the peak minus the median m of the past, divided by 1.4826 times the past's median absolute deviation, but at least by one basis point">
            <Row>
              <Var>z</Var>
              <Op>=</Op>
              <Frac>
                <Row>
                  <Name>peak</Name>
                  <Op>−</Op>
                  <Var>m</Var>
                </Row>
                <Row>
                  <Name>max</Name>
                  <Op>(</Op>
                  <Num>1.4826</Num>
                  <Op>×</Op>
                  <Name>MAD</Name>
                  <Op>,</Op>
                  <Num>0.0001</Num>
                  <Op>)</Op>
                </Row>
              </Frac>
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            Two per cent is a storm on a deep book and a calm afternoon on a thin one. The past of the same market says
            which. Median and MAD instead of mean and standard deviation, because one old wick would otherwise make
            every later one look ordinary; a floor of one basis point, because nothing is measured finer. <var>z</var>{' '}
            is a distance and not a probability: returns of markets are not normal.
          </p>
        </Why>
      </Rule>
      {example === null ? <NoExample>{NOTHING_HELD}</NoExample> : <Unusual example={example} simulated={simulated} />}
    </Chapter>
  );
}

function Unusual({ example, simulated }: { readonly example: MethodExample; readonly simulated: boolean }) {
  const episode = example.walks[0]?.episode;
  if (episode === undefined)
    return <NoExample>There is no episode here whose peak could be held against the past.</NoExample>;
  const { unusual } = example;
  if (unusual === null)
    return (
      <NoExample>
        No baseline: of the seven days before {utc(example.from)} UTC less than a day of {episode.venue}{' '}
        {episode.market} could be measured. Bring those days in, and this peak is held against them here.
      </NoExample>
    );
  const isDeepest = unusual.rank === 1;
  return (
    <Example
      of={`${example.name}, ${episode.venue} ${episode.market}, the peak of ${utc(episode.peakMinute)} UTC`}
      simulated={simulated}
      links={[{ href: minuteLinks(example, episode.peakMinute, episode.venue).page, label: 'This minute' }]}
    >
      <Sum>
        The past: <Value of={unusual.of} as={count} /> measured minutes from {utc(unusual.from)} to {utc(unusual.to)}{' '}
        UTC. The peak, {signedPercent(episode.peak)}, is{' '}
        <b>
          <Value of={Math.abs(unusual.z)} as={score} /> robust standard deviations
        </b>{' '}
        {episode.side} their median, and{' '}
        {isDeepest ? (
          <b>further {episode.side} than every one of them</b>
        ) : (
          <>
            <Value of={unusual.rank - 1} as={count} /> of them were as far {episode.side} or further
          </>
        )}
        .
      </Sum>
    </Example>
  );
}

/** A z of thousands needs no decimals; one near the usual does. */
const score = (z: number): string =>
  z >= 100 ? count(z) : new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }).format(z);
