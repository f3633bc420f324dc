import type { Metadata } from 'next';
import { Auditor } from '@/components/audit/Auditor';
import { auditHead } from '@/lib/words/auditPage';

export const generateMetadata = (): Metadata => ({ title: auditHead.title, description: auditHead.lead });

/** Where a person's own fills are compared with the market, in their own browser. */
export default function AuditPage() {
  return (
    <div className="space-y-6">
      <header>
        <h1 className="finding">{auditHead.title}</h1>
        <p className="mt-2 max-w-[68ch] text-ink-2">{auditHead.lead}</p>
        <p className="mt-2 max-w-[68ch] text-ink-2">{auditHead.kept}</p>
      </header>
      <Auditor />
    </div>
  );
}
