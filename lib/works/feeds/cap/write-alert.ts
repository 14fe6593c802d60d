import { FORMATS } from '@/lib/i18n/date-formats'
import { inZone } from '@/lib/wall-clock'
import { writeXml } from '../write-xml'
import type { CapAlert, CapArea, CapInfo } from './cap-alert'

const CAP = 'urn:oasis:names:tc:emergency:cap:1.2'

/** "2026-12-01T09:00:00+01:00": whole seconds with an offset, never "Z" (CAP 1.2, 3.2.1). */
function toInstant(instant: Date, zone: string): string {
  return inZone(instant, zone).toString({ smallestUnit: 'second', timeZoneName: 'never' })
}

const toPolygon = (ring: CapArea['polygons'][number]) => ring.map((point) => point.join(',')).join(' ')

/** The elements in the order that the schema wants. */
function toInfo(info: CapInfo, alert: CapAlert, instant: (at: Date) => string) {
  return {
    language: FORMATS[info.locale],
    category: 'Infra',
    event: info.event,
    responseType: alert.responseType,
    urgency: alert.urgency,
    // "Minimal to no known threat": works that are announced in time are a nuisance, not a danger.
    severity: 'Minor',
    certainty: alert.certainty,
    eventCode: { valueName: 'service', value: alert.service },
    effective: instant(alert.sent),
    onset: instant(alert.onset),
    expires: instant(alert.expires),
    senderName: alert.senderName,
    headline: info.headline,
    description: info.description,
    ...(info.instruction && { instruction: info.instruction }),
    web: info.web,
    contact: info.contact,
    parameter: alert.windows.map(({ start, end }) => ({ valueName: 'window', value: `${instant(start)}/${instant(end)}` })),
    area: alert.areas.map(({ description, polygons }) => ({ areaDesc: description, polygon: polygons.map(toPolygon) })),
  }
}

/** A CAP 1.2 message as XML, its times with the offset of `zone`. Pure. */
export function writeAlert(alert: CapAlert, zone: string): string {
  const instant = (at: Date) => toInstant(at, zone)
  const references = alert.references.map(({ identifier, sent }) => `${alert.sender},${identifier},${instant(sent)}`).join(' ')
  const element = {
    '@xmlns': CAP,
    identifier: alert.identifier,
    sender: alert.sender,
    sent: instant(alert.sent),
    status: 'Actual',
    msgType: alert.msgType,
    source: 'Preavviso',
    scope: 'Public',
    ...(references && { references }),
    incidents: alert.incident,
    info: alert.infos.map((info) => toInfo(info, alert, instant)),
  }
  return writeXml({ alert: element })
}
