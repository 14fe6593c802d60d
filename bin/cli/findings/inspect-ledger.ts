import { verifyAuditChain } from '@/lib/auth/verify-audit'
import { currentInstant } from '@/lib/clock'
import { findDoubts } from '@/lib/notices/find-doubts'
import type { Finding } from './finding'

async function inspectAudit(): Promise<Finding> {
  const { ok, entries, brokenAt, head } = await verifyAuditChain()
  if (ok) return { what: 'audit trail', state: 'ok', detail: `${entries} lines, the chain holds, head ${head?.slice(0, 16) ?? ''}` }
  return {
    what: 'audit trail',
    state: 'broken',
    detail: `the chain breaks at line ${brokenAt}: somebody changed, dropped or slipped in a line`,
  }
}

async function inspectMessages(): Promise<Finding[]> {
  const { differing, unknown, unreachable } = await findDoubts(await currentInstant())
  const named = differing.slice(0, 5).map(({ reference, kind, dueAt }) => `${reference} ${kind} ${dueAt}`)
  const more = differing.length > named.length ? `, and ${differing.length - named.length} more` : ''
  return [
    {
      what: 'people = messages',
      state: differing.length === 0 ? 'ok' : 'broken',
      detail: differing.length === 0 ? 'every notice of 30 days comes out even' : `does not come out even: ${named.join('; ')}${more}`,
    },
    { what: 'outcome unknown', state: unknown === 0 ? 'ok' : 'note', detail: `${unknown} messages of 30 days` },
    { what: 'unreachable contacts', state: unreachable === 0 ? 'ok' : 'note', detail: `${unreachable} to be mended` },
  ]
}

/** Whether the audit trail is whole, and the messages of the ledger come to the people they were for. Never throws. */
export async function inspectLedger(): Promise<Finding[]> {
  try {
    return [await inspectAudit(), ...(await inspectMessages())]
  } catch (error) {
    return [
      {
        what: 'ledger',
        state: 'broken',
        detail: error instanceof Error ? `cannot be read: ${error.message.split('\n').at(-1)}` : 'cannot be read',
      },
    ]
  }
}
