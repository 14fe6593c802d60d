/** `npm run faults` runs them in their long form, `npm test` in the short one. */
export const IS_LONG = process.env.PREAVVISO_FAULTS === 'long'
