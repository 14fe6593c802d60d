import { setTimeout as sleep } from 'node:timers/promises'
import { openCluster } from '@/bin/steps/cluster.mjs'
import { closeDatabase, database } from '@/lib/db/client'
import { deliverDue } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { sweep } from '@/lib/notices/sweep'
import { migrate } from '@/prisma/migrate'
import { type Providers, providerEnvironment, startProviders } from '../providers/start-providers'

/** A provider takes so many a second here: enough to be quick, few enough that a wave lasts. */
export interface LabRates {
  SMS_RATE?: string
  EMAIL_RATE?: string
  TELEGRAM_RATE?: string
  VIBER_RATE?: string
}

export interface Lab {
  providers: Providers
  /** Of this process, and for workers that it starts. */
  environment: Record<string, string>
  restartDatabase: () => Promise<void>
  close: () => Promise<void>
}

/** A PostgreSQL that keeps its promises, and the four fake providers, for one file of tests. */
export async function openLab(rates: LabRates): Promise<Lab> {
  const cluster = await openCluster({ keepsPromises: true })
  const providers = await startProviders()
  const { twilio, resend, telegram, viber } = providers
  const environment = {
    ...providerEnvironment({ twilio: twilio.url, resend: resend.url, telegram: telegram.url, viber: viber.url }),
    ...rates,
    DATABASE_URL: cluster.url,
    NEXTAUTH_SECRET: 'a secret of the fault lab',
    PREAVVISO_TEST_CLOCK: '1',
    LOG_LEVEL: 'silent',
  }
  Object.assign(process.env, environment)
  await migrate(cluster.url)
  const close = async () => {
    await closeDatabase()
    await providers.close()
    await cluster.close()
  }
  return { providers, environment, restartDatabase: cluster.restart, close }
}

/** The installation's clock is so many milliseconds ahead of the real one. */
export async function setClockAhead(offset: number): Promise<void> {
  const offsetMs = BigInt(offset)
  await database().installationClock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs }, update: { offsetMs } })
}

/** Does what is due from `now` on, as a worker would over the next hours, until every notice is done. Returns the instant reached. */
export async function finish(now: Date): Promise<Date> {
  let instant = now
  for (let round = 0; round < 60; round++) {
    const current = instant
    await openDueNotices(current)
    await deliverDue(async () => current)
    await sweep(current)
    if ((await database().notice.count({ where: { state: { in: ['open', 'planned'] }, dueAt: { lte: current } } })) === 0) return current
    instant = new Date(instant.getTime() + 6 * 60_000)
    await sleep(20)
  }
  throw new Error('The notices were never done.')
}
