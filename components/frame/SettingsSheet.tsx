'use client';

import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { settingsSheet } from '@/lib/words/frame';

const ID = 'settings';

/** Opens the sheet on a phone; a wider screen shows what is in it at all times. */
export const SettingsButton = () => (
  <button type="button" popoverTarget={ID} className="button lg:hidden">
    <SlidersHorizontal aria-hidden className="size-4" />
    {settingsSheet.open}
  </button>
);

/** What is set beside a chart or a table: from below on a phone, in its place on a wider screen. `isForm`: it ends with a form’s own button. */
export const SettingsSheet = ({
  children,
  className = '',
  isForm = false,
}: {
  readonly children: ReactNode;
  readonly className?: string;
  readonly isForm?: boolean;
}) => (
  <div
    id={ID}
    popover="auto"
    role="group"
    aria-label={settingsSheet.label}
    className={`side-sheet max-lg:m-0 ${className}`}
  >
    {children}
    {!isForm && (
      <button
        type="button"
        popoverTarget={ID}
        popoverTargetAction="hide"
        className="button button-strong mt-6 lg:hidden"
      >
        {settingsSheet.close}
      </button>
    )}
  </div>
);
