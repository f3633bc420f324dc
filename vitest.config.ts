import { defineConfig } from 'vitest/config';

// A time zone far from UTC: a local date that slips in fails here.
process.env['TZ'] = 'Pacific/Kiritimati';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{lib,components,app}/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['lib/**/*.itest.ts'],
          globalSetup: ['lib/store/testing/testServer.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
