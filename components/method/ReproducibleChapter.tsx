import type { MethodExample } from '@/lib/api/method';
import { count } from '@/lib/words/en/numbers';
import { Chapter, Prose, Rule, Why } from './Chapter';
import { Example, NoExample } from './Example';
import { windowLinks } from './links';
import { Formula, Name, Op, Row, Words } from './Maths';
import { NOTHING_HELD, windowWords, type ExampleProps } from './props';

export function ReproducibleChapter({ example, simulated }: ExampleProps) {
  return (
    <Chapter id="reproducible">
      <Rule>
        <div>
          <Prose>
            <p>
              The same observations and the same parameters give the same numbers, to the last bit, on every machine.
              Everything a result depends on has one canonical text: the method’s version, the question, and of every
              market its source, its minutes and a hash of its observations, the markets of the rates included. The
              SHA-256 of that text is the <strong>digest</strong>. It stands beside the numbers on pages, on pictures
              and in the machine-readable answers; two results with one digest are the same result.
            </p>
            <p>
              Observations are hashed as the source said them, before any conversion, day by day; “no trade” and “not
              fetched” have different hashes. When a venue revises a candle the digest changes, and the numbers before
              it can still be had by asking as of an earlier time.
            </p>
          </Prose>
          <Formula label="the digest is the SHA-256 of the canonical text">
            <Row>
              <Name>digest</Name>
              <Op>=</Op>
              <Name>SHA-256</Name>
              <Op>(</Op>
              <Words>canonical text</Words>
              <Op>)</Op>
            </Row>
          </Formula>
        </div>
        <Why>
          <p>
            A number that is handed on must be one that the receiver can check without trusting whoever made it, or us.
            The layout of the text, byte for byte, is specified in the product’s documentation (docs/digest.md).
          </p>
        </Why>
      </Rule>
      {example === null ? <NoExample>{NOTHING_HELD}</NoExample> : <Digest example={example} simulated={simulated} />}
    </Chapter>
  );
}

function Digest({ example, simulated }: { readonly example: MethodExample; readonly simulated: boolean }) {
  const { page, answer } = windowLinks(example);
  const lines = example.canonicalText.split('\n').length - 1;
  return (
    <Example
      of={windowWords(example)}
      simulated={simulated}
      links={[
        { href: page, label: 'This window' },
        { href: answer, label: 'JSON' },
      ]}
    >
      <dl className="method-facts">
        <dt>Digest of the window</dt>
        <dd className="font-mono text-[0.8rem] break-all">{example.digest}</dd>
        <dt>Digest of the minute</dt>
        <dd className="font-mono text-[0.8rem] break-all">{example.minute.digest}</dd>
      </dl>
      <details>
        <summary className="text-sm font-medium">
          The canonical text of the window: {count(lines)} lines, {count(example.canonicalText.length)} bytes
        </summary>
        <pre className="mt-3" tabIndex={0} role="region" aria-label="Canonical text">
          {example.canonicalText}
        </pre>
      </details>
    </Example>
  );
}
