import type { Provider } from './provider'

/** What the pretended Telegram keeps of a bot beside its messages. */
export interface TelegramState {
  /** Updates that `getUpdates` gives until they are confirmed by an offset. */
  updates: Array<{ update_id: number }>
  /** Who is an admin, of any group: users' ids. */
  admins: Set<number>
  /** Groups that have become supergroups: by old name the new one. */
  moved: Map<string, number>
  /** Each call but sendMessage, in order. */
  calls: Array<{ method: string; fields: Record<string, unknown> }>
}

const states = new WeakMap<Provider, TelegramState>()

export function forgetTelegramState(provider: Provider): void {
  states.delete(provider)
}

export function telegramState(provider: Provider): TelegramState {
  const state = states.get(provider) ?? { updates: [], admins: new Set(), moved: new Map(), calls: [] }
  states.set(provider, state)
  return state
}
