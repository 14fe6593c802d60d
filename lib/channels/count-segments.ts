import { SegmentedMessage } from 'sms-segments-calculator'

/** How many segments an SMS of this text is billed as: 160 GSM-7 characters or 70 others in one, 153 or 67 in each of several. */
export function countSegments(text: string): number {
  return new SegmentedMessage(text).segmentsCount
}
