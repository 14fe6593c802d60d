/** Builds the pages, when the last build is not that of this very source. */
export function build(): Promise<void>
