/** Where the rendered layout is cut and filled. A person's text is filled in afterwards, so it may contain any of these. */
export const SLOTS = { cut: '[[cut]]', text: '[[text]]', label: '[[label]]', unsubscribe: '[[unsubscribe]]' } as const

/** On white 8:1 (WCAG 2.2 asks 4.5:1). */
export const LINK_COLOUR = '#0b4f8a'
