import { readFile, stat } from 'node:fs/promises'
import { badInput } from '@/lib/errors'

/** An area of 50,000 points takes some 3 MB. */
const LARGEST = 32 * 1024 * 1024

/** Reads a JSON file that the command line names. Throws `bad_input` with the file's name when it is missing, huge or no JSON. */
export async function readJsonFile(file: string): Promise<unknown> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw badInput('file_not_found', file, { file })
  if (found.size > LARGEST) throw badInput('file_too_large', file, { file, megabytes: LARGEST / 1024 / 1024 })
  const text = await readFile(file, 'utf8')
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw badInput('file_not_json', file, { file, problem: (error as Error).message.slice(0, 120) })
  }
}
