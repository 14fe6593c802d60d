/** Milliseconds after which a provider that does not answer is given up: far less than the five minutes after which a claim counts as dead. */
export const REQUEST_TIMEOUT = 30_000
