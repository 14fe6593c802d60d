import os from 'node:os'
import type { Actor } from '@/lib/auth/actor'

/** Whoever may run commands on the server may do everything; the audit trail names their account there. */
export function cliActor(): Actor {
  return { kind: 'cli', name: os.userInfo().username, source: 'cli' }
}
