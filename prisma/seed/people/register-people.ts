import { createRandom, type Random } from '../random'
import type { Account } from './account'
import type { Contact, Person } from './contact'
import { drawName, type Holder, LANGUAGES } from './holder'
import { Register } from './register'

/** Shares of those who registered, and of what they registered. */
const REGISTERED = 0.365
const SECOND_CONTACT = 0.12
const SECOND_HOME = 0.025
const FOLLOWS_ADDRESS = 0.4
const TENANT_ONLY = 0.6
const MANAGED = 0.5
/** The offices that look after condominiums. */
const MANAGERS = [
  'Amministrazioni Ferraris',
  'Studio Casa Robotti',
  'Gestioni Immobiliari Po',
  'Studio Benzi',
  'Condomini Sereni',
  'Amministrazioni Villa',
]

/** The contacts of an account's holder, by holder; and who is the person behind each. */
export interface Registered {
  register: Register
  holders: Map<Holder, Person>
}

function follow(register: Register, contact: Contact, holder: Holder, accounts: readonly Account[], random: Random): void {
  for (const account of accounts) register.subscribe(contact, 'holder', { accountId: account.id })
  const sharesMeters = holder.address.units > 1
  if (sharesMeters && random.chance(FOLLOWS_ADDRESS)) register.subscribe(contact, 'resident', { addressId: holder.address.id })
}

function registerOwner(register: Register, holder: Holder, random: Random): Contact[] {
  const person = register.addPerson()
  const first = register.addContact(person, holder.name, holder.language)
  if (!random.chance(SECOND_CONTACT)) return [first]
  return [first, register.addContact(person, holder.name, holder.language, first.channel === 'email' ? 'sms' : 'email')]
}

/** Households and firms: one person with one or two contacts for all their accounts, and here and there for a second home. */
function registerHolders({ register, holders }: Registered, accountsOf: Map<Holder, Account[]>, random: Random): void {
  const owners: Contact[][] = []
  for (const [holder, accounts] of accountsOf) {
    if (holder.kind === 'condominium' || !random.chance(REGISTERED)) continue
    const isSecondHome = owners.length > 0 && random.chance(SECOND_HOME)
    const contacts = isSecondHome ? random.pick(owners) : registerOwner(register, holder, random)
    if (!isSecondHome) owners.push(contacts)
    for (const contact of contacts) follow(register, contact, holder, accounts, random)
    if (contacts[0]) holders.set(holder, contacts[0].person)
  }
}

/** Tenants without a contract, who follow the building that they live in. */
function registerTenants({ register }: Registered, accountsOf: Map<Holder, Account[]>, random: Random): void {
  for (const holder of accountsOf.keys()) {
    if (holder.kind !== 'condominium' || !random.chance(TENANT_ONLY)) continue
    for (let tenant = random.whole(1, 2); tenant > 0; tenant--) {
      const language = random.draw(LANGUAGES)
      const contact = register.addContact(register.addPerson(), drawName(language, random), language)
      register.subscribe(contact, 'resident', { addressId: holder.address.id })
    }
  }
}

/** Offices with many condominiums each. */
function registerManagers({ register, holders }: Registered, accountsOf: Map<Holder, Account[]>, random: Random): void {
  const offices = MANAGERS.map((name) => register.addContact(register.addPerson(), name, 'it', 'email'))
  for (const contact of offices) contact.state = 'confirmed'
  for (const [holder, accounts] of accountsOf) {
    if (holder.kind !== 'condominium' || !random.chance(MANAGED)) continue
    const office = random.pick(offices)
    for (const account of accounts) register.subscribe(office, 'building_manager', { accountId: account.id })
    holders.set(holder, office.person)
  }
}

function registerCallCentre(register: Register): void {
  const contact: Contact = {
    ...register.addContact(register.addPerson(), 'callcentre', 'it', 'email'),
    value: 'callcentre@example.org',
    state: 'confirmed',
  }
  register.contacts[contact.id - 1] = contact
  register.subscribe(contact, 'call_centre', {})
}

/** Everyone who can be told: holders of about a third of the accounts, tenants, building managers and the call centre. */
export function registerPeople(accounts: readonly Account[]): Registered {
  const random = createRandom('people')
  const registered: Registered = { register: new Register(), holders: new Map() }
  const accountsOf = new Map<Holder, Account[]>()
  for (const account of accounts) {
    const known = accountsOf.get(account.holder)
    if (known) known.push(account)
    else accountsOf.set(account.holder, [account])
  }
  registerHolders(registered, accountsOf, random)
  registerTenants(registered, accountsOf, random)
  registerManagers(registered, accountsOf, random)
  registerCallCentre(registered.register)
  return registered
}
