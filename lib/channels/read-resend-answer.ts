import type { OutgoingMessage, SendResult } from './channels'

interface BatchAnswer {
  /** Those that were taken, in the order of the request. */
  data: Array<{ id: string }>
  /** Those that were not, by their place in the request. */
  errors?: Array<{ index: number; message: string }>
}

/** What Resend's answer to a batch means for each message. One that it names as faulty is refused for good: it was checked, not lost. */
export function readResendAnswer(messages: OutgoingMessage[], { data, errors = [] }: BatchAnswer): SendResult[] {
  const faults = new Map(errors.map(({ index, message }) => [index, message]))
  const taken = data.values()
  return messages.map(({ id }, index) => {
    const fault = faults.get(index)
    if (fault !== undefined) {
      return { id, state: 'failed', errorCode: 'resend_validation_error', isContactDead: fault.includes('`to`') }
    }
    const providerId = taken.next().value?.id
    if (providerId === undefined) return { id, state: 'unknown', errorCode: 'resend_answer_incomplete' }
    return { id, state: 'sent', providerId }
  })
}
