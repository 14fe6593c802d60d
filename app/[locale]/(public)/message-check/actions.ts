'use server'

import { getLocale } from 'next-intl/server'
import { describeVerdict } from '@/components/message-check/describe-verdict'
import type { CheckState } from '@/components/message-check/message-check-form'
import { env } from '@/lib/env'
import { runAction } from '@/lib/http/action'
import { clientKey } from '@/lib/http/client-key'
import { rateLimit } from '@/lib/http/rate-limit'
import { checkMessageOrUnknown } from '@/lib/notices/message-check/check-message-or-unknown'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

/** A household checks a message now and then; whoever tries texts by the hundred is looking for something else. */
const CHECKS = rateLimit('message-check', 30, 60)

/** Says whether a text came from us. Nothing of it is kept. */
export async function checkMessageAction(_before: CheckState, form: FormData): Promise<CheckState> {
  return runAction(async ({ source }, now) => {
    await CHECKS.take(clientKey(source))
    const found = await checkMessageOrUnknown({ text: String(form.get('text') ?? '') }, now)
    return describeVerdict(found, { locale: await getLocale(), utility: await getKnownUtility(), publicUrl: env().PUBLIC_URL })
  })
}
