import { failureSaid } from './failureSaid';

/** One line that names what failed and the mend; the numbers on the page, if any, are older than it. */
export function Failure({ of: failure }: { readonly of: Error }) {
  return (
    <p role="alert" className="border-l-4 border-below bg-sunk px-4 py-3 text-sm wrap-anywhere">
      {failureSaid(failure)}
    </p>
  );
}
