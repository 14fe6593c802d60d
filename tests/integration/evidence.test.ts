import { beforeAll, describe, expect, it } from 'vitest'
import { renderEvidencePdf } from '@/components/evidence/document/render-evidence-pdf'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { EvidenceRow } from '@/lib/notices/evidence/evidence'
import { findEvidencePage } from '@/lib/notices/evidence/find-evidence-page'
import { getEvidenceReport } from '@/lib/notices/evidence/get-evidence-report'
import { getEvidenceSummary } from '@/lib/notices/evidence/get-evidence-summary'
import { type EvidenceQuery, streamEvidence } from '@/lib/notices/evidence/stream-evidence'
import { writeEvidenceCsv } from '@/lib/notices/evidence/write-evidence-csv'
import { runDueWork } from '@/lib/notices/run-due-work'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const ADMIN: Actor = { ...OPERATOR, id: 2, name: 'Ada', role: 'admin' }
const NOW = new Date('2026-11-20T09:00:00Z')
/** Five days before the 1st of December at 10:00 in Rome: the first stage. By law people have to be told 48 hours before 09:00 on that day. */
const ADVANCE = new Date('2026-11-26T09:00:00Z')
const AFTER = new Date('2026-12-02T09:00:00Z')

async function publish(title: string, overrides: object = {}): Promise<string> {
  const parts = [{ area: square(0, 0, 6), windows: [{ start: '2026-12-01T09:00', end: '2026-12-01T12:30' }] }]
  const { reference } = await createWorks(OPERATOR, { service: 'water', title, parts, ...overrides }, NOW)
  await publishWorks(OPERATOR, { reference }, NOW)
  return reference
}

async function readAll(reference: string, query: EvidenceQuery = {}, actor: Actor = OPERATOR): Promise<EvidenceRow[]> {
  const rows: EvidenceRow[] = []
  for await (const group of await streamEvidence(actor, reference, query, NOW)) rows.push(...group)
  return rows
}

async function addEmptyPoint(code: string): Promise<void> {
  await database().$executeRaw`
    INSERT INTO service_point (service, code, geom) VALUES ('water', ${code}, ST_SetSRID(ST_MakePoint(8.705, 45.005), 4326))`
}

/** The register as it was long before the works; the database's own clock is no part of these stories. */
async function makeRegisterOld(): Promise<void> {
  await database().subscription.updateMany({ data: { createdAt: new Date('2026-01-01T00:00:00Z') } })
}

const at = (rows: EvidenceRow[], address: string) => rows.filter((row) => row.address === address)
const told = (rows: EvidenceRow[]) => rows.map(({ notice, state }) => [notice, state])

async function setState(reference: string, channel: 'sms' | 'telegram', data: object): Promise<void> {
  await database().message.updateMany({ where: { channel, noticeId: { in: await noticeIds(reference) } }, data })
}

