import type { Service } from '@/lib/db/generated/enums'

export interface Zone {
  service: Service
  code: string
  name: string
  /** The quarters that it feeds. */
  quarters: string[]
}

/** Which parts of the town each service's network feeds together. */
export const zones: Zone[] = [
  { service: 'water', code: 'W-ALTA', name: 'Zona alta', quarters: ['Le Vigne', 'Colle Fiorito'] },
  {
    service: 'water',
    code: 'W-CENTRO',
    name: 'Zona centro',
    quarters: ['Centro storico', 'Borgo Nuovo', 'San Rocco', 'Prati', 'Zona artigianale'],
  },
  { service: 'water', code: 'W-FIUME', name: 'Zona fiume', quarters: ['Ponente', 'Oltrefiume'] },
  { service: 'heat', code: 'H-CENTRO', name: 'Rete del centro', quarters: ['Centro storico', 'Borgo Nuovo'] },
  { service: 'heat', code: 'H-EST', name: 'Rete est', quarters: ['San Rocco'] },
  {
    service: 'power',
    code: 'P-NORD',
    name: 'Cabina primaria nord',
    quarters: ['Borgo Nuovo', 'Le Vigne', 'Zona artigianale', 'Colle Fiorito'],
  },
  {
    service: 'power',
    code: 'P-SUD',
    name: 'Cabina primaria sud',
    quarters: ['Centro storico', 'San Rocco', 'Prati', 'Ponente', 'Oltrefiume'],
  },
]
