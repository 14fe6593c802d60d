import { countSegments } from '@/lib/channels/count-segments'

/** The first of several texts, said more and more briefly, that takes the fewest segments. */
export function fewestSegments(texts: string[]): string {
  const counted = texts.map((text) => ({ text, segments: countSegments(text) }))
  const fewest = Math.min(...counted.map(({ segments }) => segments))
  return counted.find(({ segments }) => segments === fewest)?.text ?? ''
}
