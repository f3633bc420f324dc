import { geistMonoOfPages, geistOfPages } from '@/components/frame/faces/faces';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { FirstFrame } from '@/components/frame/FirstFrame';
import { Footer } from '@/components/frame/Footer';
import { Header } from '@/components/frame/Header';
import { Providers } from '@/components/frame/Providers';
import { SimulatedBanner } from '@/components/frame/SimulatedBanner';
import { Spoken } from '@/components/frame/Spoken';
import { ALERT_FEED } from '@/lib/api/routes';
import { EARLY_PRESSES } from '@/lib/server/guard/earlyPresses';
import { themeScript } from '@/lib/server/guard/themeScript';
import { embeddedTheme, isSimulated, pageOrigin, stamped } from '@/lib/server/pages/frame';
import { siteWords } from '@/lib/words/site';
import { speech } from '@/lib/words/spoken';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: await pageOrigin(),
    title: { default: await stamped(siteWords.name), template: await stamped(siteWords.titleTemplate) },
    description: siteWords.description,
    manifest: '/manifest.webmanifest',
    alternates: { types: { 'application/atom+xml': ALERT_FEED } },
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f7f4' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1113' },
  ],
};

export default async function Layout({ children }: { readonly children: ReactNode }) {
  const simulated = await isSimulated();
  const spoken = speech();
  const embedded = await embeddedTheme();
  return (
    <html
      lang={spoken.language}
      className={`${geistOfPages.variable} ${geistMonoOfPages.variable}`}
      suppressHydrationWarning
    >
      <body className={embedded === undefined ? 'to-the-foot' : undefined}>
        <script dangerouslySetInnerHTML={{ __html: themeScript(embedded === 'system' ? undefined : embedded) }} />
        <script dangerouslySetInnerHTML={{ __html: EARLY_PRESSES }} />
        {embedded === undefined && (
          <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-2">
            {siteWords.skip}
          </a>
        )}
        <Providers theme={embedded === 'system' ? undefined : embedded}>
          <Spoken speech={spoken} isRehearsal={simulated}>
            {simulated && <SimulatedBanner />}
            {embedded === undefined && (
              <>
                <Header />
                <FirstFrame />
              </>
            )}
            <main
              id="content"
              className={embedded === undefined ? 'mx-auto max-w-[1328px] px-4 pt-6 pb-16 sm:px-6' : undefined}
            >
              {children}
            </main>
            {embedded === undefined && <Footer simulated={simulated} />}
          </Spoken>
        </Providers>
      </body>
    </html>
  );
}
