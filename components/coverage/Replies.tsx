import type { RepliesAnswer } from '@/lib/api/coverage';
import { addressIn } from '@/lib/api/client/address';
import { replies as operation, reply as replyAsSent } from '@/lib/api/client/operations';
import { Hole, MarketSource } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { rangeWords, replies as words } from '@/lib/words/coveragePage';
import { venueName } from '@/lib/words/venues';
import { Head } from '../frame/ColumnHead';
import { OnClock } from '../zone/OnClock';
import { Time } from '../zone/Time';

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
        <Scroller label={words.label}>
          <table className="sheet">
            <thead>
              <tr>
                <Head>{words.venue}</Head>
                <Head>{words.market}</Head>
                <Head isTime>{words.minutes}</Head>
                <Head isTime>{words.received}</Head>
                <Head>{words.reader}</Head>
                <Head>{words.body}</Head>
                <Head>{words.address}</Head>
              </tr>
            </thead>
            <tbody>
              {replies.map((reply) => (
                <tr
                  key={`${reply.venue} ${reply.market} ${reply.kind} ${reply.source} ${reply.from} ${reply.sha256} ${reply.received}`}
                >
                  <th scope="row">{venueName(reply.venue)}</th>
                  <td className="whitespace-nowrap">
                    <MarketSource market={reply.market} kind={reply.kind} source={reply.source} />
                  </td>
                  <td className="whitespace-nowrap">
                    <OnClock>{rangeWords(reply.from, reply.to)}</OnClock>
                  </td>
                  <td className="whitespace-nowrap">
                    <Time iso={reply.received} withSeconds />
                  </td>
                  <td className="whitespace-nowrap">{reply.reader}</td>
                  <td className="whitespace-nowrap">
                    {reply.bodyKept ? (
                      <a className="link" href={addressIn(replyAsSent, { asset, sha256: reply.sha256 })}>
                        {words.stored}
                      </a>
                    ) : (
                      <Hole>{words.notStored}</Hole>
                    )}
                  </td>
                  <td className="min-w-[40rem] font-mono text-[0.75rem] break-all text-ink-2">
                    {reply.address}
                    <span className="block text-ink-3">{reply.sha256}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}