async function noticeIds(reference: string): Promise<number[]> {
  const rows = await database().notice.findMany({ where: { works: { reference } }, orderBy: { dueAt: 'asc' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393331234567', language: 'it' })
  await addHousehold({ x: 2, y: 2, street: 'Via Šilėnų', number: 2, channel: 'email', value: 'jonas@example.org', language: 'lt' })
  await addHousehold({ x: 2, y: 1, street: 'Via Київська', number: 4, channel: 'telegram', value: '1001', language: 'uk' })
  const state = 'opted_out'
  await addHousehold({ x: 1, y: 2, street: 'Via Roma', number: 6, channel: 'sms', value: '+393330000009', language: 'it', state })
  await addEmptyPoint('=HYPERLINK("http://evil.example")')
  await makeRegisterOld()
})

describe('the evidence of works', () => {
  it('has nothing to prove for a draft, and is for staff only', async () => {
    const parts = [{ area: square(0, 0, 6), windows: [{ start: '2026-12-01T09:00', end: '2026-12-01T12:30' }] }]
    const { reference } = await createWorks(OPERATOR, { service: 'water', title: 'A draft', parts }, NOW)
    expect(await getEvidenceSummary(OPERATOR, reference, NOW)).toMatchObject({
      outcome: 'not_published',
      points: { total: 0 },
      notices: [],
    })
    expect(await readAll(reference)).toEqual([])
    const stranger: Actor = { kind: 'public', source: '127.0.0.1' }
    await expect(getEvidenceSummary(stranger, reference, NOW)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(streamEvidence(stranger, reference, {}, NOW)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(findEvidencePage(stranger, reference, { after: 0, onlyNotReached: false })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    await expect(streamEvidence(OPERATOR, 'W-1999-1', {}, NOW)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('counts who was told in time, and who has nobody to write to', async () => {
    const reference = await publish('Told in time')
    expect(await getEvidenceSummary(OPERATOR, reference, NOW)).toMatchObject({ outcome: 'pending', points: { pending: 3, nobody: 2 } })
    await runDueWork(ADVANCE)
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({
      outcome: 'kept',
      legal: { minimum: { value: 48, unit: 'hours' }, ok: true },
      tellBy: '2026-11-29T08:00:00.000Z',
      points: { total: 5, kept: 3, late: 0, pending: 0, notTold: 0, nobody: 2 },
    })
    const rows = await readAll(reference)
    expect(told(at(rows, 'Via Roma 1'))).toEqual([['advance', 'delivered']])
    expect(at(rows, 'Via Roma 1')[0]).toMatchObject({
      contact: '+39…567',
      channel: 'sms',
      language: 'it',
      dueAt: ADVANCE,
      sentAt: expect.any(Date),
    })
    expect(at(rows, 'Via Roma 6')).toMatchObject([{ state: null, contactState: 'opted_out', contact: '+39…009' }])
    expect(rows.filter(({ servicePoint }) => servicePoint?.startsWith('=HYPER'))).toMatchObject([
      { state: null, contact: null, address: null },
    ])
    expect(rows.filter(({ servicePoint }) => servicePoint === null)).toMatchObject([{ notice: 'advance', contact: 'c…@…' }])
    expect(rows).toHaveLength(6)
  })

  it('says who was told late, who was not, and why', async () => {
    const reference = await publish('Told late')
    await runDueWork(ADVANCE)
    const late = new Date('2026-11-30T12:00:00Z')
    // As if the provider had taken the SMS two days too late, and refused the chat for good.
    await database().$executeRaw`ALTER TABLE message DISABLE TRIGGER message_evidence`
    await setState(reference, 'sms', { sentAt: late, deliveredAt: late })
    await database().$executeRaw`ALTER TABLE message ENABLE TRIGGER message_evidence`
    await setState(reference, 'telegram', { state: 'failed', errorCode: 'blocked' })
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({
      outcome: 'broken',
      points: { total: 5, kept: 1, late: 1, pending: 0, notTold: 1, nobody: 2 },
    })
    const missed = await readAll(reference, { onlyNotReached: true })
    expect(missed.map(({ address, errorCode, contactState }) => [address, errorCode, contactState])).toEqual([
      ['Via Київська 4', 'blocked', 'confirmed'],
      ['Via Roma 6', null, 'opted_out'],
      [null, null, null],
    ])
  })

  it('blames nobody for people who registered when it was too late', async () => {
    const reference = await publish('Registered late')
    await runDueWork(ADVANCE)
    await setState(reference, 'telegram', { state: 'superseded' })
    const tooLate = new Date('2026-11-29T12:00:00Z')
    const olena = { contact: { channel: 'telegram' } } as const
    await database().subscription.updateMany({ where: olena, data: { createdAt: tooLate } })
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({
      outcome: 'kept',
      points: { kept: 2, notTold: 0, nobody: 3 },
    })
    await makeRegisterOld()
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({
      outcome: 'broken',
      points: { kept: 2, notTold: 1, nobody: 2 },
    })
  })

  it('takes an unknown outcome for no proof', async () => {
    const reference = await publish('Unknown')
    await runDueWork(ADVANCE)
    await setState(reference, 'telegram', { state: 'unknown', errorCode: 'timeout' })
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({ outcome: 'broken', points: { kept: 2, notTold: 1 } })
  })

  it('shows what the provider said last', async () => {
    const reference = await publish('With receipts')
    await runDueWork(ADVANCE)
    const later = new Date('2026-11-26T09:00:07Z')
    await setState(reference, 'sms', { provider: 'twilio', providerId: `SM-${reference}`, deliveredAt: later })
    const receipt = { provider: 'twilio', providerId: `SM-${reference}`, receivedAt: later }
    await database().receipt.createMany({
      data: [
        { ...receipt, state: 'delivered', at: later },
        { ...receipt, state: 'sent', at: ADVANCE },
      ],
    })
    const [row] = at(await readAll(reference), 'Via Roma 1')
    expect(row).toMatchObject({ provider: 'twilio', providerId: `SM-${reference}`, receipt: 'delivered', receiptAt: later })
  })

  it('does not say that somebody was told who came later, and still says so of somebody who left', async () => {
    const home = { channel: 'sms', language: 'it' } as const
    const left = await addHousehold({ x: 3, y: 3, street: 'Via Po', number: 1, value: '+393330000031', ...home })
    await makeRegisterOld()
    const reference = await publish('Moved in, moved out')
    await runDueWork(ADVANCE)
    await database().account.updateMany({ where: { servicePoint: { addressId: left.addressId } }, data: { active: false } })
    const anna = await database().contact.findFirstOrThrow({ where: { value: '+393331234567' } })
    const second = await addHousehold({ x: 3, y: 4, street: 'Via Po', number: 3, value: '+393330000033', ...home })
    await database().subscription.create({ data: { contactId: anna.id, addressId: second.addressId, role: 'resident', createdAt: AFTER } })
    await database().$executeRaw`
      INSERT INTO affected_point SELECT part.id, service_point.id FROM works_part part JOIN works ON works.id = part.works_id, service_point
      WHERE works.reference = ${reference} AND service_point.address_id = ${second.addressId}`
    const rows = await readAll(reference)
    expect(told(at(rows, 'Via Po 1'))).toEqual([['advance', 'delivered']])
    expect(told(at(rows, 'Via Po 3'))).toEqual([
      [null, null],
      [null, null],
    ])
    await database().subscription.deleteMany({
      where: { account: { servicePoint: { addressId: { in: [left.addressId, second.addressId] } } } },
    })
    await database().subscription.deleteMany({ where: { addressId: second.addressId } })
    const without = await readAll(reference)
    expect(told(at(without, 'Via Po 1'))).toEqual([[null, null]])
    expect(without.filter(({ servicePoint, contact }) => servicePoint === null && contact === '+39…031')).toMatchObject([
      { state: 'delivered' },
    ])
    await database().$executeRaw`DELETE FROM affected_point USING service_point
      WHERE service_point.id = service_point_id AND service_point.address_id IN (${left.addressId}, ${second.addressId})`
    await database().servicePoint.updateMany({ where: { addressId: { in: [left.addressId, second.addressId] } }, data: { service: 'gas' } })
  })

  it('credits a message that stood in for another to the home that it was about', async () => {
    const reference = await publish('Stood in for')
    await runDueWork(ADVANCE)
    await setState(reference, 'telegram', { state: 'failed', errorCode: 'blocked' })
    const [noticeId = 0] = await noticeIds(reference)
    const lost = await database().message.findFirstOrThrow({ where: { noticeId, channel: 'telegram' } })
    const olena = await database().contact.findUniqueOrThrow({ where: { id: lost.contactId } })
    const other = await database().contact.create({
      data: { personId: olena.personId, channel: 'email', value: 'olena@example.org', language: 'uk', state: 'confirmed' },
    })
    await database().message.create({
      data: {
        ...{
          noticeId,
          contactId: other.id,
          channel: 'email',
          language: 'uk',
          state: 'delivered',
          recipient: 'olena@example.org',
          text: 'Київ',
        },
        ...{
          nextAttemptAt: ADVANCE,
          createdAt: ADVANCE,
          sentAt: ADVANCE,
          deliveredAt: ADVANCE,
          fallbackFor: lost.id,
          aboutContactId: olena.id,
        },
      },
    })
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({ outcome: 'kept', points: { kept: 3, notTold: 0 } })
    expect(at(await readAll(reference), 'Via Київська 4')).toMatchObject([
      { state: 'failed', contact: '…001', isStandIn: false },
      { state: 'delivered', contact: 'o…@…', isStandIn: true },
    ])
    await database().message.updateMany({ where: { contactId: other.id }, data: { state: 'sent' } })
  })

  it('asks anew after a start that moved, and shows the messages of every version', async () => {
    const reference = await publish('Moved')
    await runDueWork(ADVANCE)
    const moving = new Date('2026-11-27T10:00:00Z')
    await rescheduleWorks(OPERATOR, { reference, windows: [{ start: '2026-12-08T09:00', end: '2026-12-08T11:00' }] }, moving)
    expect(await getEvidenceSummary(OPERATOR, reference, moving)).toMatchObject({
      version: 2,
      outcome: 'pending',
      points: { kept: 0, pending: 3 },
    })
    await runDueWork(moving)
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({ outcome: 'kept', points: { kept: 3 } })
    const rows = at(await readAll(reference), 'Via Roma 1')
    expect(rows.map(({ version, notice }) => [version, notice])).toEqual([
      [1, 'advance'],
      [2, 'changed'],
    ])
  })

  it('needs no legal notice for works that were cancelled before they began', async () => {
    const reference = await publish('Cancelled')
    await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, NOW)
    expect(await getEvidenceSummary(OPERATOR, reference, AFTER)).toMatchObject({ outcome: 'cancelled_before' })
  })
})

describe('what is taken away of it', () => {
  it('is a CSV that spreadsheets read and do not run', async () => {
    const reference = await publish('As CSV')
    await runDueWork(ADVANCE)
    let csv = ''
    for await (const text of writeEvidenceCsv(await streamEvidence(OPERATOR, reference, {}, NOW), 'Europe/Rome')) csv += text
    const lines = csv.split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFFservice_point,address,contact,/)
    expect(lines.at(-1)).toBe('')
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(csv).toContain("Via Roma 1,'+39…567,confirmed,sms,it,1,advance,2026-11-26T10:00:00+01:00,delivered,,2026-11-26T10:0")
    expect(csv).not.toContain('1234567')
    expect(csv).toMatch(/Via Roma 6.*opted_out\r?/)
    expect(csv).toContain('nobody_to_tell')
  })

  it('has whole contacts for an admin alone, and the audit trail says so', async () => {
    const reference = await publish('Whole')
    await runDueWork(ADVANCE)
    await expect(streamEvidence(OPERATOR, reference, { isWhole: true }, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    const [row] = at(await readAll(reference, { isWhole: true }, ADMIN), 'Via Roma 1')
    expect(row?.contact).toBe('+393331234567')
    const entries = await database().auditEntry.findMany({ where: { action: 'evidence.read_contacts' } })
    expect(entries.map(({ actor, subject }) => [actor, subject])).toEqual([['staff:2', `works:${reference}`]])
  })

  it('comes in pages that lose and repeat no service point', async () => {
    for (let number = 0; number < 45; number++) await addEmptyPoint(`E-${String(number).padStart(2, '0')}`)
    const reference = await publish('In pages')
    const seen: string[] = []
    for (let after: number | null = 0; after !== null; ) {
      const page = await findEvidencePage(OPERATOR, reference, { after, onlyNotReached: false })
      seen.push(...page.rows.map(({ servicePoint }) => servicePoint ?? ''))
      after = page.next
    }
    expect(seen).toHaveLength(50)
    expect(new Set(seen).size).toBe(50)
  })

  it('is a PDF whose face has every letter, with the head of the audit chain', async () => {
    const reference = await publish('Київ, Šiauliai, Forlì')
    await runDueWork(ADVANCE)
    const report = await getEvidenceReport(OPERATOR, reference, AFTER)
    expect(report.texts.map(({ language }) => language).sort()).toEqual(['it', 'lt', 'uk'])
    expect(report.history.map(({ action }) => action)).toEqual(expect.arrayContaining(['works.create', 'works.publish']))
    expect(report.chain).toMatchObject({ ok: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
    for (const locale of ['it', 'lt', 'uk'] as const) {
      const pdf = Buffer.from(await renderEvidencePdf(report, locale)).toString('latin1')
      expect(pdf.startsWith('%PDF-')).toBe(true)
      expect(pdf).toContain('PTSans-Regular')
      // The renderer takes Helvetica for a letter that our face lacks, and that has no such letter either.
      expect(pdf).not.toContain('Helvetica')
    }
  })
})
