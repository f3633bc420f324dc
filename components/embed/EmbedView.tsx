'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { deepestFactsOf } from '@/lib/api/deepest';
import { takingPart } from '@/lib/api/takingPart';
import { deviationsQuery } from '@/lib/client/deviations';
import type { AssetCoverage } from '@/lib/domain/assetCoverage';
import { formatMinute } from '@/lib/domain/minute';
import { inLanguage } from '@/lib/permalink/language';
import { viewPath, type View } from '@/lib/permalink/view';
import { deepestSentence } from '@/lib/words/deepest';
import { embedded } from '@/lib/words/embed';
import { pictureWindow } from '@/lib/words/picture';
import { joins } from '@/lib/words/spelled';
import { venueList } from '@/lib/words/venues';
import { RegisteredAsset } from '../asset/RegisteredAsset';
import { Waiting } from '../asset/Waiting';
import { DeviationChart } from '../chart/DeviationChart';
import { Failure } from '../frame/Failure';
import { OnClock } from '../zone/OnClock';

interface Props {
  /** The asset's name as people write it. */
  readonly name: string;
  readonly coverage: AssetCoverage;
  readonly view: View;
  /** Of its minute, where one is marked. */
  readonly sentence: string | undefined;
  readonly drawn: ReactNode;
}

/** A view inside somebody else's page: the finding, the chart, where it comes from, and the way to the view itself. */
export function EmbedView({ name, coverage, view, sentence, drawn }: Props) {
  const { data, error } = useQuery(deviationsQuery(view.question));
  const page = inLanguage(viewPath(view));
  const box = useRef<HTMLElement>(null);
  useToldHeight(box);
  const finding = sentence ?? (data === undefined ? undefined : deepestSentence(deepestFactsOf(data)));
  const range = { from: formatMinute(view.question.range.from), to: formatMinute(view.question.range.to) };
  return (
    <RegisteredAsset entry={coverage.entry}>
      <article ref={box} className="space-y-3 px-4 py-4">
        <header>
          <h1 className="leading-tight font-semibold sm:text-xl">
            <OnClock>{finding ?? name}</OnClock>
          </h1>
          <p className="mt-1 text-sm text-ink-2">
            <OnClock isWindow>{[name, pictureWindow(range)].join(joins.items)}</OnClock>
          </p>
        </header>
        {error !== null && <Failure of={error} />}
        {data === undefined ? (
          error === null && <Waiting range={view.question.range} drawn={drawn} />
        ) : (
          <DeviationChart
            answer={data}
            scale={view.scale}
            focus={view.focus}
            lines={view.lines}
            {...(view.minute === undefined ? {} : { marked: view.minute })}
            drawn={drawn}
            onMinute={(at) => {
              window.open(inLanguage(viewPath({ ...view, minute: at })), '_blank', 'noopener');
            }}
          />
        )}
        <footer className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-rule pt-2 text-xs text-ink-2">
          {data !== undefined && (
            <p>{embedded.source(venueList([...new Set(takingPart(data.markets).map(({ venue }) => venue))]))}</p>
          )}
          <a className="link inline-block min-h-6" href={page} target="_blank" rel="noopener">
            {embedded.open}
          </a>
        </footer>
      </article>
    </RegisteredAsset>
  );
}

/** Tells whoever embeds the page how high it is, and again whenever that changes (docs/embed.md). */
function useToldHeight(box: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const { current } = box;
    if (current === null || window.parent === window) return;
    const tell = (): void => {
      const height = Math.ceil(current.getBoundingClientRect().bottom + window.scrollY);
      window.parent.postMessage({ plumbline: 'height', height }, '*');
    };
    const watched = new ResizeObserver(tell);
    watched.observe(current);
    return () => {
      watched.disconnect();
    };
  }, [box]);
}
