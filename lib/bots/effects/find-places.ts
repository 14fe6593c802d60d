import { findAddressesNear } from '@/lib/addresses/find-addresses-near'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { getAddress } from '@/lib/addresses/queries'
import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import type { Effect, Outcome, Place } from '../bots'

/** So many fit under a question, one button below the other. */
const MOST = 6

type Of<Do extends Effect['do']> = Extract<Effect, { do: Do }>

/** Which address a text means. */
export async function findPlace({ text, to, isGuess }: Of<'find'>): Promise<Outcome> {
  const { status, address, choices = [] } = await lookUpAddress(text)
  const isExact = status === 'match' && address !== undefined
  const places = (isExact ? [address] : choices).slice(0, MOST).map(({ id, label }) => ({ id, label }))
  return { is: 'found', to, places, isExact, guess: isGuess ? text : null }
}

/** Which addresses are where somebody stands: never sure enough to take one without asking. */
export async function findPlacesNear({ longitude, latitude, to }: Of<'find_near'>): Promise<Outcome> {
  const places = await findAddressesNear(database(), { longitude, latitude }, MOST)
  return { is: 'found', to, places, isExact: false, guess: null }
}

/** An address by its id; null when there is none. */
export async function getPlaceOrNull(id: number): Promise<Place | null> {
  try {
    return { id, label: (await getAddress(id)).label }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
