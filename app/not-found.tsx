import type { Metadata } from 'next';
import { Apology } from '@/components/frame/Apology';
import { StoredAssets } from '@/components/frame/StoredAssets';
import { notFoundWords } from '@/lib/words/problems';

export const generateMetadata = (): Metadata => ({ title: notFoundWords.title });

/** The footer stays below the screen: the list that comes moves nothing that is seen. */
export default function NotFound() {
  return (
    <div className="min-h-dvh">
      <Apology title={notFoundWords.heading}>
        <p>
          {notFoundWords.leadAsset} <code className="font-mono whitespace-nowrap">/ATOM</code>
          {notFoundWords.leadMinute} <code className="font-mono whitespace-nowrap">/ATOM/2025-10-10T21:20Z</code>
          {notFoundWords.leadReason}
        </p>
      </Apology>
      <StoredAssets />
    </div>
  );
}
