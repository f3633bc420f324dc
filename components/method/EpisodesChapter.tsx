import type { MethodExample, Walk } from '@/lib/api/method';
import { Deviation, Figure, Recovery } from '../frame/Cells';
import { Scroller } from '../frame/Section';
import { censoredWords } from '@/lib/words/en/episode';
import {
  amount,
  clock,
  count,
  dayPart,
  formatDuration,
  formatLevel,
  formatPrice,
  signedPercent,
  utc,
} from '@/lib/words/en/numbers';
import { missingWords } from '@/lib/words/en/missing';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample } from './Example';
import { Head, NumHead, Value } from './Figures';
import { minuteLinks, windowLinks } from './links';
import { Formula, Name, Num, Of, Op, Over, Row, Sigma, Var, Words } from './Maths';
import { NOTHING_HELD, windowWords, type ExampleProps } from './props';
import { stepWords, toldSteps } from './words';

const Size = () => (
  <Row>
    <Op>|</Op>
    <Var>d</Var>
    <Op>|</Op>
  </Row>
);

export function EpisodesChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="episodes">
      <Rule>
        <div>
          <Prose>
            <p>
              An episode is a stretch of deviation of one venue to one side; below goes by the lows, above by the highs.
              Its entry level <var>T</var> is 2 %, and 1 % for stablecoins, pegged and wrapped assets, unless a reader
              chooses another.
            </p>
            <ul>
              <li>
                <strong>Enter</strong> at the first measured minute at or beyond <var>T</var>.
              </li>
              <li>
                <strong>Leave</strong> after three measured minutes in a row nearer than <var>T</var>/2.
              </li>
              <li>
                <strong>Start</strong> is the first minute at or beyond <var>T</var>; <strong>end</strong> is the minute
                after the last one at or beyond <var>T</var>/2; the <strong>span</strong> lies between.
              </li>
              <li>
                A <strong>missing</strong> minute neither extends an episode nor ends it; it is counted as unknown. More
                than 30 in a row close it, censored by a gap.
              </li>
              <li>
                One that touches the window’s edge is <strong>censored</strong> there: it may have been longer or deeper
                than what was seen.
              </li>
              <li>
                <strong>Area</strong>: the sum of the closes’ deviations to that side, in percent × minutes.{' '}
                <strong>Recovery</strong>: from the peak until three measured minutes close nearer than <var>T</var>/2.
              </li>
            </ul>
            <p>Episodes are ranked by peak, then by area. A venue’s episodes of one side never overlap.</p>
          </Prose>
          <Formula label="enter where the deviation is at or beyond T">
            <Row>
              <Words>enter:&nbsp;</Words>
              <Size />
              <Op>≥</Op>
              <Var>T</Var>
            </Row>
          </Formula>
          <Formula label="leave where the deviation is below T over 2 in three measured minutes in a row">
            <Row>
              <Words>leave:&nbsp;</Words>
              <Size />
              <Op>&lt;</Op>
              <Var>T</Var>
              <Op>/</Op>
              <Num>2</Num>
              <Words>&nbsp;in 3 measured minutes in a row</Words>
            </Row>
          </Formula>
          <Formula label="the area is 100 times the sum over the episode's minutes of the close's deviation to that side">
            <Row>
              <Name>area</Name>
              <Op>=</Op>
              <Num>100</Num>
              <Op>×</Op>
              <Over
                of={<Sigma />}
                range={
                  <Row>
                    <Var>t</Var>
                    <Op>=</Op>
                    <Name>start</Name>
                  </Row>
                }
                to={
                  <Row>
                    <Name>end</Name>
                    <Op>−</Op>
                    <Num>1</Num>
                  </Row>
                }
              />
              <Name>max</Name>
              <Op>(</Op>
              <Num>0</Num>
              <Op>,</Op>
              <Op>∓</Op>
              <Of base={<Var>d</Var>} sub={<Name>close</Name>} />
              <Op>(</Op>
              <Var>t</Var>
              <Op>)</Op>
              <Op>)</Op>
              <Words>&nbsp;%·min</Words>
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            Left at half the level it was entered at, an episode does not flicker on and off around one number; left
            only after three measured minutes, it is not ended by one calm print or by a silent book. A hole is not
            calm: an exchange that stops printing in the middle of its worst minutes must not be credited with a
            recovery. Area goes by closes, because a wick that lasted a moment is deep and not long: depth and duration
            are told apart.
          </p>
        </Why>
      </Rule>
      <Walks example={example} simulated={simulated} />
    </Chapter>
  );
}

