import type { ReactNode } from 'react';
import type { MissingReason } from '@/lib/api/hole';
import type { MethodExample } from '@/lib/api/method';
import { Scroller } from '../frame/Section';
import { count, utc } from '@/lib/words/en/numbers';
import { missingWords } from '@/lib/words/en/missing';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample, Step } from './Example';
import { Head, NumHead, Value } from './Figures';
import { minuteLinks, windowLinks } from './links';
import { Formula, Name, Num, Op, Row, Var, Words } from './Maths';
import { NOTHING_HELD, windowWords, type ExampleProps } from './props';

const KINDS: Readonly<Record<MissingReason, string>> = {
  'not-fetched': 'Nobody has asked for that minute yet, or the question failed. Nothing is known.',
  'no-trade': 'The venue was asked and answered: nothing was traded. A row of zero volume says the same as no row.',
  'no-rate': 'There was a trade, but its quote cannot be brought to USD in that minute (section 2).',
  'too-few-peers': 'There was a trade, but fewer other venues than a reference needs (section 3).',
};

export function WordsChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="words">
      <dl className="method-terms">
        <Word word="venue">an exchange: binance, coinbase, …</Word>
        <Word word="market">
          one venue’s book of one pair: base, quote and kind. Kinds are spot, perp (a perpetual contract), mark and
          index. Only spot books make a reference.
        </Word>
        <Word word="asset">what is compared across venues: ATOM, WBETH, …</Word>
        <Word word="minute">
          a whole UTC minute, named by its first second. Every range is half-open: its first minute belongs to it, its
          end does not.
        </Word>
        <Word word="candle">
          open, high, low and close of a minute in quote per base, the base volume, and where the venue says them the
          quote volume and the number of trades.
        </Word>
        <Word word="source">
          the road on which a candle came: the venue’s own API, its official archive, its trades, a reader’s file,
          Binance’s display klines. One source is never put in another’s place.
        </Word>
        <Word word="observation">
          a candle as one source said it at one time. When it says something else later, that is a second observation (a
          revision); the first is kept.
        </Word>
        <Word word="traded minute">a minute with a volume, or a number of trades, above 0.</Word>
        <Word word="peers of a venue">
          the other venues with a traded spot minute that can be brought to USD, one market each.
        </Word>
        <Word word="deviation">price ÷ reference − 1. −0.9994 is 99.94 % below.</Word>
      </dl>
      <Formula label="a minute is traded when its volume or its number of trades is above 0">
        <Row>
          <Name>traded</Name>
          <Op>⇔</Op>
          <Name>volume</Name>
          <Op>&gt;</Op>
          <Num>0</Num>
          <Words>&nbsp;or&nbsp;</Words>
          <Name>trades</Name>
          <Op>&gt;</Op>
          <Num>0</Num>
          <Words>&nbsp;in minute&nbsp;</Words>
          <Var>t</Var>
        </Row>
      </Formula>
      <Rule>
        <div>
          <Prose>
            <h3 id="missing" className="scroll-mt-20 text-[1.1rem] font-semibold">
              Four kinds of missing
            </h3>
            <p>
              A minute that has no deviation says why. The four reasons are different facts, and they are kept apart in
              every table, on every chart and in every file:
            </p>
          </Prose>
        </div>
        <Why>
          <p>
            No price is carried forward, interpolated or filled, and no number stands for a hole. An exchange’s last
            price of some minutes ago, held against a market that has moved since, would be an invented deviation: in a
            crash the most dramatic numbers would be the ones nobody traded at.
          </p>
        </Why>
      </Rule>
      <Holes example={example} simulated={simulated} />
    </Chapter>
  );
}

const Word = ({ word, children }: { readonly word: string; readonly children: ReactNode }) => (
  <div>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
);

function Holes({ example, simulated }: ExampleProps) {
  if (example === null) return <NoExample>{NOTHING_HELD}</NoExample>;
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
      <Step>
        Of the minutes of all its markets <Value of={example.measuredMinutes} as={count} /> were measured. The others
        are holes:
      </Step>
      <Scroller label="Holes by kind">
        <table className="sheet">
          <thead>
            <tr>
              <Head>Reason</Head>
              <Head>Meaning</Head>
              <NumHead>Minutes here</NumHead>
              <Head>First</Head>
            </tr>
          </thead>
          <tbody>
            {example.missing.map(({ reason, minutes, first }) => (
              <tr key={reason}>
                <th scope="row">{missingWords(reason)}</th>
                <td className="min-w-[18rem]">{KINDS[reason]}</td>
                <td className="num">
                  <Value of={minutes} as={count} />
                </td>
                <td className="whitespace-nowrap">
                  {first === null ? (
                    <span className="text-ink-3">never</span>
                  ) : (
                    <First example={example} first={first} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Example>
  );
}

const First = ({
  example,
  first,
}: {
  readonly example: MethodExample;
  readonly first: NonNullable<MethodExample['missing'][number]['first']>;
}) => (
  <a className="link" href={minuteLinks(example, first.minute, first.venue).page}>
    {first.venue} {utc(first.minute)}
  </a>
);
