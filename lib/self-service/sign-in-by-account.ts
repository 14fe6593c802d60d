import { sealTickets } from '@/lib/auth/customer-ticket'
import { database } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { requireWay } from './ask-for-sign-in'
import { type AccountProof, proveAccount } from './prove-account'
import { tellOfSignIn } from './tell-of-sign-in'

/**
 * A ticket for whoever has the bill of an account, as its holder. Its holder's contacts are told of it: a bill may lie in anybody's bin. Throws
 * `bad_input` for the field `proof` when number and proof do not belong together, and whatever proveAccount does.
 */
export async function signInByAccount(proof: Omit<AccountProof, 'personId'>, now: Date): Promise<string> {
  await requireWay(database(), 'account_proof')
  const proved = await proveAccount(database(), proof, now)
  if (!proved) throw badInput('account_not_proved', 'proof')
  await tellOfSignIn(proved.personId, now)
  return sealTickets([proved.personId], 'account_proof', new Date())[0] ?? ''
}
