import type { Service } from '@/lib/db/generated/enums'
import type { SupplyPlace } from '@/lib/works/works'

export interface DemoWindow {
  inDays: number
  /** A wall-clock time, or the hour of the start itself ("now"). */
  at: string
  hours: number
}

/** Works of the demo, in days and wall-clock hours around the day of the first start. */
export interface DemoWorks {
  service: Service
  title: string
  reason: string
  advice?: string
  windows: DemoWindow[]
  /** Where they were first published with other windows, and then moved. */
  moved?: { inDays: number; from: DemoWindow[] }
  /** Where water is to be had meanwhile: at corners of the works' ground. */
  supply?: Array<Pick<SupplyPlace, 'kind' | 'label' | 'note'> & { corner: number }>
  /** On the ground of another one of these works, so that several services meet at one address. */
  onGroundOf?: number
  /** Null for a draft. */
  publishedInDays: number | null
  shortNoticeReason?: string
  cancelled?: { inDays: number; reason: string }
}

/** Some that are over, one that runs, some that are to come in every stage of telling, and a draft. */
export const DEMO_WORKS: DemoWorks[] = [
  {
    service: 'water',
    title: 'Sostituzione di due saracinesche',
    reason: 'Sostituzione di saracinesche sulla condotta principale',
    windows: [{ inDays: -18, at: '08:30', hours: 4 }],
    publishedInDays: -26,
  },
  {
    service: 'power',
    title: 'Manutenzione della cabina secondaria',
    reason: 'Manutenzione programmata della cabina',
    windows: [{ inDays: -6, at: '09:00', hours: 3 }],
    publishedInDays: -15,
    cancelled: { inDays: -9, reason: 'Maltempo: i lavori saranno riprogrammati' },
  },
  {
    service: 'power',
    title: 'Nuovo allacciamento in media tensione',
    reason: 'Allacciamento di un nuovo edificio',
    windows: [{ inDays: 0, at: 'now', hours: 5 }],
    publishedInDays: -8,
  },
  {
    service: 'heat',
    title: 'Prova idraulica della rete di teleriscaldamento',
    reason: 'Prova di tenuta prima della stagione',
    windows: [
      { inDays: 4, at: '09:00', hours: 6 },
      { inDays: 5, at: '09:00', hours: 6 },
    ],
    moved: {
      inDays: -2,
      from: [
        { inDays: 3, at: '08:00', hours: 6 },
        { inDays: 4, at: '08:00', hours: 6 },
      ],
    },
    publishedInDays: -3,
  },
  {
    service: 'water',
    title: 'Rinnovo della condotta',
    reason: 'Rinnovo di un tratto di condotta',
    advice: 'Una cisterna d’acqua potabile sarà disponibile in piazza.',
    windows: [{ inDays: 9, at: '08:00', hours: 5 }],
    supply: [
      { kind: 'tanker', label: 'Autobotte all’inizio della via', note: 'Dalle 7:30 alle 13:30; portare taniche pulite', corner: 0 },
      { kind: 'tap', label: 'Fontanella del giardino', note: '', corner: 0.5 },
    ],
    onGroundOf: 2,
    publishedInDays: -1,
  },
  {
    service: 'water',
    title: 'Lavaggio notturno delle condotte',
    reason: 'Lavaggio periodico della rete',
    windows: [
      { inDays: 12, at: '22:30', hours: 6 },
      { inDays: 13, at: '22:30', hours: 6 },
    ],
    publishedInDays: 0,
  },
  {
    service: 'power',
    title: 'Potatura vicino alla linea aerea',
    reason: 'Potatura di alberi vicino alla linea',
    windows: [{ inDays: 20, at: '08:00', hours: 4 }],
    publishedInDays: null,
  },
]
