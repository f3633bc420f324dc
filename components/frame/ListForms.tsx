import { VIEW_FORMS, type ViewForm } from '@/lib/permalink/forms';
import { listPath, type ListView } from '@/lib/permalink/lists';
import { provenance } from '@/lib/words/assetPage';
import { FormLinks } from './FormLinks';

/** At the foot of a page of many assets: the same in its other forms. */
export const ListForms = ({ list }: { readonly list: ListView }) => (
  <PageForms path={listPath(list)} forms={VIEW_FORMS} />
);

/** At the foot of a page: the same in these forms. */
export const PageForms = ({ path, forms }: { readonly path: string; readonly forms: readonly ViewForm[] }) => (
  <dl className="flex flex-wrap items-baseline gap-x-4 border-t border-rule pt-3 text-sm print:hidden">
    <dt className="text-ink-3">{provenance.files}</dt>
    <dd>
      <FormLinks path={path} forms={forms} />
    </dd>
  </dl>
);
