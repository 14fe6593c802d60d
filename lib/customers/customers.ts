/** A shared meter serves at most so many dwellings: a larger figure is a slip of columns. */
export const MAX_UNITS = 5000
