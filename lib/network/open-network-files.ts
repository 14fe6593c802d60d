import path from 'node:path'
import { badInput } from '@/lib/errors'
import { detectFile } from '@/lib/imports/detect-file'
import { readInp } from './read-inp'
import { readNetworkGeojson } from './read-network-geojson'
import { readValves } from './read-valves'
import type { NetworkEntry } from './staged-network'

export interface NetworkFile {
  name: string
  bytes: number
  read: (onBytes: (read: number) => void) => AsyncIterable<NetworkEntry>
}

/** Looks at what each file is. Throws `bad_input` for one that is missing, empty, or no text. */
export async function openNetworkFiles({ files, valves }: { files: string[]; valves?: string }): Promise<NetworkFile[]> {
  if (files.length === 0) throw badInput('network_no_file', 'file')
  const opened = await Promise.all(
    files.map(async (file): Promise<NetworkFile> => {
      const { format, bytes } = await detectFile(file)
      const read = format === 'geojson' ? readNetworkGeojson : readInp
      return { name: path.basename(file), bytes, read: (onBytes) => read(file, onBytes) }
    }),
  )
  if (valves === undefined) return opened
  const { bytes } = await detectFile(valves)
  return [...opened, { name: path.basename(valves), bytes, read: (onBytes) => readValves(valves, onBytes) }]
}
