import type { Metadata } from 'next';
import { Link } from '@/components/frame/Link';
import { Apology } from '@/components/frame/Apology';
import { appContext } from '@/lib/server/context';
import { assetsWithData } from '@/lib/server/coverage/assetCoverage';
import { notFoundWords } from '@/lib/words/problems';

export const generateMetadata = (): Metadata => ({ title: notFoundWords.title });

export default async function NotFound() {
  const assets = await assetsNamed();
  return (
    <Apology title={notFoundWords.heading}>
      <p>
        {notFoundWords.leadAsset} <code className="font-mono">/ATOM</code>
        {notFoundWords.leadMinute} <code className="font-mono">/ATOM/2025-10-10T21:20Z</code>
        {notFoundWords.leadReason}
      </p>
      {assets.length > 0 && (
        <>
          <p>{notFoundWords.assets}</p>
          <ul className="flex flex-wrap gap-2">
            {assets.map(({ asset, name }) => (
              <li key={asset}>
                <Link className="button" href={`/${asset}`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Apology>
  );
}

async function assetsNamed(): Promise<readonly { readonly asset: string; readonly name: string }[]> {
  try {
    return await assetsWithData(await appContext());
  } catch {
    return [];
  }
}
