import { pagePath } from '@/lib/permalink/query';
import { Link } from '@/components/frame/Link';
import { SideScroller } from '@/components/frame/SideScroller';
import { assetNavigation } from '@/lib/words/frame';
import { neighbours } from './neighbours';

interface Props {
  readonly path: '/coverage' | '/revisions';
  readonly assets: readonly { readonly asset: string; readonly name: string }[];
  /** undefined: all of them. */
  readonly current: string | undefined;
  /** The moment as of which the data is shown, the same from one asset to the next; undefined: now. */
  readonly asOf?: string | undefined;
}

/** One asset, or all of them, on the pages on the stored data; of hundreds, those around it. */
export function AssetFilter({ path, assets, current, asOf }: Props) {
  return (
    <nav aria-label={assetNavigation.label} className="-mt-2 mb-6 border-b border-rule">
      <SideScroller>
        <ul className="flex gap-5 text-sm">
          {[{ asset: undefined, name: assetNavigation.all }, ...neighbours(assets, current)].map(({ asset, name }) => (
            <li key={asset ?? ''}>
              <Link
                href={pagePath(path, { asset, asOf })}
                aria-current={asset === current ? 'page' : undefined}
                className="block chosen-line border-b-2 border-transparent py-2 whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </SideScroller>
    </nav>
  );
}
