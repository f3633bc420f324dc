import type { Metadata } from 'next';
import { AllVerdicts } from '@/components/verify/AllVerdicts';
import { VerifyFile } from '@/components/verify/VerifyFile';
import { isSimulated } from '@/lib/server/pages/frame';
import { verifyHead } from '@/lib/words/verifyPage';

export const generateMetadata = (): Metadata => ({ title: verifyHead.title, description: verifyHead.lead });

/** Where a picture or a bundle is checked, in the reader's own browser. */
export default async function VerifyPage() {
  return (
    <div className="space-y-12">
      <div className="space-y-6">
        <header>
          <h1 className="finding">{verifyHead.title}</h1>
          <p className="lead">{verifyHead.lead}</p>
          <p className="lead">{verifyHead.kept}</p>
        </header>
        <VerifyFile simulated={await isSimulated()} />
      </div>
      <AllVerdicts />
    </div>
  );
}
