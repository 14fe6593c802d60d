import { z } from 'zod'
import { cancelBody, extendBody, publishBody, rescheduleBody, restoreBody } from '@/lib/works/request-bodies'
import { worksInput } from '@/lib/works/works'

const instant = { type: 'string', format: 'date-time' }
const text = { type: 'string' }
const service = { enum: ['water', 'heat', 'power', 'gas'] }
const worksState = { enum: ['draft', 'in_approval', 'published', 'running', 'ended', 'cancelled'] }
const count = { type: 'integer', minimum: 0 }

/** An object of which every property is there, save those in `optional`. */
function objectOf(properties: Record<string, object>, optional: string[] = []) {
  return { type: 'object', required: Object.keys(properties).filter((name) => !optional.includes(name)), properties }
}

const listOf = (items: object) => ({ type: 'array', items })
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
/** OpenAPI 3.1 schemas are JSON Schema 2020-12, which is what Zod writes. */
const bodyOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' })

/** What goes in and comes out. What comes in is taken from the very schemas that check it. */
export const schemas = {
  Problem: objectOf({ type: text, title: text, status: { type: 'integer' }, detail: text, code: text, reason: text, field: text }, [
    'field',
  ]),
  AddressChoice: objectOf({ id: { type: 'integer' }, label: text, score: { type: 'number', minimum: 0, maximum: 1 } }),
  Lookup: objectOf(
    {
      status: { enum: ['match', 'choices', 'none'] },
      address: ref('AddressChoice'),
      choices: listOf(ref('AddressChoice')),
      reason: {
        enum: ['number_missing', 'number_unknown', 'other_town'],
        description:
          'Why there are choices only, where the text names no house number, one that the street does not have, or a town without the street',
      },
      suggestions: listOf(
        objectOf({
          kind: { enum: ['street', 'address'] },
          id: { type: 'integer' },
          label: text,
          text,
          score: { type: 'number', minimum: 0, maximum: 1 },
        }),
      ),
    },
    ['status', 'address', 'choices', 'reason', 'suggestions'],
  ),
  Window: objectOf({ start: instant, end: instant }),
  Outage: objectOf({
    reference: text,
    service,
    title: text,
    reason: text,
    advice: text,
    state: { enum: ['coming', 'running', 'cancelled'] },
    start: instant,
    end: instant,
  }),
  Outages: objectOf(
    {
      status: {
        enum: ['affected', 'none_planned', 'unknown'],
        description:
          '`unknown` where we cannot say: outside the served area, or while our own data is too old or cannot be read. Never read it as none.',
      },
      asOf: instant,
      outages: listOf(ref('Outage')),
      phone: { ...orNull(text), description: 'Whom to call where the status is `unknown`' },
    },
    ['phone'],
  ),
  PublicWorks: objectOf({
    reference: text,
    service,
    title: text,
    reason: text,
    advice: text,
    state: worksState,
    windows: listOf(ref('Window')),
    streets: listOf(text),
    workType: orNull({ type: 'object', additionalProperties: text, description: 'What is done, by language' }),
    contact: { ...text, description: 'Whom to ask beside the utility; may be empty' },
    supplyPlaces: listOf(
      objectOf({
        kind: { enum: ['tanker', 'tap', 'other'] },
        label: text,
        note: text,
        at: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], description: 'Longitude, latitude' },
      }),
    ),
    area: orNull({ type: 'object', description: 'GeoJSON MultiPolygon, WGS84' }),
    cancelReason: orNull(text),
    asOf: instant,
  }),
  PublicWorksList: objectOf({ asOf: instant, works: listOf(ref('PublicWorks')) }),
  WorksCollection: objectOf({
    type: { const: 'FeatureCollection' },
    features: listOf(
      objectOf({
        type: { const: 'Feature' },
        id: { ...text, description: 'The reference of the works' },
        geometry: orNull({ type: 'object', description: 'GeoJSON MultiPolygon, WGS84, outer rings counter-clockwise' }),
        properties: {
          type: 'object',
          description: 'As PublicWorks, without `area` and `asOf`; `url` is the page of the works',
          required: ['reference', 'service', 'title', 'state', 'windows', 'streets', 'url'],
          properties: {
            reference: text,
            service,
            title: text,
            state: worksState,
            windows: listOf(ref('Window')),
            streets: listOf(text),
            url: text,
          },
        },
      }),
    ),
  }),
  Health: objectOf({
    status: { enum: ['ok', 'broken'] },
    database: { enum: ['reachable', 'unreachable'] },
    pendingMigrations: listOf(text),
    oldestOverdue: orNull(instant),
  }),
  Live: objectOf({ status: { const: 'ok' } }),
  Document: { type: 'object', description: 'OpenAPI 3.1' },
  AffectedCounts: objectOf({ servicePoints: count, units: count, accounts: count, contacts: count }),
  LegalNotice: objectOf({
    minimum: objectOf({ value: count, unit: { enum: ['hours', 'days', 'working_days'] } }),
    latestPublish: instant,
    ok: { type: 'boolean' },
    certainty: { enum: ['verified', 'known'] },
    source: text,
    exception: orNull({ enum: ['after_fault', 'over_four_hours'] }),
  }),
  WorksSummary: objectOf({
    reference: text,
    version: { type: 'integer' },
    state: worksState,
    affected: ref('AffectedCounts'),
    legal: orNull(ref('LegalNotice')),
    breaches: listOf({ type: 'object', description: 'A window that the law does not allow: too long, or in a closed season' }),
  }),
  PlannedNotice: objectOf({ kind: text, dueAt: instant, notAfter: instant, state: text, skipReason: orNull(text) }),
  PublishedWorks: { allOf: [ref('WorksSummary'), objectOf({ notices: listOf(ref('PlannedNotice')) })] },
  Deliveries: objectOf({
    reference: text,
    version: { type: 'integer' },
    state: worksState,
    asOf: instant,
    notices: listOf({
      allOf: [
        ref('PlannedNotice'),
        objectOf({
          id: { type: 'integer' },
          version: { type: 'integer' },
          audience: orNull({ ...count, description: 'How many people it was opened for; null before that' }),
          counts: { type: 'object', additionalProperties: count, description: 'Their messages by state' },
          standIns: { type: 'object', additionalProperties: count, description: 'Further messages, for some that did not arrive' },
          reconciliation: {
            enum: ['not_opened', 'under_way', 'closes', 'differs'],
            description: '`closes`: as many messages as people, each at its end. `differs` must not be.',
          },
        }),
      ],
    }),
  }),
  WorksInput: bodyOf(worksInput),
  PublishInput: bodyOf(publishBody),
  CancelInput: bodyOf(cancelBody),
  RescheduleInput: bodyOf(rescheduleBody),
  ExtendInput: bodyOf(extendBody),
  RestoreInput: bodyOf(restoreBody),
}
