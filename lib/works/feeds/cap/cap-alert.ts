import type { Locale } from '@/lib/i18n/locales'

/** An area of an alert: exterior rings of latitude and longitude, each closed. CAP knows no holes: they are told as if they were hit too. */
export interface CapArea {
  description: string
  polygons: Array<Array<[latitude: number, longitude: number]>>
}

export interface CapInfo {
  locale: Locale
  event: string
  headline: string
  description: string
  instruction: string | null
  contact: string
  web: string
}

/** One message of the Common Alerting Protocol 1.2, as far as we have something to say. */
export interface CapAlert {
  identifier: string
  sender: string
  senderName: string
  sent: Date
  msgType: 'Alert' | 'Update' | 'Cancel'
  /** Every earlier message about the same works. */
  references: Array<{ identifier: string; sent: Date }>
  /** What all messages about the same works have in common. */
  incident: string
  service: string
  responseType: 'Prepare' | 'AllClear'
  urgency: 'Immediate' | 'Expected' | 'Future' | 'Past'
  certainty: 'Observed' | 'Likely' | 'Unlikely'
  onset: Date
  expires: Date
  windows: Array<{ start: Date; end: Date }>
  infos: CapInfo[]
  areas: CapArea[]
}
