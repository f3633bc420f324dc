import { METHOD_VERSION } from '@/lib/domain/method';
import { earlierForm } from '@/lib/words/permalinks';

/** That the address has the form of an earlier version, and how it is read. */
export const EarlierForm = ({ form }: { readonly form: number | undefined }) =>
  form === undefined ? null : (
    <p role="status" className="border-l-4 border-rule bg-sunk px-4 py-3 text-sm text-ink-2">
      {earlierForm(form, METHOD_VERSION)}
    </p>
  );
