import { z } from 'zod'
import { callViber } from './call-viber'
import type { OutgoingMessage, Sender, SendResult } from './channels'
import { groupForViber } from './group-for-viber'
import { nameFailure } from './name-failure'
import { parseViberJson } from './parse-viber-json'
import { readViberStatus } from './read-viber-status'
import { runLimited } from './run-limited'
import { viberKeyboard } from './viber-keyboard'
import { wasNeverSent } from './was-never-sent'

const CALLS_AT_A_TIME = 20
const BATCH = 600
const LONGEST_NAME = 28
/** HTTP's own "not now" (RFC 6585, RFC 9110): nothing was done. Another 5xx may come from a gateway after Viber took the message. */
const TURNED_AWAY = new Set([429, 503])
/** Statuses 19 and 20: this account may send one by one only. */
const NO_BROADCAST = new Set([19, 20])

const answer = z.object({
  status: z.number(),
  message_token: z.coerce.string().optional(),
  failed_list: z.array(z.object({ receiver: z.string(), status: z.number() })).default([]),
})

export interface ViberSettings {
  token: string
  apiRoot?: string | undefined
  senderName: string
  /** Messages a second. */
  rate: number
}

/** As a sender's name may stand at Viber. */
const senderOf = (name: string) => ({ name: name.slice(0, LONGEST_NAME) })

/** What `conversation_started` is answered with: the one message to somebody who has not written yet. */
export function viberWelcome({ text, buttons }: Pick<OutgoingMessage, 'text' | 'buttons'>, senderName: string): object {
  return { min_api_version: 1, ...viberKeyboard(buttons), sender: senderOf(senderName), type: 'text', text }
}

/** Messages by a Viber bot; equal texts go in broadcasts. What it said cannot be asked for, so a call cut short stays `unknown`. */
export function createViberSender({ token, apiRoot, senderName, rate }: ViberSettings): Sender {
  const sender = senderOf(senderName)

  async function call(method: string, fields: object): Promise<z.infer<typeof answer>> {
    const { status, text } = await callViber({ token, apiRoot }, method, { min_api_version: 1, ...fields, sender, type: 'text' })
    if (TURNED_AWAY.has(status)) return { status: 12, failed_list: [] }
    if (status >= 400 && status < 500) return { status, failed_list: [] }
    if (status >= 500) throw Object.assign(new Error(`Viber answered ${status}`), { code: `http_${status}` })
    return answer.parse(parseViberJson(text))
  }

  async function sendRequest(messages: OutgoingMessage[]): Promise<SendResult[]> {
    const content = { text: messages[0]?.text, ...viberKeyboard(messages[0]?.buttons) }
    const receivers = messages.map(({ to }) => to)
    try {
      const isBroadcast = messages.length > 1
      const said = await (isBroadcast
        ? call('broadcast_message', { broadcast_list: receivers, ...content })
        : call('send_message', { receiver: receivers[0], ...content }))
      if (isBroadcast && NO_BROADCAST.has(said.status)) return sendAll(messages.map((message) => [message]))
      const refused = new Map(said.failed_list.map(({ receiver, status }) => [receiver, status]))
      return messages.map(({ id, to }) => {
        const status = said.status || refused.get(to)
        return status ? readViberStatus(id, status) : { id, state: 'sent', providerId: `${said.message_token}:${to}` }
      })
    } catch (error) {
      const state = wasNeverSent(error) ? 'retry' : 'unknown'
      return messages.map(({ id }) => ({ id, state, errorCode: nameFailure(error) }))
    }
  }

  const sendAll = async (requests: OutgoingMessage[][]) => (await runLimited(requests, CALLS_AT_A_TIME, sendRequest)).flat()

  return {
    ...{ name: 'viber', rate, batch: BATCH, perRequest: 1, canSettle: false },
    send: (messages) => sendAll(groupForViber(messages)),
    settle: async (messages) => messages.map(({ id }) => ({ id, state: 'unknown', errorCode: 'viber_cannot_be_asked' })),
  }
}
