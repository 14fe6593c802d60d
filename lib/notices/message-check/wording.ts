import { z } from 'zod'

/** What may be left out is said only to some readers, or only where it costs nothing. */
const piece = z.object({ text: z.string(), isOptional: z.boolean().optional() })
export type WordingPiece = z.infer<typeof piece>

/** One way in which a notice may read, with slots (see texts/render-short.ts) for the reader's own windows and places. */
export const noticeWording = z.object({
  pieces: z.array(piece),
  /** What may stand for a window, one or more of them after each other. */
  whens: z.array(z.string()),
  /** What may stand for the return of supply. */
  ends: z.array(z.string()),
  /** What may stand among the places beside streets, numbers and municipalities: "and 2 more addresses". */
  placeWords: z.array(z.string()),
})
export type NoticeWording = z.infer<typeof noticeWording>
