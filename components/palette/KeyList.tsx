'use client';

import { Dialog } from '@base-ui/react/dialog';
import { keyLines, keyWords } from '@/lib/words/keys';
import { areOffered } from './press';
import { switchSingleKeys, useSingleKeys } from './singleKeys';
import './palette.css';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What the keys do on this page, and the switch for those that are a single character. */
export function KeyList({ open, onOpenChange }: Props) {
  const on = useSingleKeys();
  const lines = open ? keyLines().filter(({ keys }) => areOffered(keys)) : [];
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="palette-backdrop" />
        <Dialog.Popup className="palette">
          <div className="flex items-center justify-between border-b border-rule py-3 pr-2 pl-4">
            <Dialog.Title className="text-[20px] font-semibold">{keyWords.title}</Dialog.Title>
            <Dialog.Close className="button min-h-8 px-2 text-xs">{keyWords.close}</Dialog.Close>
          </div>
          <div className="overflow-y-auto px-4 py-2">
            <table className="sheet" aria-label={keyWords.table}>
              <thead className="sr-only">
                <tr>
                  <th scope="col">{keyWords.key}</th>
                  <th scope="col">{keyWords.does}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ keys, does }) => (
                  <tr key={does}>
                    <th scope="row">
                      {keys.map((key) => (
                        <kbd key={key} className="key">
                          {key}
                        </kbd>
                      ))}
                    </th>
                    <td className="text-ink-2">{does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <label className="flex min-h-11 items-center gap-2 pt-2 font-medium">
              <input
                type="checkbox"
                className="size-4 accent-(--ink)"
                checked={on}
                aria-describedby="single-keys-hint"
                onChange={({ target }) => {
                  switchSingleKeys(target.checked);
                }}
              />
              {keyWords.single}
            </label>
            <p id="single-keys-hint" className="pb-3 text-xs text-ink-2">
              {keyWords.singleHint}
            </p>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
