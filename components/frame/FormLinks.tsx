import { pathInForm, type ViewForm } from '@/lib/permalink/forms';
import { DownloadLink } from './Download';

interface Props {
  /** Of the page. */
  readonly path: string;
  readonly forms: readonly ViewForm[];
}

/** A page in its other forms, each of which names the same numbers. */
export const FormLinks = ({ path, forms }: Props) => (
  <span className="flex flex-wrap gap-x-3">
    {forms.map((form) =>
      form === 'zip' ? (
        <DownloadLink key={form} className="link py-1 uppercase" href={pathInForm(path, form)}>
          {form}
        </DownloadLink>
      ) : (
        <a key={form} className="link py-1 uppercase" href={pathInForm(path, form)} target="_blank" rel="noreferrer">
          {form}
        </a>
      ),
    )}
  </span>
);
