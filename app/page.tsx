import { connection } from 'next/server';
import { Hero } from '@/components/overview/Hero';
import { Overview } from '@/components/overview/Overview';
import { WayOn } from '@/components/overview/WayOn';
import { inBrief } from '@/lib/api/inBrief';
import { appContext } from '@/lib/server/context';
import { overview } from '@/lib/server/coverage/overview';
import { front, sparksOf, type Draw } from '@/lib/server/overview/front';
import { heatGridOf } from '@/lib/server/overview/heat';
import { refreshBeside, sketchBeside } from '@/lib/server/thread/door';
import { siteWords } from '@/lib/words/site';

/** The event told by its data, and the deepest of everything stored. How an ingest gets on is asked by the browser, so that the page may be kept. */
export default async function Home() {
  await connection();
  const context = await appContext();
  const summary = await overview(context, refreshBeside);
  const draw: Draw = (asked) => sketchBeside(context, asked);
  // Side by side: while the database looks for one, the other is drawn.
  const [shown, sparks, grid] = summary.ok
    ? await Promise.all([
        front(summary.value, draw),
        sparksOf(summary.value.deepest, draw),
        heatGridOf(context, summary.value),
      ])
    : [undefined, {}, { venues: [], rows: [] }];
  const hero = shown?.hero;
  return (
    <div className="space-y-10">
      {shown === undefined || hero === undefined ? (
        <h1 className="max-w-[30ch] finding finding-front">{siteWords.description}</h1>
      ) : (
        <>
          <Hero hero={hero} multiples={shown.multiples} simulated={shown.simulated} />
          <WayOn
            facts={hero.facts}
            isOfEvent={hero.isOfEvent}
            assets={summary.ok ? summary.value.assets.map(({ asset }) => asset) : []}
          />
        </>
      )}
      <Overview
        brought={summary.ok ? { deepest: summary.value.deepest, stored: inBrief(summary.value.assets) } : undefined}
        sparks={sparks}
        grid={grid}
      />
    </div>
  );
}
