import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { providerEnvironment } from '../providers/start-providers'

const SERVER = path.resolve(import.meta.dirname, '..', 'providers', 'serve.ts')

export interface ProviderProcess {
  urls: Record<'twilio' | 'resend' | 'telegram' | 'viber', string>
  /** What makes an installation use them, at any rate. */
  environment: Record<string, string>
  /** How many messages a provider has taken. */
  countTaken: (name: 'twilio' | 'resend' | 'telegram' | 'viber') => Promise<number>
  close: () => Promise<void>
}

const UNLIMITED = '10000000'

/** The fake providers as a process of their own, which keeps counts only. */
export async function startProviderProcess(): Promise<ProviderProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const urls = JSON.parse(line) as ProviderProcess['urls']
  const { twilio, resend, telegram, viber } = urls
  for (const url of [twilio, resend, telegram, viber])
    await fetch(`${url}/_control`, { method: 'POST', body: JSON.stringify({ keep: 'counts' }) })
  const rates = { SMS_RATE: UNLIMITED, EMAIL_RATE: UNLIMITED, TELEGRAM_RATE: UNLIMITED, VIBER_RATE: UNLIMITED }
  return {
    urls,
    environment: {
      ...providerEnvironment({ twilio, resend, telegram, viber }),
      ...rates,
      NEXTAUTH_SECRET: 'a secret of the benchmark',
      LOG_LEVEL: 'warn',
    },
    countTaken: async (name) => {
      const counts = (await (await fetch(`${urls[name]}/_counts`)).json()) as { accepted: number; violations: number }
      if (counts.violations > 0) throw new Error(`The fake ${name} found requests that its schema forbids.`)
      return counts.accepted
    },
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
