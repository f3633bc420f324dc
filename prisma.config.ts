import { defineConfig } from 'prisma/config';

// Prisma looks for a schema engine before every command and downloads a missing one. Generating the client does not run
// it, so any executable file will do, and none is fetched.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env['DATABASE_URL'] === undefined ? {} : { datasource: { url: process.env['DATABASE_URL'] } }),
});
