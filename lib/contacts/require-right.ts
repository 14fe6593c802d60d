import { AppError } from '@/lib/errors'
import type { ProofResult } from './proofs'

const REASONS = {
  wrong: 'code_wrong',
  expired: 'code_expired',
  used: 'code_used',
  too_many: 'code_tried_too_often',
} as const satisfies Record<Exclude<ProofResult, 'right'>, string>

/** Throws `bad_input` in words for a code or link that was not right. */
export function requireRight(result: ProofResult): void {
  if (result === 'right') return
  throw new AppError('bad_input', { reason: REASONS[result], field: 'code' })
}
