import { createEnrolmentToken } from '../enrol/enrolment-token'
import type { LedgerLetter, LetterKind } from './letter'

export interface LinkContext {
  /** Origin and language: "https://example.org/it". */
  root: string
  token: string
  /** What signed links are signed with. */
  secret: string
}

type MakeLink = (letter: LedgerLetter, context: LinkContext) => string

const renewal: MakeLink = ({ contactId, facts }, { root, secret }) =>
  `${root}/enrol/renew/${createEnrolmentToken({ contactId: contactId ?? 0, addressId: Number(facts.addressId) }, secret)}`

/** Where a letter leads: the `url` in its words. */
export const LETTER_LINKS: Record<LetterKind, MakeLink> = {
  confirm_contact: (_, { root, token }) => `${root}/confirm/${token}`,
  sign_in: (_, { root, token }) => `${root}/sign-in/link/${token}`,
  sign_in_closed: (_, { root }) => `${root}/sign-in`,
  contact_added: (_, { root }) => `${root}/account`,
  contact_removed: (_, { root }) => `${root}/account`,
  proof_failures: (_, { root }) => `${root}/account`,
  renewal_asked: renewal,
  enrolment_ended: (_, { root }) => `${root}/enrol`,
  test: (_, { root }) => `${root}/account`,
  account_added: (_, { root }) => `${root}/account`,
  sign_in_alert: (_, { root }) => `${root}/account`,
  manager_granted: (_, { root }) => `${root}/account/buildings`,
}
