import { Link } from '@/components/frame/Link';
import { sparkPaths } from '@/lib/charts/sparkline/paths';
import type { Spark } from '@/lib/charts/sparkline/spark';
import { multipleSentence, type FrontFacts } from '@/lib/words/front';
import { clock, formatLevel } from '@/lib/words/numbers';
import { zoneNames } from '@/lib/words/zones';
import { factsMinutePath } from './paths';
import { Sentence } from '../frame/Dated';
import { Stamp } from '../frame/Stamp';

interface Props {
  readonly facts: FrontFacts;
  readonly spark: Spark;
  readonly scale: { readonly least: number; readonly most: number };
  readonly simulated: boolean;
}

/** As wide as a phone leaves room for, so that its figures are nowhere smaller than they say. */
const WIDTH = 356;
const HEIGHT = 77;
/** Right of the drawing, for its figures; under it, for the times. */
const ROOM = { right: 50, foot: 14 } as const;
const LEVELS = [0, -0.5] as const;

/** An asset's deviations in the window, minute by minute, with a sentence. */
export function Multiple({ facts, spark, scale, simulated }: Props) {
  const place = { width: WIDTH - ROOM.right, height: HEIGHT, ...scale };
  const { below, above, zero } = sparkPaths(spark, place);
  const y = (level: number): number => (HEIGHT * (scale.most - level)) / (scale.most - scale.least);
  const levels = [...LEVELS.filter((level) => level >= scale.least), ...(scale.least <= -0.9 ? [-1] : [])];
  return (
    <>
      <svg
        aria-hidden
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT + ROOM.foot)}`}
        className="own-colours block h-auto w-full overflow-visible forced-colors:bg-paper"
      >
        {simulated && <Stamp x={place.width / 2} y={HEIGHT / 2} />}
        {levels.map((level) => (
          <g key={level}>
            <line x1={0} x2={place.width} y1={y(level)} y2={y(level)} className="stroke-rule" />
            <text x={place.width + 6} y={y(level) + 4} className="fill-ink-3 text-[12px]">
              {formatLevel(level)}
            </text>
          </g>
        ))}
        <path d={below} className="fill-below" />
        <path d={above} className="fill-above" />
        <path d={zero} className="stroke-ink" fill="none" strokeWidth={1} />
        <text x={0} y={HEIGHT + 12} className="fill-ink-3 text-[12px]">
          {`${clock(facts.from)} ${zoneNames.utc}`}
        </text>
        <text x={place.width} y={HEIGHT + 12} textAnchor="end" className="fill-ink-3 text-[12px]">
          {`${clock(facts.to)} ${zoneNames.utc}`}
        </text>
      </svg>
      <p className="mt-1 text-sm">
        <Link className="link" href={factsMinutePath(facts)}>
          <Sentence>{multipleSentence(facts)}</Sentence>
        </Link>
      </p>
    </>
  );
}
