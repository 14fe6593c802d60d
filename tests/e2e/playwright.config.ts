import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const PORT = 3950

// Workers read this file too: the folder is made once and handed on.
process.env.PREAVVISO_E2E_DATA ??= mkdtempSync(path.join(os.tmpdir(), 'preavviso-e2e-'))
const dataDir = process.env.PREAVVISO_E2E_DATA

/** The whole product as a newcomer starts it: built pages, embedded database, demo town, local runner. One worker: they share its clock. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  outputDir: path.join(os.tmpdir(), 'preavviso-e2e-results'),
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-GB',
    // Without film: painting every frame twice in software takes longer than the pages.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
        '--disable-background-networking',
      ],
    },
  },
  webServer: {
    command: 'node bin/start.mjs',
    cwd: path.resolve(import.meta.dirname, '..', '..'),
    url: `http://localhost:${PORT}/api/health`,
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: { PORT: String(PORT), PREAVVISO_DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' },
  },
})
