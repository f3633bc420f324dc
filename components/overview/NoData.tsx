/** The empty state: what to do so that there is something to see. */
export function NoData({ running }: { readonly running: boolean }) {
  if (running)
    return (
      <p className="text-lg text-ink-2">
        Nothing is held yet. The first candles are on their way; this page fills in by itself.
      </p>
    );
  return (
    <section className="max-w-[72ch] border-t border-ink pt-4">
      <h2 className="text-xl font-semibold">No candles are held yet</h2>
      <p className="mt-2 text-ink-2">Bring some in, from exchanges or from files; this page shows them as they come.</p>
      <dl className="mt-4 space-y-3 text-sm">
        <Way
          what="The event of 10 October 2025, its assets and venues"
          command="npm run -s plumbline -- ingest --preset crash-2025-10-10"
        />
        <Way
          what="One asset over a window of your choice (UTC)"
          command="npm run -s plumbline -- ingest ATOM --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z"
        />
        <Way
          what="Candles or trades you have as files"
          command="npm run -s plumbline -- import FILE.csv --venue binance --market ATOM/USDT"
        />
      </dl>
    </section>
  );
}

const Way = ({ what, command }: { readonly what: string; readonly command: string }) => (
  <div>
    <dt className="text-ink-2">{what}</dt>
    <dd className="mt-1 overflow-x-auto rounded bg-sunk px-3 py-2 font-mono text-[0.8rem] whitespace-nowrap">
      {command}
    </dd>
  </div>
);
