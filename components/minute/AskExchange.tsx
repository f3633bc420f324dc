'use client';

import { Check, ChevronRight, Copy } from 'lucide-react';
import { useState } from 'react';
import type { MinuteAnswer, MinuteVenue } from '@/lib/api/minute';
import { isSimulated, roadOf } from '@/lib/domain/market';
import { formatMinute, type Minute } from '@/lib/domain/minute';
import { marketQuestion, type ExchangeQuestion } from '@/lib/venues/question';
import { rowText } from '@/lib/venues/row';
import {
  askExchange,
  curlOf,
  fileHolds,
  otherRoad,
  placeInReply,
  rowWithoutCandle,
  servedWords,
} from '@/lib/words/exchangeQuestion';
import { joins } from '@/lib/words/spelled';
import { marketName } from '@/lib/words/market';
import { roadWords } from '@/lib/words/sources';
import { VenueMarket } from '../frame/Cells';
import { copied, type CopyOutcome } from '../frame/CopyLink';
import { Rich } from '../frame/Rich';
import { Section } from '../frame/Section';

interface Props {
  readonly answer: MinuteAnswer;
  readonly minute: Minute;
  /** The market whose question is open when the page arrives; undefined: the first. */
  readonly focus: string | undefined;
}

/** For every market of a minute: what to ask its exchange, and what it should answer. */
export function AskExchange({ answer, minute, focus }: Props) {
  const isFirst = (venue: MinuteVenue, place: number): boolean =>
    answer.venues.some((one) => one.venue === focus) ? venue.venue === focus : place === 0;
  return (
    <Section id="ask" title={askExchange.title} lead={askExchange.lead}>
      {answer.simulated && <p className="mb-3 font-semibold text-caution">{askExchange.simulated}</p>}
      <div className="border-t border-ink">
        {answer.venues.map((venue, place) => (
          <AskVenue
            key={`${venue.venue} ${venue.market} ${venue.kind}`}
            venue={venue}
            minute={minute}
            isOpen={isFirst(venue, place)}
          />
        ))}
      </div>
    </Section>
  );
}

interface VenueProps {
  readonly venue: MinuteVenue;
  readonly minute: Minute;
  readonly isOpen: boolean;
}

function AskVenue({ venue, minute, isOpen }: VenueProps) {
  const question = marketQuestion(venue, minute);
  if (question === undefined)
    return (
      <p className="border-b border-rule py-2 pl-6 text-sm text-ink-3">
        {askExchange.unknown} <VenueMarket {...venue} />
      </p>
    );
  return (
    // On paper nothing can be opened: what is shut says nothing there.
    <details className="group border-b border-rule print:not-open:hidden" open={isOpen}>
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-1 py-1 font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90" />
        <span>
          <VenueMarket {...venue} />
        </span>
      </summary>
      <Question venue={venue} question={question} />
    </details>
  );
}

function Question({ venue, question }: { readonly venue: MinuteVenue; readonly question: ExchangeQuestion }) {
  const { address, form, row, under, isOneOfMany, servedUntil, archives } = question;
  const road = roadOf(venue.source);
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 pb-5 pl-5 text-sm sm:grid-cols-[8rem_minmax(0,1fr)] sm:items-baseline sm:gap-y-3 [&>dd]:max-sm:mb-2 [&>dt]:text-ink-3">
      <dt>{askExchange.address}</dt>
      <dd>
        <a className="link block w-fit py-1 wrap-anywhere" href={address} rel="noreferrer">
          {address}
        </a>
      </dd>
      <dt>{askExchange.command}</dt>
      <dd>
        <Command text={curlOf(address)} market={marketName(venue)} />
      </dd>
      <dt>{askExchange.row}</dt>
      <dd className="space-y-1">
        {venue.raw.close === null ? (
          <p>{rowWithoutCandle(venue.missing)}</p>
        ) : (
          <code className="code-block">{rowText(form, row)}</code>
        )}
        <p className="text-ink-2">
          <Rich text={placeInReply(under, isOneOfMany)} />
          {form === 'list' && <>: {row.map(({ name }) => name).join(joins.items)}</>}
        </p>
        {road !== 'rest' && !isSimulated(venue.source) && <p className="text-ink-2">{otherRoad(roadWords(road))}</p>}
        {servedUntil !== undefined && (
          <p className="text-ink-2">
            {servedWords(venue.venue, formatMinute(servedUntil.minute), servedUntil.isDocumented)}
          </p>
        )}
      </dd>
      {archives.length > 0 && (
        <>
          <dt>{askExchange.archive}</dt>
          <dd>
            {archives.map((file) => (
              <p key={file.name}>
                <a className="link inline-block py-1 wrap-anywhere" href={file.address} rel="noreferrer">
                  {file.name}
                </a>{' '}
                <span className="text-ink-2">({fileHolds(file.holds, file.entry)})</span>
              </p>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function Command({ text, market }: { readonly text: string; readonly market: string }) {
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>();
  const copy = async (): Promise<void> => {
    setOutcome(await copied(text));
  };
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <div className="flex items-start gap-2">
      <code className="code-block min-w-0 flex-1">{text}</code>
      <button
        type="button"
        className="button !min-h-9 !px-2"
        aria-label={askExchange.copyCommand(market)}
        onClick={() => void copy()}
      >
        <Icon aria-hidden className="size-4" />
      </button>
      <span role="status" className={outcome === 'refused' ? 'self-center text-caution' : 'sr-only'}>
        {outcome === undefined ? '' : outcome === 'copied' ? askExchange.copied : askExchange.refused}
      </span>
    </div>
  );
}
