import pino from 'pino'

/** Personal data never reaches the log: these fields are cut out wherever an object carries them. */
const PERSONAL = ['recipient', 'value', 'text', 'subject', 'email', 'phone', 'password', 'holderName']

export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  redact: PERSONAL.flatMap((field) => [field, `*.${field}`]),
  timestamp: pino.stdTimeFunctions.isoTime,
})