function Walks({ example, simulated }: ExampleProps) {
  if (example === null) return <NoExample>{NOTHING_HELD}</NoExample>;
  const level = formatLevel(example.enter);
  if (example.walks.length === 0)
    return (
      <NoExample>
        {windowWords(example)}:{' '}
        {example.measuredMinutes > 0
          ? `no venue strayed ${level} or more, so there is no episode to walk through.`
          : 'nothing could be measured, so there is no episode to walk through.'}
      </NoExample>
    );
  return example.walks.map((walk, i) => (
    <Walked key={walk.episode.id} example={example} walk={walk} simulated={simulated} isLonger={i > 0} />
  ));
}

interface WalkedProps {
  readonly example: MethodExample;
  readonly walk: Walk;
  readonly simulated: boolean;
  /** The one before it was too short to show how one lasts. */
  readonly isLonger: boolean;
}

function Walked({ example, walk, simulated, isLonger }: WalkedProps) {
  const { episode } = walk;
  const { page, answer } = windowLinks(example, episode.venue);
  const links = [
    { href: minuteLinks(example, episode.peakMinute, episode.venue).page, label: 'Its peak' },
    { href: page, label: 'Its window' },
    { href: answer, label: 'JSON' },
  ];
  return (
    <Example
      of={`${example.name}, ${episode.venue} ${episode.market} ${episode.side}, ${dayPart(episode.start)}${isLonger ? ': a longer one of the same window' : ''}`}
      simulated={simulated}
      links={links}
    >
      <Steps walk={walk} enter={example.enter} />
      <Facts walk={walk} currency={example.currency} enter={example.enter} />
    </Example>
  );
}

function Steps({ walk, enter }: { readonly walk: Walk; readonly enter: number }) {
  const { episode } = walk;
  return (
    <Scroller label={`The episode of ${episode.venue}, minute by minute`}>
      <table className="sheet">
        <thead>
          <tr>
            <Head>Minute, UTC</Head>
            <NumHead>{episode.side === 'below' ? 'Low' : 'High'}, deviation</NumHead>
            <NumHead>Close, deviation</NumHead>
            <Head>What it does</Head>
            <NumHead>Area so far, %·min</NumHead>
          </tr>
        </thead>
        <tbody>
          {toldSteps(walk).map((step, i) =>
            'leftOut' in step ? (
              <tr key={`left out ${String(i)}`} className="left-out">
                <td colSpan={5}>{count(step.leftOut)} min not told here</td>
              </tr>
            ) : (
              <tr key={step.minute} className={step.minute === episode.peakMinute ? 'is-focus' : undefined}>
                <th scope="row">{clock(step.minute)}</th>
                <td className="num">
                  <Deviation
                    ratio={step.deviation}
                    missing={step.missing === null ? 'none' : missingWords(step.missing)}
                    level={enter / 2}
                  />
                </td>
                <td className="num">
                  <Deviation
                    ratio={step.dClose}
                    missing={step.missing === null ? 'none' : missingWords(step.missing)}
                    level={enter / 2}
                  />
                </td>
                <td className="whitespace-nowrap">{stepWords(step, { enter, peakMinute: episode.peakMinute })}</td>
                <td className="num">
                  {step.area === null ? (
                    <span className="text-ink-3">outside it</span>
                  ) : (
                    <Value of={step.area} as={area} />
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </Scroller>
  );
}

const area = (value: number): string => amount(Number(value.toFixed(1)));

function Facts({
  walk: { episode },
  currency,
  enter,
}: {
  readonly walk: Walk;
  readonly currency: string;
  readonly enter: number;
}) {
  const level = formatLevel(enter);
  return (
    <dl className="method-facts">
      <dt>Start, end</dt>
      <dd>
        {utc(episode.start)} to {utc(episode.end)} UTC, the end not included: {formatDuration(episode.spanMinutes)}
      </dd>
      <dt>Peak</dt>
      <dd>
        {signedPercent(episode.peak)} at {clock(episode.peakMinute)}: <Value of={episode.peakPrice} as={formatPrice} />{' '}
        against <Value of={episode.peakReference} as={formatPrice} /> {currency}, by {count(episode.peersAtPeak)} peers
      </dd>
      <dt>Minutes</dt>
      <dd>
        {count(episode.minutesBeyond)} at or beyond {level}, {count(episode.minutesClosedBeyond)} closed there,{' '}
        {count(episode.unknownMinutes)} unknown
      </dd>
      <dt>Area</dt>
      <dd>
        <Value of={episode.areaPctMinutes} as={area} /> %·min
      </dd>
      <dt>Recovery</dt>
      <dd>
        <Recovery minutes={episode.recoveryMinutes} />
      </dd>
      <dt>Volume in it</dt>
      <dd>
        <Figure value={episode.usdVolume} format={amount} missing="not known" /> {currency},{' '}
        <Figure value={episode.volumeShare} format={formatLevel} missing="an unknown share" /> of all venues’
      </dd>
      <dt>Cut off</dt>
      <dd>{censoredWords(episode.censored)}</dd>
      <dt>Id</dt>
      <dd className="font-mono text-[0.8rem] break-all">{episode.id}</dd>
    </dl>
  );
}
