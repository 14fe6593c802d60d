import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { readPdf } from '@/tests/read-pdf'
import { command, commandAnew, commandAsProcess } from './command'
import { addHousehold, createUtility, square } from './factories'

function inDays(days: number, hour: string): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${hour}`
}

let folder: string
let area: string
let nowhere: string

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 12, channel: 'sms', value: '+393330000001', language: 'it' })
  folder = await mkdtemp(path.join(os.tmpdir(), 'preavviso-cli-'))
  area = path.join(folder, 'area.geojson')
  nowhere = path.join(folder, 'nowhere.geojson')
  await writeFile(area, JSON.stringify(square(0, 0, 3)))
  await writeFile(nowhere, '{"type": "Polygon", "coordinates"')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const NEW_MAIN = ['works', 'create', '--service', 'water', '--title', 'New main'] as const
const create = (...more: string[]) => command(...NEW_MAIN, '--area', area, ...more)

describe('the command line', () => {
  it('plays the life of works, with one JSON document on stdout and nothing else', async () => {
    const window = `${inDays(9, '09:00')}/${inDays(9, '12:30')}`
    const created = await commandAsProcess(...NEW_MAIN, '--area', area, '--window', window, '--json')
    expect(created).toMatchObject({ status: 0, stderr: '' })
    const { reference, affected, legal } = JSON.parse(created.stdout)
    expect(affected).toEqual({ servicePoints: 1, units: 1, accounts: 1, contacts: 1 })
    expect(legal).toMatchObject({ ok: true })

    const rehearsal = JSON.parse((await command('rehearse', reference, '--json')).stdout)
    expect(rehearsal.notices.map(({ kind, people }: { kind: string; people: number }) => [kind, people])).toEqual([
      ['advance', 1],
      ['day_before', 1],
      ['same_day', 1],
    ])
    expect(JSON.parse((await command('works', 'publish', reference, '--json')).stdout)).toMatchObject({ state: 'published' })
    const twice = await command('works', 'publish', reference)
    expect(twice).toMatchObject({ status: 1, stdout: '' })
    expect(twice.stderr).toContain('is published already')

    expect(JSON.parse((await command('works', 'affected', reference, '--json')).stdout)).toMatchObject({
      servicePoints: [{ address: 'Via Roma 12' }],
    })
    const moved = await command('demo', 'clock', '--next', '--json')
    expect(JSON.parse(moved.stdout)).toHaveProperty('now')
    const shown = JSON.parse((await command('works', 'show', reference, '--json')).stdout)
    expect(shown.notices[0].counts.delivered).toBe(2)
    expect(JSON.parse((await command('works', 'cancel', reference, '--reason', 'The pipe holds', '--json')).stdout)).toMatchObject({
      state: 'cancelled',
    })
    expect((await command('demo', 'clock', '--reset')).status).toBe(0)
  })

  it('drafts works by streets, and submits them for approval', async () => {
    const window = `${inDays(9, '09:00')}/${inDays(9, '12:30')}`
    const facts = [...NEW_MAIN, '--window', window] as const
    const created = await command(...facts, '--streets', 'via Roma 2-20 pari', '--type', 'repair', '--contact', 'Rossi, 0131 1', '--json')
    expect(created.stderr).toBe('')
    const { reference, affected } = JSON.parse(created.stdout)
    expect(affected.servicePoints).toBe(1)
    expect(await database().works.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      workType: 'repair',
      contact: 'Rossi, 0131 1',
    })
    expect(JSON.parse((await command('works', 'submit', reference, '--json')).stdout)).toMatchObject({ reference, state: 'in_approval' })
    expect((await command('works', 'submit', reference)).stderr).toContain('waits for approval')
  })

  it('has a second person approve in their own name, and prints the notice for stairwells', async () => {
    const passwordHash = 'none'
    await database().staffUser.createMany({
      data: [
        { email: 'planner@example.org', name: 'Pia', role: 'operator', passwordHash },
        { email: 'second@example.org', name: 'Sara', role: 'approver', passwordHash },
      ],
    })
    await database().utility.updateMany({ data: { approvalUnits: 1 } })
    const { reference } = JSON.parse((await create('--window', `${inDays(9, '09:00')}/${inDays(9, '12:30')}`, '--json')).stdout)
    expect(await command('works', 'submit', reference, '--by', 'nobody@example.org')).toMatchObject({ status: 2, stdout: '' })
    expect((await command('works', 'submit', reference, '--by', 'planner@example.org')).status).toBe(0)
    const own = await command('works', 'approve', reference, '--by', 'planner@example.org')
    expect(own).toMatchObject({ status: 1, stdout: '' })
    const approved = await command('works', 'approve', reference, '--by', 'second@example.org', '--json')
    expect(JSON.parse(approved.stdout)).toMatchObject({ state: 'in_approval' })
    expect(JSON.parse((await command('works', 'publish', reference, '--json')).stdout)).toMatchObject({ state: 'published' })
    const trail = await database().auditEntry.findMany({ where: { subject: `works:${reference}`, action: 'works.approve' } })
    expect(trail).toMatchObject([{ source: 'cli', actor: expect.stringMatching(/^staff:\d+$/) }])

    const pdf = path.join(folder, 'poster.pdf')
    const poster = await command(
      'works',
      'poster',
      reference,
      '--pdf',
      pdf,
      '--language',
      'it',
      '--language',
      'uk',
      '--per-building',
      '--json',
    )
    expect(JSON.parse(poster.stdout)).toMatchObject({ languages: ['it', 'uk'], buildings: ['Via Roma 12'] })
    const sheets = (await readPdf(await readFile(pdf))).join('\n')
    expect(sheets).toContain('Via Roma 12')
  })

  it('finds a caller by telephone, and shows no whole number', async () => {
    const found = await command('caller', '333 000 0001', '--json')
    const { caller } = JSON.parse(found.stdout)
    expect(caller.address.label).toContain('Via Roma 12')
    expect(found.stdout).not.toContain('3330000001')
    expect((await command('caller', 'Via Roma 12')).stdout).toContain('How they are told')
  })

  it('takes streets out again, and refuses places and streets that it does not know', async () => {
    const window = `${inDays(9, '09:00')}/${inDays(9, '12:30')}`
    const facts = [...NEW_MAIN, '--window', window] as const
    const excepted = await command(...facts, '--streets', 'via Roma', '--except', 'via Roma 12', '--json')
    const nothing = await command(...facts)
    const unknown = await command(...facts, '--streets', 'via Nessuna 1')
    const nowhere = await command(...facts, '--places', 'Atlantis')
    expect(JSON.parse(excepted.stdout).affected.servicePoints).toBe(0)
    expect(nothing).toMatchObject({ status: 2, stdout: '' })
    expect(nothing.stderr).toContain('Nothing is selected yet')
    expect(unknown).toMatchObject({ status: 2 })
    expect(unknown.stderr).toContain('parts.0.streets')
    expect(nowhere.stderr).toContain('--places: There is no place “Atlantis”')
  })

  it('says of bad input what, where and how to mend it, with status 2 and nothing on stdout', async () => {
    const before = await database().works.count()
    const backwards = await create('--window', '2027-03-02T12:00/2027-03-02T09:00', '--json')
    expect(backwards).toMatchObject({ status: 2, stdout: '' })
    expect(backwards.stderr).toContain('parts.0.windows.0.end: The window ends before it begins.')
    const skipped = await create('--window', '2027-03-28T02:30/2027-03-28T06:00')
    expect(skipped).toMatchObject({ status: 2 })
    expect(skipped.stderr).toContain('does not exist in Europe/Rome')
    const broken = await command('works', 'create', '--service', 'water', '--title', 'New main', '--area', nowhere, '--window', 'a/b')
    expect(broken.status).toBe(2)
    expect(broken.stderr).toContain('nowhere.geojson')
    expect((await command('works', 'create', '--service', 'water')).status).toBe(2)
    expect((await command('works', 'show', 'W-1999-0001')).stderr).toContain('There are no works W-1999-0001')
    expect(await database().works.count()).toBe(before)
  })

  it('looks addresses up', async () => {
    expect(JSON.parse((await command('lookup', 'via roma 12', '--json')).stdout)).toMatchObject({
      status: 'match',
      address: { label: expect.stringContaining('Via Roma 12') },
    })
    expect(JSON.parse((await command('lookup', 'zzzz 99', '--json')).stdout)).toMatchObject({ status: 'none' })
  })

  it('refuses to move the clock where a real channel is configured, save in a test with every provider on loopback', async () => {
    process.env.TWILIO_ACCOUNT_SID = 'AC00000000000000000000000000000001'
    process.env.TWILIO_AUTH_TOKEN = 'secret'
    const refused = await commandAnew('demo', 'clock', '--next')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('The clock cannot be moved')
    process.env.PREAVVISO_TEST_CLOCK = '1'
    process.env.TWILIO_BASE_URL = 'https://api.twilio.com'
    expect((await commandAnew('demo', 'clock', '--reset')).status).toBe(1)
    process.env.TWILIO_BASE_URL = 'http://127.0.0.1:9999'
    expect((await commandAnew('demo', 'clock', '--reset')).status).toBe(0)
    for (const key of ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_BASE_URL', 'PREAVVISO_TEST_CLOCK']) delete process.env[key]
  })

  it('names every key of the environment that is wrong', async () => {
    process.env.PUBLIC_URL = 'not a url'
    const outcome = await commandAnew('doctor')
    delete process.env.PUBLIC_URL
    expect(outcome.status).toBe(1)
    expect(outcome.stderr).toMatch(/PUBLIC_URL/)
    process.env.TWILIO_AUTH_TOKEN = 'without its account'
    const half = await commandAnew('doctor')
    delete process.env.TWILIO_AUTH_TOKEN
    expect(half.status).toBe(1)
    expect(half.stderr).toContain('TWILIO_ACCOUNT_SID is missing: it belongs to TWILIO_AUTH_TOKEN')
    const healthy = await commandAnew('doctor', '--json')
    expect(JSON.parse(healthy.stdout)).toMatchObject({ status: 'ok' })
  })
})
