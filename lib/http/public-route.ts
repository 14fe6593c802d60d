import { type PublicQuestion, publicAnswer } from './public-answer'
import { requestInstant } from './request-instant'

export interface PublicCall<Params> extends PublicQuestion<Params> {
  now: Date
}

/** A handler that anyone may call, as publicAnswer, of what changes with time: `now` is the installation's. */
export function publicRoute<Params = object>(work: (call: PublicCall<Params>) => Promise<object>) {
  return publicAnswer<Params>(async (question) => work({ ...question, now: await requestInstant() }))
}
