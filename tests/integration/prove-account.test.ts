import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eicCheckCharacter } from '@/lib/customers/eic'
import { type Db, database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { proveAccount } from '@/lib/self-service/prove-account'
import { addHousehold, createUtility } from './factories'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const NOW = new Date('2026-11-22T10:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const EIC = `62Z000000000001${eicCheckCharacter('62Z000000000001')}`
const client = '203.0.113.7'

let water: { id: number; number: string; holderId: number }
let power: { id: number; number: string }

beforeAll(async () => {
  await createUtility()
  const db = database()
  const flat = await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393331234567', language: 'it' })
  const house = await addHousehold({
    ...{ x: 2, y: 1, street: 'Via Roma', number: 2, channel: 'email', value: 'a@example.org', language: 'it' },
    service: 'power',
  })
  const of = (addressId: number) => db.account.findFirstOrThrow({ where: { servicePoint: { addressId } } })
  const { id, number, holderId } = await of(flat.addressId)
  water = { id, number, holderId: holderId ?? 0 }
  await db.account.update({ where: { id }, data: { meterNumber: 'AM 0012345' } })
  power = await of(house.addressId)
  await db.account.update({ where: { id: power.id }, data: { eicCode: EIC, holderId: null } })
})

beforeEach(async () => {
  await database().accountGuess.deleteMany()
})

const prove = (number: string, proof: string, at = NOW, personId?: number, from = client) =>
  proveAccount(database(), { number, proof, client: from, ...(personId && { personId }) }, at)

async function secondsOf(work: Promise<unknown>): Promise<number> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError) || error.code !== 'too_many_requests') throw error ?? new Error('it was let through')
  return Number(error.detail.params?.seconds)
}

describe('a proof', () => {
  it('is the meter number, however it is spaced, and acts as the holder', async () => {
    expect(await prove(water.number, 'am0012345')).toEqual({ accountId: water.id, personId: water.holderId })
    expect(await prove(` ${water.number} `, 'AM 00 123 45')).toEqual({ accountId: water.id, personId: water.holderId })
  })

  it('gives whoever is known already access beside the holder, once', async () => {
    const { id: personId } = await database().person.create({ data: {} })
    await prove(water.number, 'AM0012345', NOW, personId)
    expect(await prove(water.number, 'AM0012345', NOW, personId)).toEqual({ accountId: water.id, personId })
    expect(await database().accountAccess.findMany({ where: { personId } })).toMatchObject([{ accountId: water.id, provedAt: NOW }])
    expect(await database().account.findUniqueOrThrow({ where: { id: water.id } })).toMatchObject({ holderId: water.holderId })
  })

  it('of power is also the end of the EIC code or all of it, and makes a holder where there is none', async () => {
    const proved = await prove(power.number, EIC.slice(-5))
    expect(proved).toMatchObject({ accountId: power.id })
    expect(await database().account.findUniqueOrThrow({ where: { id: power.id } })).toMatchObject({ holderId: proved?.personId })
    expect(await prove(power.number, EIC.toLowerCase())).toEqual(proved)
  })

  it('with a slip in the EIC code is a slip, not a guess', async () => {
    const slipped = `${EIC.slice(0, 14)}9${EIC.slice(15)}`
    await expect(prove(power.number, slipped)).rejects.toMatchObject({ detail: { reason: 'eic_wrong', field: 'proof' } })
    expect(await database().accountGuess.count()).toBe(0)
  })

  it('is never an empty meter number', async () => {
    await expect(prove(power.number, '')).rejects.toMatchObject({ detail: { reason: 'account_proof_wrong' } })
    expect(await prove(power.number, 'xxxx')).toBeNull()
  })

  it('of an account that was closed is none', async () => {
    await database().account.update({ where: { id: water.id }, data: { active: false } })
    expect(await prove(water.number, 'AM0012345')).toBeNull()
    await database().account.update({ where: { id: water.id }, data: { active: true } })
  })

  it('is not read where the number cannot be one of ours', async () => {
    await database().utility.update({
      where: { id: 1 },
      data: { accountPatterns: { water: '[0-9]{9}', heat: '[0-9]{9}', power: '[0-9]{9}' } },
    })
    await expect(prove('12345', 'AM0012345')).rejects.toMatchObject({ detail: { reason: 'account_number_wrong', field: 'number' } })
    await database().utility.update({ where: { id: 1 }, data: { accountPatterns: {} } })
    await expect(prove('1\u00002', 'AM0012345')).rejects.toMatchObject({ detail: { reason: 'account_number_wrong', field: 'number' } })
  })
})

