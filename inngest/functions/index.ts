import { countCoverageFunction } from './count-coverage'
import { deliverMessagesFunction } from './deliver-messages'
import { forgetOldMovesFunction } from './forget-old-moves'
import { openNoticeFunction } from './open-notice'
import { remindBeforeWorks } from './remind-before-works'
import { sweepFunction } from './sweep'

/** Every function that the engine may wake up. */
export const functions = [
  remindBeforeWorks,
  openNoticeFunction,
  deliverMessagesFunction,
  sweepFunction,
  countCoverageFunction,
  forgetOldMovesFunction,
]
