'use client';

import { still } from '../later/Still';

interface Props {
  readonly form: number;
}

const EarlierForm = still<Props>(async () => (await import('./EarlierForm')).EarlierForm);

/** That a view's address has the form of an earlier version; most have not, and load none of its words. */
export const EarlierFormOfView = ({ form }: { readonly form: number | undefined }) =>
  form === undefined ? null : <EarlierForm form={form} />;
