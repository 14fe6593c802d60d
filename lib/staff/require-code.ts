import { takeCode } from '@/lib/auth/take-code'
import { badInput } from '@/lib/errors'

/** Throws `bad_input` unless `code` proves that the member has their second factor. Counted like a sign-in: five wrong ones lock it. */
export async function requireCode(staffId: number, code: string, now: Date): Promise<void> {
  if (!(await takeCode(staffId, code, now))) throw badInput('code_wrong', 'code')
}
