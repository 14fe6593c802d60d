import type { Channel } from '@/lib/db/generated/enums'

/** Where one can be reached: unique in the town, and plainly not real. */
export class Ends {
  readonly #emails = new Map<string, number>()
  #count = 0

  /** The next phone number, e-mail address or chat of someone of this name. */
  next(channel: Channel, name: string): string {
    this.#count++
    return { sms: () => this.#phone(), email: () => this.#email(name), telegram: () => this.#telegram(), viber: () => this.#viber() }[
      channel
    ]()
  }

  /** Italian mobile prefix 399, which no operator has. */
  #phone(): string {
    return `+39399${String((this.#count * 7919) % 10_000_000).padStart(7, '0')}`
  }

  /** Domains that RFC 2606 keeps for examples. */
  #email(name: string): string {
    const latin = name.normalize('NFD').replace(/[^\p{ASCII}]/gu, '')
    const local = latin.toLowerCase().replace(/[^a-z]+/g, '.')
    const count = (this.#emails.get(local) ?? 0) + 1
    this.#emails.set(local, count)
    return `${local}${count > 1 ? count : ''}@example.${count % 3 === 0 ? 'org' : 'com'}`
  }

  /** Chat ids far above those that Telegram gives out. */
  #telegram(): string {
    return String(990_000_000_000 + this.#count * 131)
  }

  /** Viber's ids are 24 characters of base64. */
  #viber(): string {
    return Buffer.from(`roccafiume-${String(this.#count).padStart(5, '0')}`).toString('base64')
  }
}
