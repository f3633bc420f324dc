import { Link } from '@/components/frame/Link';
import { assetNavigation } from '@/lib/words/frame';

interface Props {
  readonly assets: readonly { readonly asset: string; readonly name: string }[];
  readonly current: string;
}

/** The assets there is data for, each at the window it opens with. */
export function AssetNav({ assets, current }: Props) {
  return (
    <nav aria-label={assetNavigation.label} className="-mt-2 mb-6 border-b border-rule max-sm:hidden">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {assets.map(({ asset, name }) => (
          <li key={asset}>
            <Link
              href={`/${asset}`}
              prefetch={false}
              aria-current={asset === current ? 'page' : undefined}
              className="block chosen-line border-b-2 border-transparent py-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
