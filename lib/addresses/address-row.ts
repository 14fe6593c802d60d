import { z } from 'zod'

/** An address as a query reads it for formatAddress; `street` is the street's label. */
export const addressRow = z.object({
  id: z.number(),
  street: z.string(),
  number: z.number(),
  suffix: z.string(),
  postcode: z.string(),
  municipality: z.string(),
})
