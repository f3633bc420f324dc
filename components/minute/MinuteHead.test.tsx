import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { parseMinute, type Minute } from '@/lib/domain/minute';
import { brokenPromise } from '@/lib/domain/unit';
import { view } from '../testing/views';
import { MinuteHead } from './MinuteHead';

/** Nothing is opened while a page is drawn. */
const UNUSED = {} as AppRouterInstance;

function at(iso: string): Minute {
  const read = parseMinute(iso);
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
}

it('names the day of a minute that a step leads to, where it is not that of the minute shown', () => {
  const html = renderToStaticMarkup(
    <AppRouterContext value={UNUSED}>
      <MinuteHead
        view={view()}
        minute={at('2025-10-10T23:59Z')}
        answer={undefined}
        errata={[]}
        deeper={{ before: at('2025-10-10T21:20Z'), after: at('2025-10-14T08:15Z') }}
      />
    </AppRouterContext>,
  );
  expect([...html.matchAll(/aria-label="([^"]* UTC)"/g)].map(([, label]) => label)).toEqual([
    'Last deeper minute before, 21:20 UTC',
    'Previous minute, 23:58 UTC',
    'Next minute, 2025-10-11 00:00 UTC',
    'Next deeper minute, 2025-10-14 08:15 UTC',
  ]);
  expect(html).toContain('>2025-10-14 08:15<');
});
