import type { Environment } from '@/lib/env'

/** The key that makes a channel real, and the one that says where its provider is. */
const PROVIDERS = [
  ['TWILIO_AUTH_TOKEN', 'TWILIO_BASE_URL'],
  ['TWILIO_2_AUTH_TOKEN', 'TWILIO_2_BASE_URL'],
  ['RESEND_API_KEY', 'RESEND_BASE_URL'],
  ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT'],
  ['VIBER_AUTH_TOKEN', 'VIBER_API_ROOT'],
  ['SMTP_URL', 'SMTP_URL'],
] as const satisfies ReadonlyArray<readonly [keyof Environment, keyof Environment]>

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && LOOPBACK.has(new URL(address).hostname)
}

/** Whether every channel writes to the outbox, so that nothing can leave this machine. */
export function isDemo(environment: Environment): boolean {
  return PROVIDERS.every(([key]) => environment[key] === undefined)
}

/**
 * Whether this installation's clock may be moved: in the demo, and in a test that says so and whose every configured provider is on loopback.
 * A moved clock with a real channel would tell people of works at the wrong time.
 */
export function canMoveClock(environment: Environment): boolean {
  if (isDemo(environment)) return true
  if (!environment.PREAVVISO_TEST_CLOCK) return false
  return PROVIDERS.every(([key, address]) => environment[key] === undefined || isLoopback(environment[address]))
}
