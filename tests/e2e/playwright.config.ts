import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const PORT = 3950

// Workers read this file too: the folder is made once and handed on.
process.env.PREAVVISO_E2E_DATA ??= mkdtempSync(path.join(os.tmpdir(), 'preavviso-e2e-'))
const dataDir = process.env.PREAVVISO_E2E_DATA

/** Specs that look at maps or draw on them. Painting in software takes longer than all else, so the others come as somebody whose device cannot. */
const WITH_MAPS = ['map', 'promises', 'selection', 'story'].map((name) => `**/${name}.spec.ts`)

/** A graphics card made of software for the maps; the pages around them are painted without that detour. */
const PAINT_IN_SOFTWARE = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
]

function launchWith(args: string[]) {
  return {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--lang=en-US', ...args],
  }
}

/** The whole product as a newcomer starts it: built pages, embedded database, demo town, local runner. One worker: they share its clock. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  fullyParallel: false,
  // Three rows of tests share two cores: whoever loses patience is tried once more, and named at the end (decision 019).
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  outputDir: path.join(os.tmpdir(), 'preavviso-e2e-results'),
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-GB',
    actionTimeout: 30_000,
    // Nothing flies or fades: that would only be painted.
    contextOptions: { reducedMotion: 'reduce' },
    // Of the second try alone: recording every page of every test takes a third of the browser's time.
    trace: { mode: 'on-first-retry', screenshots: false },
  },
  projects: [
    { name: 'without maps', testIgnore: WITH_MAPS, use: { launchOptions: launchWith(['--disable-gpu', '--disable-software-rasterizer']) } },
    // Half the dots each way are a quarter of the painting.
    { name: 'with maps', testMatch: WITH_MAPS, use: { launchOptions: launchWith(PAINT_IN_SOFTWARE), deviceScaleFactor: 0.5 } },
  ],
  webServer: {
    command: 'node bin/start.mjs',
    cwd: path.resolve(import.meta.dirname, '..', '..'),
    // Pages that are built already are served while the demo town is still being written.
    wait: { stdout: /Preavviso is running/ },
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: { PORT: String(PORT), PREAVVISO_DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' },
  },
})
