import { isValidPhoneNumber } from 'libphonenumber-js'
import { describe, expect, test } from 'vitest'
import { isValidEic } from '@/lib/customers/eic'
import { createTown } from '../town'

const { networks, servicePoints, accounts, registered } = createTown()
const { people, contacts, subscriptions } = registered.register

describe('the service points of the demo town', () => {
  test('are 16,000 to 20,000, each with a code of its own', () => {
    expect(servicePoints.length).toBeGreaterThan(16_000)
    expect(servicePoints.length).toBeLessThan(20_000)
    expect(new Set(servicePoints.map(({ code }) => code)).size).toBe(servicePoints.length)
  })

  test('hang on one node or one link of their network', () => {
    const known = new Map(networks.map(({ service, nodes, links }) => [service, new Set([...nodes, ...links].map(({ code }) => code))]))
    const loose = servicePoints.filter(
      ({ service, node, link }) => (node === null) === (link === null) || !known.get(service)?.has(node ?? link ?? ''),
    )
    expect(loose).toEqual([])
  })

  test('are shared by 4 to 24 dwellings, for water and heat only', () => {
    const shared = servicePoints.filter(({ kind }) => kind === 'shared')
    expect(new Set(shared.map(({ service }) => service))).toEqual(new Set(['water', 'heat']))
    expect(shared.every(({ units }) => units >= 4 && units <= 24)).toBe(true)
    expect(servicePoints.every(({ kind, units }) => kind === 'shared' || units === 1)).toBe(true)
  })

  test('bring heat to about 40 in 100 addresses, water and power to all', () => {
    const served = (service: string) =>
      new Set(servicePoints.filter((point) => point.service === service).map(({ address }) => address)).size
    expect(served('water')).toBe(served('power'))
    expect(served('heat') / served('water')).toBeGreaterThan(0.35)
    expect(served('heat') / served('water')).toBeLessThan(0.5)
  })
})

describe('the accounts of the demo town', () => {
  test('have nine-digit numbers, none twice, and a meter', () => {
    expect(accounts.length).toBe(servicePoints.length)
    expect(accounts.every(({ number, meterNumber }) => /^\d{9}$/.test(number) && meterNumber !== '')).toBe(true)
    expect(new Set(accounts.map(({ number }) => number)).size).toBe(accounts.length)
    expect(new Set(accounts.map(({ meterNumber }) => meterNumber)).size).toBe(accounts.length)
  })

  test('have a valid EIC code where they are for power, and only there', () => {
    const wrong = accounts.filter(({ eicCode, point }) => (point.service === 'power' ? !isValidEic(eicCode ?? '') : eicCode !== null))
    expect(wrong).toEqual([])
    expect(new Set(accounts.flatMap(({ eicCode }) => eicCode ?? [])).size).toBe(accounts.filter(({ eicCode }) => eicCode).length)
  })

  test('can be told by a confirmed contact in about a third of the cases', () => {
    const covered = new Set(
      subscriptions.flatMap(({ accountId, contact }) => (accountId && contact.state === 'confirmed' ? accountId : [])),
    )
    expect(covered.size / accounts.length).toBeGreaterThan(0.28)
    expect(covered.size / accounts.length).toBeLessThan(0.4)
  })
})

describe('the people of the demo town', () => {
  test('are reached in four languages, by every channel, in every state', () => {
    expect(new Set(contacts.map(({ language }) => language))).toEqual(new Set(['it', 'en', 'lt', 'uk']))
    expect(new Set(contacts.map(({ channel }) => channel))).toEqual(new Set(['sms', 'email', 'telegram', 'viber']))
    expect(new Set(contacts.map(({ state }) => state))).toEqual(new Set(['confirmed', 'unconfirmed', 'unreachable', 'opted_out']))
    expect(contacts.filter(({ channel }) => channel === 'sms').length / contacts.length).toBeGreaterThan(0.5)
  })

  test('have ends that look right and cannot be real', () => {
    const shapes = {
      sms: /^\+39399\d{7}$/,
      email: /^[a-z.]+\d*@example\.(com|org)$/,
      telegram: /^99\d{10}$/,
      viber: /^[A-Za-z0-9+/]{22}[A-Za-z0-9+/=]{2}$/,
    }
    expect(contacts.filter(({ channel, value }) => !shapes[channel].test(value))).toEqual([])
    expect(contacts.filter(({ channel, value }) => channel === 'sms' && !isValidPhoneNumber(value))).toEqual([])
    expect(new Set(contacts.map(({ channel, value }) => `${channel} ${value}`)).size).toBe(contacts.length)
  })

  test('subscribe to each thing once', () => {
    const keys = subscriptions.map(({ contact, accountId, addressId }) => `${contact.id} ${accountId} ${addressId}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('are holders, residents, building managers and one call centre', () => {
    expect(new Set(subscriptions.map(({ role }) => role))).toEqual(new Set(['holder', 'resident', 'building_manager', 'call_centre']))
    const callCentre = subscriptions.filter(({ role }) => role === 'call_centre')
    expect(callCentre.map(({ contact }) => [contact.value, contact.state, contact.language])).toEqual([
      ['callcentre@example.org', 'confirmed', 'it'],
    ])
  })

  test('have two contacts here, and several accounts there', () => {
    expect(contacts.length).toBeGreaterThan(people.length * 1.05)
    const accountsOf = new Map<number, number>()
    for (const { contact } of subscriptions) accountsOf.set(contact.id, (accountsOf.get(contact.id) ?? 0) + 1)
    expect(Math.max(...accountsOf.values())).toBeGreaterThan(4)
  })
})
