import { ownScale, sparkPaths } from '@/lib/charts/sparkline/paths';
import type { Spark } from '@/lib/charts/sparkline/spark';

const WIDTH = 144;
const HEIGHT = 24;

/** A market's deviations in a window, to its own height; the figures beside it say how far. */
export function Sparkline({ spark }: { readonly spark: Spark | undefined }) {
  if (spark === undefined) return null;
  const { below, above, zero } = sparkPaths(spark, { width: WIDTH, height: HEIGHT, ...ownScale(spark) });
  return (
    <svg
      aria-hidden
      width={WIDTH}
      height={HEIGHT}
      className="own-colours inline-block align-middle forced-colors:bg-paper"
    >
      <path d={zero} className="stroke-rule-strong" fill="none" />
      <path d={below} className="fill-below" />
      <path d={above} className="fill-above" />
    </svg>
  );
}
