import type { OutgoingMessage } from './channels'
import { groupBy } from './group-by'
import { viberKeyboard } from './viber-keyboard'

const RECEIVERS = 300
/** Bytes of a whole request, less what stands round the text and the receivers. */
const BYTES = 30_000 - 500

const bytesOf = (value: string) => Buffer.byteLength(JSON.stringify(value)) + 1

/** What is the same for all receivers of a broadcast. */
const contentOf = ({ text, buttons }: OutgoingMessage) => JSON.stringify({ text, ...viberKeyboard(buttons) })

/** Messages by request: those with one text and the same buttons share a broadcast of up to 300 receivers and 30 kB, in which nobody stands twice. */
export function groupForViber(messages: OutgoingMessage[]): OutgoingMessage[][] {
  const requests: OutgoingMessage[][] = []
  for (const [content, own] of groupBy(messages, contentOf)) {
    let open: OutgoingMessage[] = []
    let receivers = new Set<string>()
    let bytes = 0
    for (const message of own) {
      const isFull = open.length === RECEIVERS || bytes + bytesOf(message.to) > BYTES
      if (open.length === 0 || isFull || receivers.has(message.to)) {
        open = []
        receivers = new Set()
        bytes = Buffer.byteLength(content)
        requests.push(open)
      }
      open.push(message)
      receivers.add(message.to)
      bytes += bytesOf(message.to)
    }
  }
  return requests
}
