import { CHANNEL_RATES } from '@/lib/channels/channels'
import { createViberSender } from '@/lib/channels/viber'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { getUtility } from '@/lib/utility/queries'

/** Answers somebody who wrote to the Viber bot. Once, and not again when it fails: whoever asked can ask again. */
export async function replyByViber(to: string, text: string): Promise<void> {
  const { VIBER_AUTH_TOKEN: token = '', VIBER_API_ROOT: apiRoot, VIBER_RATE: rate = CHANNEL_RATES.viber } = env()
  const sender = createViberSender({ token, apiRoot, rate, senderName: (await getUtility()).sender })
  const message = { to, text, language: '', subject: null, segments: null, usefulSeconds: 60, unsubscribeUrl: null, batchKey: null }
  const [result] = await sender.send([{ id: '0', ...message }])
  if (result?.state !== 'sent') logger.warn({ state: result?.state }, 'an answer by Viber was not sent')
}
