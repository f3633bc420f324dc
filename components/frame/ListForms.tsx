import { VIEW_FORMS } from '@/lib/permalink/forms';
import { listPath, type ListView } from '@/lib/permalink/lists';
import { provenance } from '@/lib/words/assetPage';
import { FormLinks } from './FormLinks';

/** At the foot of a page of many assets: the same in its other forms. */
export const ListForms = ({ list }: { readonly list: ListView }) => (
  <dl className="flex flex-wrap items-baseline gap-x-4 border-t border-rule pt-3 text-sm print:hidden">
    <dt className="text-ink-3">{provenance.files}</dt>
    <dd>
      <FormLinks path={listPath(list)} forms={VIEW_FORMS} />
    </dd>
  </dl>
);