describe('guessing', () => {
  it.each(['the number of an account', 'a number that nobody has'])('at %s waits longer each time', async (whose) => {
    const number = whose.startsWith('the') ? water.number : 'A-999999'
    for (let slip = 0; slip < 3; slip++) expect(await prove(number, 'AM9999999')).toBeNull()
    expect(await secondsOf(prove(number, 'AM9999999'))).toBe(60)
    const waits: number[] = []
    let at = NOW
    for (const minutes of [1, 5, 30, 360, 1440, 1440]) {
      at = new Date(at.getTime() + minutes * 60_000)
      expect(await prove(number, 'AM9999999', at)).toBeNull()
      waits.push((await secondsOf(prove(number, 'AM9999999', at))) / 60)
    }
    expect(waits).toEqual([5, 30, 360, 1440, 1440, 1440])
  })

  it('blocks the right proof too, from any client, and a right one later starts anew', async () => {
    for (let slip = 0; slip < 3; slip++) await prove(water.number, 'AM9999999')
    expect(await secondsOf(prove(water.number, 'AM0012345', NOW, undefined, '198.51.100.1'))).toBe(60)
    expect(await prove(water.number, 'AM0012345', later(1))).not.toBeNull()
    expect(await prove(water.number, 'AM9999999', later(1))).toBeNull()
    expect(await prove(water.number, 'AM9999999', later(1))).toBeNull()
  })

  it('gets no more by trying many at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => prove(water.number, `AM${index}999999`)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  it('is counted by spelling of the number just once', async () => {
    for (const number of ['A-999 999', 'a-999999', 'A-99.99/99']) expect(await prove(number, 'AM9999999')).toBeNull()
    expect(await secondsOf(prove('A-999999', 'AM9999999'))).toBe(60)
  })

  it('of many accounts is stopped by client', async () => {
    for (let index = 0; index < 31; index++) expect(await prove(`A-1000${index}`, 'AM9999999')).toBeNull()
    expect(await secondsOf(prove('A-20000', 'AM9999999'))).toBe(60)
    expect(await prove('A-20000', 'AM9999999', NOW, undefined, '198.51.100.2')).toBeNull()
  })

  it('by a thousand clients is stopped for all until the hour is over', async () => {
    await prove('A-30000', 'AM9999999')
    await prove('A-30002', 'AM9999999', NOW, undefined, '198.51.100.8')
    // The one row that two different numbers from two clients share.
    await database().accountGuess.updateMany({ where: { failures: 2 }, data: { failures: 1000 } })
    expect(await prove('A-30001', 'AM9999999', NOW, undefined, '198.51.100.3')).toBeNull()
    expect(await secondsOf(prove(water.number, 'AM0012345', NOW, undefined, '198.51.100.4'))).toBe(3600)
    expect(await prove(water.number, 'AM0012345', later(60), undefined, '198.51.100.4')).not.toBeNull()
  })

  it('leaves no number behind that could be read', async () => {
    await prove('A-999999', 'AM9999999')
    expect(JSON.stringify(await database().accountGuess.findMany())).not.toContain('999999')
  })
})

/** The same database, which notes what it is asked. */
function listening(asked: string[]): Db {
  const raw =
    (name: '$queryRaw' | '$executeRaw') =>
    (parts: TemplateStringsArray, ...values: unknown[]) => {
      asked.push(parts.join('?'))
      return Reflect.apply(database()[name], database(), [parts, ...values])
    }
  return new Proxy(database(), {
    get(target, name) {
      if (name === '$queryRaw' || name === '$executeRaw') return raw(name)
      const value = Reflect.get(target, name)
      if (typeof value !== 'object' || value === null) return value
      return new Proxy(value, {
        get(model, method) {
          const call = Reflect.get(model, method)
          if (typeof call === 'function') asked.push(`${String(name)}.${String(method)}`)
          return typeof call === 'function' ? call.bind(model) : call
        },
      })
    },
  })
}

it('asks the database the same of no such account, a wrong meter, and a closed account', async () => {
  const ask = async (number: string) => {
    const asked: string[] = []
    expect(await proveAccount(listening(asked), { number, proof: 'AM9999999', client }, NOW)).toBeNull()
    return asked
  }
  const wrongMeter = await ask(water.number)
  expect(wrongMeter.length).toBeGreaterThan(5)
  expect(await ask('A-999999')).toEqual(wrongMeter)
  expect(await ask(power.number)).toEqual(wrongMeter)
})
