import type { ReactNode } from 'react';
import { METHOD_VERSION } from '@/lib/domain/method';
import { CHANGES } from './changes';
import { Chapter, Prose } from './Chapter';
import { READINGS } from './readings';

/** What no number of this product says, however exact it is. */
export function LimitsChapter() {
  return (
    <Chapter id="limits">
      <dl className="method-terms">
        <Limit what="Why a price strayed">
          Every number here is a price, a time or a volume. None says whether a book was thin, an engine overloaded, a
          market maker gone, or somebody at fault.
        </Limit>
        <Limit what="What happened inside a minute">
          A candle has a low and does not say when in the minute, how often, or for how long it was there. A low may be
          one trade of a few dollars; the volume and the trade count beside it belong to the whole minute.
        </Limit>
        <Limit what="What came first within a minute">
          The order of events is an order of minutes, not of causes. Venues stamp trades by their own clocks.
        </Limit>
        <Limit what="What a price should have been">
          The reference is what most of the other venues traded at. Where most of them went astray together, it is the
          few that held which stand out. Look at the peers and their dispersion before naming a venue.
        </Limit>
        <Limit what="What could have been traded">
          No order book is held: neither depth, nor spread, nor who could place an order at all. A venue that refuses
          orders and prints nothing shows as “no trade”.
        </Limit>
        <Limit what="That a candle is final">
          A venue may revise it. Later answers are kept beside the first, and{' '}
          <a className="link" href="/revisions">
            what was said differently
          </a>{' '}
          is shown; a venue that revised a candle before it was first asked for leaves no trace here.
        </Limit>
        <Limit what="That a source tells the truth">
          Candles are what a venue’s own API, archive or trades said, or a file that a reader brought. Whether a venue’s
          volume was real is not tested. Where two sources of one market differ, both are shown.
        </Limit>
        <Limit what="What is not held">
          A venue that was not asked, or had no such market, is no peer.{' '}
          <a className="link" href="/coverage">
            Coverage
          </a>{' '}
          says what was asked and answered, market by market and day by day.
        </Limit>
        <Limit what="What anybody is owed">
          Liquidation prices, mark prices and compensation follow a venue’s own rules. A deviation of its spot book is a
          fact beside them and not a verdict.
        </Limit>
      </dl>
    </Chapter>
  );
}

const Limit = ({ what, children }: { readonly what: string; readonly children: ReactNode }) => (
  <div>
    <dt>{what}</dt>
    <dd>{children}</dd>
  </div>
);

/** The places where the rules alone do not decide, and how they are decided. */
export function ReadingsChapter() {
  return (
    <Chapter id="readings">
      <Prose>
        <p>
          A rule in words leaves places open. Whoever computes these numbers a second time, as one should, meets these;
          so that both come to the same, they are settled like this.
        </p>
      </Prose>
      <dl className="method-readings">
        {READINGS.map(({ question, reading, why }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{reading}</dd>
            <dd className="because">{why}</dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}

export function VersionsChapter() {
  return (
    <Chapter id="versions">
      <Prose>
        <p>
          In force is <strong>version {METHOD_VERSION}</strong>. Whoever changes a rule on this page raises it. Answers,
          pictures and digests name the version they were made with, so that a number from before a change is never
          mistaken for one from after.
        </p>
      </Prose>
      <dl className="method-terms">
        {CHANGES.map(({ version, what }) => (
          <div key={version}>
            <dt>Version {version}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}
