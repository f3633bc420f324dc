import type { Metadata } from 'next';
import Link from 'next/link';
import { Apology } from '@/components/frame/Apology';
import { appContext } from '@/lib/server/context';
import { assetsHeld } from '@/lib/server/held/held';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound() {
  const assets = await assetsNamed();
  return (
    <Apology title="Nothing is held under this address">
      <p>
        An address is an asset, like <code className="font-mono">/ATOM</code>, or one of its minutes, like{' '}
        <code className="font-mono">/ATOM/2025-10-10T21:20Z</code>. This one names an asset that is not held, or a day
        that no calendar has.
      </p>
      {assets.length > 0 && (
        <>
          <p>Held are:</p>
          <ul className="flex flex-wrap gap-2">
            {assets.map((asset) => (
              <li key={asset}>
                <Link className="button" href={`/${asset}`}>
                  {asset}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Apology>
  );
}

async function assetsNamed(): Promise<readonly string[]> {
  try {
    return (await assetsHeld(await appContext())).map(({ asset }) => asset);
  } catch {
    return [];
  }
}
