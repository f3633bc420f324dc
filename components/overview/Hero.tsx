import { Link } from '@/components/frame/Link';
import { factsWindowPath } from './paths';
import type { SketchedChart } from '@/lib/charts/sparkline/sketch';
import type { Spark } from '@/lib/charts/sparkline/spark';
import { heroLead, heroSentence, heroWords, type FrontFacts } from '@/lib/words/front';
import { joins } from '@/lib/words/spelled';
import { Multiple } from './Multiple';
import { Sentence } from '../frame/Dated';

export interface Subject {
  readonly facts: FrontFacts;
  readonly spark: Spark | undefined;
}

interface Props {
  readonly hero: Subject & { readonly chart: SketchedChart };
  readonly multiples: readonly Subject[];
  readonly simulated: boolean;
}

/** The first screen: one sentence, its chart, and each asset's deviations beside it on one scale. All of it is drawn when the page arrives. */
export function Hero({ hero, multiples, simulated }: Props) {
  const { facts, chart } = hero;
  const drawn = multiples.flatMap((one) => (one.spark === undefined ? [] : [{ ...one, spark: one.spark }]));
  const href = factsWindowPath(facts);
  return (
    <section aria-labelledby="finding">
      <h1 id="finding" className="max-w-[44ch] finding finding-front">
        <Sentence>{heroSentence(facts)}</Sentence>
      </h1>
      <p className="mt-3 max-w-[120ch] text-base text-ink-2">
        <Sentence>{heroLead(facts)}</Sentence>
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <figure>
          <Link href={href} aria-label={heroWords.open(facts.name)} className="block">
            <Drawing svg={chart.wide} className="max-sm:hidden print:block" />
            <Drawing svg={chart.narrow} className="sm:hidden print:hidden" />
          </Link>
          <figcaption className="mt-2 text-xs text-ink-3">
            <Sentence>{`${heroWords.caption(facts, chart.others, chart.axis)}${joins.end}`}</Sentence>
          </figcaption>
        </figure>
        {drawn.length > 0 && (
          <div>
            <h2 className="text-sm font-medium text-ink-3">{heroWords.multiples}</h2>
            <ul className="mt-2 grid gap-x-8 gap-y-5 ">
              {drawn.map((one) => (
                <li
                  key={one.facts.asset}
                  className="sm:max-lg:grid sm:max-lg:grid-cols-[22rem_1fr] sm:max-lg:items-center sm:max-lg:gap-x-8"
                >
                  <Multiple {...one} scale={commonScale(drawn)} simulated={simulated} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Drawing({ svg, className }: { readonly svg: string; readonly className: string }) {
  return (
    <span
      aria-hidden
      className={`own-colours block forced-colors:bg-paper [&_svg]:h-auto [&_svg]:w-full ${className}`}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** From the deepest of all to the highest, so that one drawing may be held against another. */
function commonScale(drawn: readonly { readonly spark: Spark }[]): { readonly least: number; readonly most: number } {
  const values = (of: 'low' | 'high'): number[] =>
    drawn.flatMap(({ spark }) => spark[of].filter((value) => value !== null));
  return { least: Math.min(0, ...values('low')), most: Math.max(0.05, ...values('high')) };
}
