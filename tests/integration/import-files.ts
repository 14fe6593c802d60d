import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { RejectedRows } from '@/lib/imports/rejected-rows'

export const CLI: Actor = { kind: 'cli', name: 'test', source: 'cli' }
export const NOW = new Date('2026-11-20T09:00:00Z')

const folder = mkdtempSync(path.join(os.tmpdir(), 'preavviso-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file of its own folder, for a test to import. */
export function fileOf(lines: string[] | Buffer, name = 'rows.csv'): string {
  const file = path.join(folder, name)
  writeFileSync(file, Array.isArray(lines) ? `${lines.join('\n')}\n` : lines)
  return file
}

export const REJECTS = path.join(folder, 'rejected.csv')

/** The rejected rows as the file has them, header left out. */
export function readRejects(): string[] {
  return readFileSync(REJECTS, 'utf8').trim().split('\n').slice(1)
}

/** What an import was refused for: each row's line, field and reason, or the reason for the file as a whole. */
export async function problemsOf(importing: Promise<unknown>): Promise<unknown> {
  const error = await importing.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof RejectedRows) return error.problems.map(({ line, field, reason }) => [line, field, reason])
  if (error instanceof AppError) return error.detail.reason
  throw error ?? new Error('the import was not refused')
}
