import { type GivenProof, takeProof } from '@/lib/contacts/proofs'
import { database } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { findSignInChoices, type SignInChoice } from './find-sign-in-choices'

/**
 * What a code or a link lets somebody in as: usually one, several where a telephone is several people's. `now` is the installation's; tickets hold in
 * real time. Throws `bad_input` for the field `code`: wrong, too old, used, or tried too often.
 */
export async function takeSignInProof(given: GivenProof, now: Date): Promise<SignInChoice[]> {
  const { result, proof } = await takeProof(database(), given, 'sign_in', now)
  if (!proof) throw badInput(`sign_in_code_${result}`, 'code')
  return findSignInChoices(database(), proof, new Date())
}
