'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { overviewQuery } from '@/lib/client/overview';
import { parseRange } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { destinations, unrealIn, type Destination, type HeldAsset } from '@/lib/permalink/palette/destinations';
import type { OverviewAnswer } from '@/lib/api/overview';
import { footer, pageNames } from '@/lib/words/frame';
import { palette } from '@/lib/words/palette';
import { PAGES } from '../frame/pages';
import { DestinationLine } from './DestinationLine';
import './palette.css';
import { useOpenPage } from '../frame/useOpenPage';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** What has been typed, before the field was there as well. */
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** Opens the list of keys instead. */
  readonly onKeys: () => void;
}

/** What is typed leads to where it may mean; Enter goes to the first. */
export function Palette({ open, onOpenChange, ...rest }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="palette-backdrop" />
        <Dialog.Popup className="palette" aria-label={palette.label}>
          <Box
            {...rest}
            onGone={() => {
              onOpenChange(false);
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const places = () => [...PAGES.map((page) => ({ page, name: pageNames[page] })), { page: 'api', name: footer.api }];

function Box({
  onGone,
  onKeys,
  typed,
  onType,
}: { readonly onGone: () => void } & Pick<Props, 'onKeys' | 'typed' | 'onType'>) {
  const openPage = useOpenPage();
  const client = useQueryClient();
  const { data, isPending, isError } = useQuery(overviewQuery);
  const found = destinationsOf(typed, data);
  const go = ({ path }: Destination): void => {
    onGone();
    openPage(path);
  };
  const goFrom = (input: HTMLInputElement, known: OverviewAnswer | undefined): void => {
    const all = destinationsOf(input.value, known);
    const marked = markedBy(input);
    const meant = all.find(({ path }) => path === marked) ?? all[0];
    if (meant !== undefined) go(meant);
  };
  /** What is stored decides where a text leads: Enter is kept until that is known, unless another text is typed or the box is closed meanwhile. */
  const goOnceKnown = async (input: HTMLInputElement, text: string): Promise<void> => {
    const known = await client.query({ ...overviewQuery, staleTime: 'static' }).catch(() => undefined);
    if (input.isConnected && input.value === text) goFrom(input, known);
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={found}
      filter={null}
      autoHighlight="always"
      value={typed}
      itemToStringValue={({ path }: Destination) => path}
      onValueChange={(text, { reason }) => {
        if (reason !== 'item-press') onType(text);
      }}
    >
      <div className="flex items-center gap-2 border-b border-rule pr-2 pl-4">
        <Autocomplete.Input
          aria-label={palette.input}
          placeholder={palette.placeholder}
          className="palette-input"
          spellCheck={false}
          autoCapitalize="off"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            // The list takes Enter only once it has drawn and marked its lines. Whoever types faster means the first.
            event.preventBaseUIHandler();
            const { currentTarget: input } = event;
            if (isPending) void goOnceKnown(input, input.value);
            else goFrom(input, data);
          }}
        />
        <Dialog.Close className="button min-h-8 px-2 text-xs">{palette.close}</Dialog.Close>
      </div>
      <Autocomplete.List aria-label={palette.list} className="palette-list">
        {(one: Destination) => (
          <Autocomplete.Item
            key={one.path}
            value={one}
            data-path={one.path}
            className="palette-item"
            onClick={() => {
              go(one);
            }}
          >
            <DestinationLine of={one} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <Autocomplete.Empty className="palette-none">{typed !== '' && !isPending && nothing(typed)}</Autocomplete.Empty>
      <div className="flex items-start justify-between gap-4 border-t border-rule px-4 py-3 text-xs text-ink-2">
        <p>{isError ? palette.failed : palette.examples}</p>
        <button type="button" className="link min-h-6 shrink-0" onClick={onKeys}>
          {palette.keys}
        </button>
      </div>
    </Autocomplete.Root>
  );
}

const nothing = (typed: string): string => {
  const unreal = unrealIn(typed);
  return unreal === undefined ? palette.none : palette.unreal(unreal);
};

const destinationsOf = (text: string, known: OverviewAnswer | undefined): readonly Destination[] =>
  destinations(text, {
    assets: heldIn(known),
    pages: places(),
    here: { pathname: window.location.pathname, search: window.location.search },
  });

/** The path of the line that is marked for whoever types in a field. */
function markedBy(input: HTMLInputElement): string | undefined {
  const id = input.getAttribute('aria-activedescendant');
  return id === null ? undefined : document.getElementById(id)?.dataset['path'];
}

const heldIn = (answer: OverviewAnswer | undefined): readonly HeldAsset[] =>
  answer?.assets.map(({ asset, name, venues, from, to }) => ({
    asset,
    name,
    venues,
    range: promised(parseRange(from, to)),
  })) ?? [];
