'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { markReplyRead } from '@/lib/notices/follow-up/mark-reply-read'

export async function markReplyReadAction(form: FormData): Promise<void> {
  const result = await runAction((actor, now) => markReplyRead(actor, String(form.get('id') ?? ''), now))
  // Only somebody who tampers with the form, or is signed out meanwhile, gets here: the page says the rest.
  if (!result.ok) throw new Error(result.error.message)
  refresh()
}
