import { z } from 'zod'

/** An empty value in a shell or an .env file means "not set". */
const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())
const url = z.preprocess((value) => (value === '' ? undefined : value), z.url().optional())
const flag = z
  .preprocess((value) => (value === '' ? undefined : value), z.enum(['0', '1']).default('0'))
  .transform((value) => value === '1')

const rate = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number({ error: 'must be a number of messages a second' }).positive().optional(),
)

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string({ error: 'is missing: start with `npm start`, or name a PostgreSQL database with PostGIS' })
    .regex(/^postgres(ql)?:\/\//, {
      error: 'must begin with postgresql://',
    }),
  PUBLIC_URL: url.transform((value) => (value ?? 'http://localhost:3000').replace(/\/$/, '')),
  NEXTAUTH_SECRET: text,
  OIDC_ISSUER: url,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: text,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  MAPBOX_TOKEN: text,
  INNGEST_DEV: text,
  INNGEST_BASE_URL: url,
  INNGEST_EVENT_KEY: text,
  INNGEST_SIGNING_KEY: text,
  TWILIO_ACCOUNT_SID: text,
  TWILIO_AUTH_TOKEN: text,
  TWILIO_SENDER: text,
  TWILIO_BASE_URL: url,
  TWILIO_2_ACCOUNT_SID: text,
  TWILIO_2_AUTH_TOKEN: text,
  TWILIO_2_SENDER: text,
  TWILIO_2_BASE_URL: url,
  RESEND_API_KEY: text,
  RESEND_WEBHOOK_SECRET: text,
  RESEND_BASE_URL: url,
  SMTP_URL: text,
  EMAIL_FROM: text,
  TELEGRAM_BOT_TOKEN: text,
  TELEGRAM_WEBHOOK_SECRET: text,
  TELEGRAM_API_ROOT: url,
  TELEGRAM_BOT_NAME: text,
  VIBER_AUTH_TOKEN: text,
  VIBER_API_ROOT: url,
  VIBER_BOT_URI: text,
  SMS_RATE: rate,
  EMAIL_RATE: rate,
  TELEGRAM_RATE: rate,
  VIBER_RATE: rate,
  PREAVVISO_TEST_CLOCK: flag,
})

/** Keys that are of no use alone. */
const TOGETHER = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  ['TWILIO_2_ACCOUNT_SID', 'TWILIO_2_AUTH_TOKEN'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const

const wholeEnvironment = environment.superRefine((values, context) => {
  for (const group of TOGETHER) {
    const missing = group.filter((key) => values[key] === undefined)
    if (missing.length === group.length) continue
    const given = group.find((key) => values[key] !== undefined)
    for (const key of missing) context.addIssue({ code: 'custom', path: [key], message: `is missing: it belongs to ${given}` })
  }
})

export type Environment = z.infer<typeof environment>

/** Parses the environment. Throws one error that names every wrong key and how to mend it. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const result = wholeEnvironment.safeParse(source)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new Error(`The environment is not right (see .env.example):\n${lines.join('\n')}`)
}

let parsed: Environment | undefined

/** The environment of this process, parsed at first use, so that a build needs none. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}
