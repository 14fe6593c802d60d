import { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import type { WriteCallNote } from '@/lib/call-centre/call-centre'
import { writeCallNote } from '@/lib/call-centre/write-call-note'
import { database } from '@/lib/db/client'

/** What people of the demo rang about, so many hours ago, in the utility's language. */
const CALLS: Array<Pick<WriteCallNote, 'kind' | 'text'> & { hoursAgo: number }> = [
  { hoursAgo: 20, kind: 'question', text: 'Chiede se l’ascensore resta fermo tutta la mattina. Risposto di sì, fino al ripristino.' },
  { hoursAgo: 5, kind: 'wrong_contact', text: 'L’SMS arriva al vecchio numero del padre. Spiegato come cambiarlo.' },
  { hoursAgo: 1, kind: 'no_supply', text: 'Manca la corrente dal mattino, ha letto l’avviso. Chiede quando torna.' },
  { hoursAgo: 1, kind: 'no_supply', text: '' },
  { hoursAgo: 0, kind: 'complaint', text: 'Ha un forno: vorrebbe i lavori di notte.' },
]

const affected = z.array(z.object({ accountId: z.number(), reference: z.string() }))

async function getCallCentre(): Promise<Actor> {
  const { id, email, name, role } = await database().staffUser.findFirstOrThrow({ where: { role: 'call_centre' } })
  return { kind: 'staff', id, email, name, role, source: '127.0.0.1' }
}

/** Notes a few calls about the works that run while the demo begins. */
export async function seedDemoCalls(now: Date): Promise<void> {
  const rows = await database().$queryRaw`
    SELECT DISTINCT account.id AS "accountId", works.reference
    FROM works
    JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
    JOIN affected_point ON affected_point.part_id = works_part.id
    JOIN account ON account.service_point_id = affected_point.service_point_id
    WHERE works.state = 'running'
    ORDER BY account.id LIMIT ${CALLS.length}`
  const actor = await getCallCentre()
  for (const [index, { accountId, reference }] of affected.parse(rows).entries()) {
    const call = CALLS[index]
    if (!call) continue
    const { hoursAgo, ...note } = call
    await writeCallNote(actor, { accountId, reference, ...note }, new Date(now.getTime() - hoursAgo * 3_600_000))
  }
}
