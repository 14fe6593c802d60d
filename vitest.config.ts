import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': path.resolve(import.meta.dirname) }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,components,lib,inngest,prisma,bin}/**/*.test.{ts,tsx}', 'tests/providers/**/*.test.ts'],
          setupFiles: ['tests/fail-on-console-error.ts', 'tests/leave-no-trace.ts'],
          // Loading the modules anew for each file takes longer than the tests.
          isolate: false,
          // None of them judges its own time by this: it ends what hangs, also on a machine that is busy.
          testTimeout: 20_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: { name: 'guards', include: ['tests/guards/**/*.test.ts'], setupFiles: ['tests/fail-on-console-error.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/template.ts'],
          setupFiles: ['tests/fail-on-console-error.ts', 'tests/integration/database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'threads',
          // Our own modules are loaded anew for each file (tests/integration/database.ts), packages once: that takes longer than most files.
          isolate: false,
          maxWorkers: Number(process.env.PREAVVISO_TEST_WORKERS ?? 2),
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'faults',
          env: { LOG_LEVEL: 'silent' },
          include: ['tests/faults/**/*.test.ts'],
          setupFiles: ['tests/fail-on-console-error.ts'],
          testTimeout: 3_000_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
    ],
  },
})
