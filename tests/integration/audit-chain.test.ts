import { Client } from 'pg'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { verifyAuditChain } from '@/lib/auth/verify-audit'
import { database, transaction } from '@/lib/db/client'

const NOW = new Date('2026-11-20T09:00:00Z')

function write(action: string): Promise<void> {
  return transaction((db) => recordAudit(db, SYSTEM, { action, subject: 'works:W-1', after: { text: 'Šiauliai, Київ, "è"' } }, NOW))
}

/** What somebody could do who owns the tables: the triggers are off, and nothing of the product is asked. */
async function tamper(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('ALTER TABLE audit_entry DISABLE TRIGGER USER')
    for (const statement of statements) await client.query(statement)
    await client.query('ALTER TABLE audit_entry ENABLE TRIGGER USER')
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/** Ten lines and nothing else, in a chain that holds. */
async function startAnew(): Promise<void> {
  await tamper('DELETE FROM audit_entry', "UPDATE audit_head SET entry_id = 0, hash = ''")
  for (let line = 1; line <= 10; line++) await write(`test.line_${line}`)
}

/** What is done, the line at which it shows, and how. */
const TAMPERINGS: Array<[what: string, line: number, ...statements: string[]]> = [
  ['changes a line', 4, "UPDATE audit_entry SET actor = 'staff:9' WHERE id = 4"],
  ['changes what a line says was before', 4, `UPDATE audit_entry SET before = '{"state":"draft"}' WHERE id = 4`],
  ['changes the first line', 1, "UPDATE audit_entry SET at = at - interval '1 day' WHERE id = 1"],
  ['moves the time of the last line', 10, "UPDATE audit_entry SET at = at + interval '1 ms' WHERE id = 10"],
  ['drops the first line', 2, 'DELETE FROM audit_entry WHERE id = 1'],
  ['drops a line in the middle', 6, 'DELETE FROM audit_entry WHERE id = 5'],
  ['drops the last line', 10, 'DELETE FROM audit_entry WHERE id = 10'],
  ['drops everything', 10, 'DELETE FROM audit_entry'],
  ['forgets the head', 10, 'DELETE FROM audit_head'],
  [
    'gives a changed line its right hash',
    5,
    "UPDATE audit_entry SET actor = 'staff:9' WHERE id = 4",
    'UPDATE audit_entry changed SET hash = audit_hash((SELECT hash FROM audit_entry WHERE id = 3), changed) WHERE id = 4',
  ],
  [
    'slips a line in at the end',
    11,
    `INSERT INTO audit_entry (id, at, actor, source, action, subject, hash)
     VALUES (11, now(), 'staff:9', 'cli', 'works.publish', 'works:W-1', '')`,
    'UPDATE audit_entry added SET hash = audit_hash((SELECT hash FROM audit_entry WHERE id = 10), added) WHERE id = 11',
  ],
  [
    'makes room in the middle and slips a line in',
    6,
    'UPDATE audit_entry SET id = id + 1000 WHERE id > 5',
    'UPDATE audit_entry SET id = id - 999 WHERE id > 1000',
    `INSERT INTO audit_entry (id, at, actor, source, action, subject, hash)
     VALUES (6, now(), 'staff:9', 'cli', 'works.publish', 'works:W-1', '\\x00')`,
  ],
  [
    'drops a line and hashes all that follow anew',
    6,
    'DELETE FROM audit_entry WHERE id = 5',
    `DO $$
     DECLARE line audit_entry; previous bytea := (SELECT hash FROM audit_entry WHERE id = 4);
     BEGIN
       FOR line IN SELECT * FROM audit_entry WHERE id > 5 ORDER BY id LOOP
         previous := audit_hash(previous, line);
         UPDATE audit_entry SET hash = previous WHERE id = line.id;
       END LOOP;
       UPDATE audit_head SET hash = previous;
     END $$`,
  ],
]

describe('the chain of the audit trail', () => {
  beforeEach(startAnew)

  it('holds while lines are only added', async () => {
    expect(await verifyAuditChain()).toMatchObject({ ok: true, entries: 10, brokenAt: null, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('holds when there is no line yet', async () => {
    await tamper('DELETE FROM audit_entry', "UPDATE audit_head SET entry_id = 0, hash = ''")
    expect(await verifyAuditChain()).toMatchObject({ ok: true, entries: 0 })
  })

  it.each(TAMPERINGS)('is found broken when someone with every right %s', async (_what, line, ...statements) => {
    await tamper(...statements)
    const verdict = await verifyAuditChain()
    expect(verdict).toMatchObject({ ok: false, brokenAt: String(line) })
    if (statements.includes('DELETE FROM audit_head')) await tamper("INSERT INTO audit_head VALUES (1, 0, '')")
  })

  it('has one order and no gap when 50 write at the same time, and some give up', async () => {
    const giveUp = transaction(async (db) => {
      await recordAudit(db, SYSTEM, { action: 'test.given_up', subject: 'works:W-1' }, NOW)
      throw new Error('given up')
    })
    const results = await Promise.allSettled([...Array.from({ length: 50 }, (_, number) => write(`test.at_once_${number}`)), giveUp])
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await verifyAuditChain()).toMatchObject({ ok: true, entries: 60 })
    expect(await database().auditEntry.count({ where: { action: 'test.given_up' } })).toBe(0)
  })
})

describe('what is evidence', () => {
  beforeAll(async () => {
    await startAnew()
    const db = database()
    await db.receipt.create({ data: { provider: 'twilio', providerId: 'SM1', state: 'delivered', at: NOW, receivedAt: NOW } })
    await db.message.create({
      data: {
        noticeId: 1,
        contactId: 1,
        channel: 'sms',
        language: 'it',
        state: 'sent',
        text: 'As sent',
        sentAt: NOW,
        nextAttemptAt: NOW,
        createdAt: NOW,
      },
    })
  })

  it.each([
    "UPDATE audit_entry SET actor = 'somebody else'",
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    "UPDATE receipt SET state = 'failed'",
    'DELETE FROM receipt',
    'DELETE FROM message',
    "UPDATE message SET text = 'Something else'",
    'UPDATE message SET sent_at = NULL',
    "UPDATE message SET recipient = '+393330000000'",
  ])('is not changed by %s', async (statement) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
  })

  it('still takes what a provider says later', async () => {
    await database().message.updateMany({ data: { state: 'delivered', deliveredAt: NOW } })
    expect(await database().message.count({ where: { state: 'delivered' } })).toBe(1)
  })
})
