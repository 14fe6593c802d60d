import { transaction } from '@/lib/db/client'
import type { BotChannel } from './bots'

/** A chat has another name from now on: its contacts and its dialogue keep what they have. Twice is once. */
export async function moveChat(channel: BotChannel, from: string, to: string): Promise<void> {
  await transaction(async (db) => {
    await db.$executeRaw`
      UPDATE contact SET value = ${to}
      WHERE channel = ${channel}::channel AND value = ${from}
        AND NOT EXISTS (SELECT FROM contact other WHERE other.person_id = contact.person_id AND other.channel = contact.channel AND other.value = ${to})`
    await db.$executeRaw`
      UPDATE bot_dialogue SET chat = ${to}
      WHERE channel = ${channel}::channel AND chat = ${from}
        AND NOT EXISTS (SELECT FROM bot_dialogue other WHERE other.channel = bot_dialogue.channel AND other.chat = ${to})`
  })
}
