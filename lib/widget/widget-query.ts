import { z } from 'zod'

export const WIDGET_COLOURS = ['petrol', 'blue', 'green', 'red', 'grey'] as const
export type WidgetColour = (typeof WIDGET_COLOURS)[number]

const query = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  address: z.string().max(20).optional().catch(undefined),
  colour: z.enum(WIDGET_COLOURS).catch('petrol'),
  town: z.string().trim().min(1).max(80).optional().catch(undefined),
})

/** What a frame on somebody else's page is asked: a text or an address, in which colour, near which town. */
export type WidgetQuery = z.infer<typeof query>

/** Reads an address's query; what makes no sense there is left out, for it comes from pages that others write. */
export function readWidgetQuery(params: Record<string, string | string[] | undefined>): WidgetQuery {
  return query.parse(params)
}
