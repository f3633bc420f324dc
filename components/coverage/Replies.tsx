import type { RepliesAnswer } from '@/lib/api/coverage';
import { apiRoutes } from '@/lib/api/routes';
import { Hole } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { count, utc } from '@/lib/words/en/numbers';
import { sourceWords } from '@/lib/words/en/sources';

/** Where the candles of the asset's window were read from: enough to ask the same again and compare. */
export function Replies({ answer }: { readonly answer: RepliesAnswer }) {
  const { asset, from, to, total, replies } = answer;
  return (
    <Section
      id="replies"
      title="Replies the candles were read from"
      lead={`For the minutes ${utc(from)} to ${utc(to)} UTC: the address asked, when, and the SHA-256 of the bytes that came. Whoever asks the same and gets other bytes has found a revision.`}
      aside={
        total > replies.length ? (
          <a className="link text-sm" href={apiRoutes.replies(`asset=${asset}&limit=1000`)}>
            {count(replies.length)} of {count(total)} are shown; all of them as JSON
          </a>
        ) : undefined
      }
    >
      {replies.length === 0 ? (
        <p className="text-ink-2">
          No reply of these minutes was noted: they came from before replies were kept, or from a source that has none.
        </p>
      ) : (
        <Scroller label="Replies">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">Venue</th>
                <th scope="col">Market, source</th>
                <th scope="col">Minutes asked, UTC</th>
                <th scope="col">Received, UTC</th>
                <th scope="col">Read by</th>
                <th scope="col">The bytes</th>
                <th scope="col">Address asked, and SHA-256 of the bytes that came</th>
              </tr>
            </thead>
            <tbody>
              {replies.map((reply) => (
                <tr
                  key={`${reply.venue} ${reply.market} ${reply.kind} ${reply.source} ${reply.from} ${reply.sha256} ${reply.received}`}
                >
                  <th scope="row">{reply.venue}</th>
                  <td className="whitespace-nowrap">
                    {reply.market} {reply.kind !== 'spot' && `${reply.kind} `}
                    <span className="text-ink-3">{sourceWords(reply.source)}</span>
                  </td>
                  <td className="whitespace-nowrap">
                    {utc(reply.from)} to {utc(reply.to)}
                  </td>
                  <td className="whitespace-nowrap">{reply.received.replace('T', ' ').replace('Z', '')}</td>
                  <td className="whitespace-nowrap">{reply.reader}</td>
                  <td className="whitespace-nowrap">
                    {reply.bodyKept ? (
                      <a className="link" href={apiRoutes.reply(asset, reply.sha256)}>
                        kept
                      </a>
                    ) : (
                      <Hole>not kept</Hole>
                    )}
                  </td>
                  <td className="min-w-[40rem] font-mono text-[0.76rem] break-all text-ink-2">
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
