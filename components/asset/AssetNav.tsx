import { Link } from '@/components/frame/Link';
import { assetNavigation } from '@/lib/words/frame';
import { neighbours } from '../frame/neighbours';

interface Props {
  readonly assets: readonly { readonly asset: string; readonly name: string }[];
  readonly current: string;
}

/** The assets there is data for, each at the window it opens with; of hundreds, those around the current one, and the way to all. */
export function AssetNav({ assets, current }: Props) {
  const near = neighbours(assets, current);
  return (
    <nav aria-label={assetNavigation.label} className="-mt-2 mb-6 border-b border-rule max-sm:hidden">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {near.map(({ asset, name }) => (
          <li key={asset}>
            <Link
              href={`/${asset}`}
              aria-current={asset === current ? 'page' : undefined}
              className="block chosen-line border-b-2 border-transparent py-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
        {near.length < assets.length && (
          <li>
            <Link href="/coverage" className="block py-2 text-ink-2 hover:text-ink">
              {assetNavigation.all}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
