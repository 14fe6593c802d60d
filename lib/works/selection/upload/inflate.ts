import { badInput } from '@/lib/errors'

/** Bytes that the files of one archive may take unpacked. A shapefile of 50,000 corners has under 1 MB. */
const MOST_UNPACKED = 100_000_000

/**
 * Unpacks deflated bytes, but never more than 100 MB of them: a small archive may claim to hold terabytes. Throws `bad_input` for more, and for
 * bytes that are cut off or damaged.
 */
export async function inflate(packed: Uint8Array): Promise<Uint8Array> {
  const reader = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw badInput('area_file_damaged', 'area')
    })
    if (done) return joinChunks(chunks, size)
    size += value.length
    if (size > MOST_UNPACKED) {
      await reader.cancel()
      throw badInput('area_file_unpacks_too_large', 'area', { max: MOST_UNPACKED / 1_000_000 })
    }
    chunks.push(value)
  }
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}
