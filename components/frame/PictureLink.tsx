'use client';

import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { PICTURE_SIZES, PICTURE_THEMES } from '@/lib/domain/pictureLook';
import type { View } from '@/lib/permalink/view';
import { pictures } from '@/lib/words/frame';
import { joins } from '@/lib/words/spelled';
import { pictureAddress } from '../links';
import { OutLink } from './OutLink';

/** The picture of this very view; behind the button beside it, the same in other frames, light and dark. */
export function PictureLink({ view }: { readonly view: View }) {
  const id = useId();
  return (
    <span className="inline-flex gap-px">
      <OutLink href={pictureAddress(view)} kind="picture" />
      <button type="button" popoverTarget={id} className="button px-1.5" aria-label={pictures.label}>
        <ChevronDown aria-hidden className="size-4" />
      </button>
      <div id={id} popover="auto" role="group" aria-label={pictures.label} className="picture-menu">
        <table className="text-sm">
          <tbody>
            {PICTURE_SIZES.map((size) => (
              <tr key={size}>
                <th scope="row" className="pr-4 text-left font-normal text-ink-2">
                  {pictures.sizes[size]}
                </th>
                {PICTURE_THEMES.map((theme) => (
                  <td key={theme} className="px-1">
                    <a
                      className="link block px-1 py-1.5"
                      href={pictureAddress(view, { size, theme })}
                      target="_blank"
                      rel="noreferrer"
                    >
                      <span className="sr-only">{`${pictures.sizes[size]}${joins.items}`}</span>
                      {pictures.themes[theme]}
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </span>
  );
}
