import type { RepliesAnswer } from '@/lib/api/coverage';
import { addressIn } from '@/lib/api/client/address';
import { replies as operation, reply as replyAsSent } from '@/lib/api/client/operations';
import { Hole, MarketSource } from '../frame/Cells';
import { Section } from '../frame/Section';
import { rangeWords, replies as words } from '@/lib/words/coveragePage';
import { venueName } from '@/lib/words/venues';
import { Head } from '../frame/ColumnHead';
import { OnClock } from '../zone/OnClock';
import { Time } from '../zone/Time';
import { ZonedHead } from '../zone/ZonedHead';

/** Where the candles of the asset's window were read from: enough to ask the same again and compare. */
export function Replies({ answer }: { readonly answer: RepliesAnswer }) {
  const { asset, from, to, total, replies } = answer;
  return (
    <Section
      id="replies"
      title={words.title}
      lead={words.lead(from, to)}
      aside={
        total > replies.length ? (
          <a className="link text-sm" href={addressIn(operation, {}, `asset=${asset}&limit=1000`)}>
            {words.more(replies.length, total)}
          </a>
        ) : undefined
      }
    >
      {replies.length === 0 ? (
        <p className="text-ink-2">{words.none}</p>
      ) : (
        <table className="sheet" aria-label={words.label}>
          <thead>
            <tr>
              <Head>{words.venue}</Head>
              <Head className="max-md:hidden">{words.market}</Head>
              <Head isTime className="max-xl:hidden">
                {words.minutes}
              </Head>
              <Head isTime>{words.received}</Head>
              <Head className="max-md:hidden">{words.reader}</Head>
              <Head>{words.body}</Head>
            </tr>
          </thead>
          <tbody>
            {replies.map((reply) => (
              <Reply
                key={`${reply.venue} ${reply.market} ${reply.kind} ${reply.source} ${reply.from} ${reply.sha256} ${reply.received}`}
                asset={asset}
                reply={reply}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

interface ReplyProps {
  readonly asset: string;
  readonly reply: RepliesAnswer['replies'][number];
}

/** Two rows: what it is, and over the whole width what to ask again and compare, so that neither runs out of the page. */
function Reply({ asset, reply }: ReplyProps) {
  const minutes = <OnClock>{rangeWords(reply.from, reply.to)}</OnClock>;
  return (
    <>
      <tr className="[&>*]:border-b-0 [&>*]:pb-0">
        <th scope="row">
          {venueName(reply.venue)}
          <span className="block font-normal whitespace-normal md:hidden">
            <MarketSource market={reply.market} kind={reply.kind} source={reply.source} />
          </span>
        </th>
        <td className="whitespace-nowrap max-md:hidden">
          <MarketSource market={reply.market} kind={reply.kind} source={reply.source} />
        </td>
        <td className="whitespace-nowrap max-xl:hidden">{minutes}</td>
        <td className="md:whitespace-nowrap">
          <Time iso={reply.received} withSeconds />
        </td>
        <td className="whitespace-nowrap max-md:hidden">{reply.reader}</td>
        <td className="whitespace-nowrap">
          {reply.bodyKept ? (
            <a className="link" href={addressIn(replyAsSent, { asset, sha256: reply.sha256 })}>
              {words.stored}
            </a>
          ) : (
            <Hole>{words.notStored}</Hole>
          )}
        </td>
      </tr>
      <tr>
        <td colSpan={6} className="text-ink-2">
          <span className="block xl:hidden">
            <span className="label">
              <ZonedHead>{words.minutes}</ZonedHead>
            </span>{' '}
            {minutes}
          </span>
          <span className="sr-only">{words.address}</span>
          <span className="block font-mono text-[0.75rem] break-all">{reply.address}</span>
          <span className="block font-mono text-[0.75rem] break-all text-ink-3">{reply.sha256}</span>
        </td>
      </tr>
    </>
  );
}
