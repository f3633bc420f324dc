'use client';

import { useId, useState } from 'react';
import { typed, typedMinutePath } from '@/lib/permalink/typed';
import { wayOn } from '@/lib/words/front';
import { KeptField } from '../controls/KeptField';
import { useOpenPage } from '../frame/useOpenPage';

interface Props {
  readonly assets: readonly string[];
  readonly asset: string;
  /** The minute the field opens with. */
  readonly at: string;
}

/** An asset and a minute of it as people type it, and its page. A minute that is none has its page too, which says so. */
export function MinuteForm({ assets, asset, at }: Props) {
  const openPage = useOpenPage();
  const [chosen, setChosen] = useState(asset);
  const [minute, setMinute] = useState(typed(at));
  const list = useId();
  return (
    <form
      className="mt-1 flex gap-2 max-2xs:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault();
        openPage(typedMinutePath(chosen, minute));
      }}
    >
      <KeptField
        className="field w-24 min-w-0"
        aria-label={wayOn.asset}
        value={chosen}
        list={list}
        required
        onType={setChosen}
      />
      <datalist id={list}>
        {assets.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <KeptField className="field w-40 min-w-0" aria-label={wayOn.time} value={minute} required onType={setMinute} />
      <button type="submit" className="button">
        {wayOn.open}
      </button>
    </form>
  );
}
