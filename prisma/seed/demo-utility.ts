import type { Service } from '@/lib/db/generated/enums'
import type { Utility } from '@/lib/utility/utility'

/** The fictional utility that serves Roccafiume. */
export const DEMO_UTILITY: Utility = {
  name: 'Acque e Reti del Tanaro',
  sender: 'AcqueTanaro',
  country: 'IT',
  zone: 'Europe/Rome',
  defaultLanguage: 'it',
  languages: ['it', 'en', 'lt', 'uk'],
  services: ['water', 'heat', 'power'],
  phone: '+39 800 000 000',
  phoneHours: 'lun-ven 8-18, sab 8-13',
  website: 'https://acque-e-reti.example',
  quietFrom: '21:00',
  quietTo: '08:00',
  patronDay: '08-10',
  transliterateSms: false,
  approvalUnits: 1500,
  maxDataAgeHours: null,
}

/** Gas too, so that a utility that begins with this demo's settings lacks no plan. */
export const PLANNED_SERVICES: readonly Service[] = ['water', 'heat', 'power', 'gas']

/** Longitude and latitude. Wide enough for all of Alessandria, whose real addresses can be imported into the demo as they are. */
export const SERVED_AREA: readonly (readonly [longitude: number, latitude: number])[] = [
  [8.18, 44.57],
  [8.46, 44.53],
  [8.9, 44.54],
  [9.17, 44.58],
  [9.21, 44.86],
  [9.16, 45.2],
  [8.8, 45.22],
  [8.4, 45.21],
  [8.17, 45.18],
  [8.13, 44.9],
]
