import { FILTERS, feed, inPath, inQuery, keyed, LANGUAGE, type Operation, REFERENCE, read, write } from './operations'

const Q = { ...inQuery('q', 'An address, however it is written', { type: 'string', maxLength: 200 }), required: true }
const PARTIAL = inQuery(
  'partial',
  '1: the text is still being typed; answers `choices` and `suggestions` (streets first, then house numbers) only',
  { enum: ['1'] },
)
const TOWN = inQuery('town', 'The name of a town that was chosen: of streets that are as likely, those near it come first', {
  type: 'string',
  maxLength: 200,
})
const ADDRESS = inPath('id', 'The number of an address')

const addresses = {
  '/api/v1/addresses': {
    get: read('Addresses', 'Which address a text means', 'Lookup', {
      description: '`match` only where one address fits every word; else `choices` to pick from, or `none`.',
      parameters: [Q, PARTIAL, TOWN],
    }),
  },
  '/api/v1/addresses/{id}/outages': {
    get: read('Addresses', 'What is planned at an address', 'Outages', { parameters: [ADDRESS], isOne: true }),
  },
}

const works = {
  '/api/v1/works': {
    get: read('Works', 'All works that run or are to come', 'PublicWorksList', { parameters: FILTERS }),
    post: write('Draft works', 'WorksInput', 'WorksSummary', [], 201),
  },
  '/api/v1/works/{reference}': {
    get: read('Works', 'Published works', 'PublicWorks', {
      description: 'Also those that are over or cancelled; drafts are not found.',
      parameters: [REFERENCE],
      isOne: true,
    }),
  },
  '/api/v1/works/{reference}/publish': { post: write('Publish a draft', 'PublishInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/cancel': { post: write('Cancel works, and tell those who had heard', 'CancelInput', 'WorksSummary') },
  '/api/v1/works/{reference}/reschedule': { post: write('Move works to other windows', 'RescheduleInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/extend': { post: write('Let running works last longer', 'ExtendInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/restore': { post: write('Say that supply is back', 'RestoreInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/deliveries': {
    get: keyed('Planning', 'works:read', 'How the messages of works fared', 'Deliveries'),
  },
}

const ATOM = 'application/atom+xml; charset=utf-8'

const feeds = {
  '/addresses/{id}/calendar.ics': {
    get: feed(
      'The calendar of an address',
      'text/calendar; charset=utf-8',
      'iCalendar (RFC 5545), to subscribe to. A window keeps its `UID`, and its `SEQUENCE` goes up when it moves or is cancelled; what is over or ' +
        'cancelled stays for 30 days. 404 also for an address outside the served area, where nobody knows what is planned.',
      [ADDRESS, LANGUAGE],
      true,
    ),
  },
  '/feeds/addresses/{file}': {
    get: feed(
      'What is told of an address',
      ATOM,
      'Atom (RFC 4287): an entry for each works, updated when they change.',
      [inPath('file', 'The number of an address and `.atom`'), LANGUAGE],
      true,
    ),
  },
  '/feeds/works.atom': {
    get: feed(
      'What is told of all works',
      ATOM,
      'Atom (RFC 4287): an entry for each works that run, are to come, or ended or were cancelled in the last 30 days, with what was told of them last.',
      [...FILTERS, LANGUAGE],
    ),
  },
  '/feeds/works.geojson': {
    get: feed(
      'The areas of works that run or are to come',
      'application/geo+json',
      'GeoJSON (RFC 7946): a feature for each works, its properties as in `PublicWorks` and with the address of its page.',
      FILTERS,
    ),
  },
  '/feeds/cap.atom': {
    get: feed('The latest alert of each works', ATOM, 'Atom, its entries linking to alerts in CAP 1.2, as aggregators expect.', [LANGUAGE]),
  },
  '/feeds/cap/{file}': {
    get: feed(
      'An alert about works',
      'application/cap+xml; charset=utf-8',
      'Common Alerting Protocol 1.2, one `info` for each language of the utility. The publication is an `Alert`, what was changed since is an `Update`, ' +
        'a cancellation a `Cancel`; each refers to all before it. Polygons have no holes: what lies in one is told too.',
      [
        inPath(
          'file',
          'The reference of works and `.xml`: the latest message. With a number between (`W-2026-0001.1.xml`): an earlier one.',
        ),
      ],
      true,
    ),
  },
}

const maps = {
  '/api/tiles/{layer}/{z}/{x}/{y}': {
    get: {
      tags: ['Maps'],
      summary: 'A tile of the map',
      description: 'Mapbox Vector Tiles 2.1. Layers of the network and of service points are for staff who are signed in.',
      parameters: [
        inPath('layer', 'As `streets`, `buildings`, `works`'),
        inPath('z', 'Zoom, 0 to 22'),
        inPath('x', 'Column from the west'),
        inPath('y', 'Row from the north, and `.mvt`'),
      ],
      responses: {
        200: {
          description: 'The tile',
          content: { 'application/vnd.mapbox-vector-tile': { schema: { type: 'string', format: 'binary' } } },
        },
        204: { description: 'There is nothing in it' },
        304: { description: 'Nothing has changed since the tag in `If-None-Match`' },
        400: { description: 'There is no such tile or layer' },
      },
    },
  },
} satisfies Record<string, Record<string, Operation>>

const service = {
  '/api/health': {
    get: {
      ...read('Service', 'Whether this installation can do its work', 'Health'),
      responses: {
        200: { description: 'It can', content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } } },
        503: { description: 'It cannot', content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } } },
      },
    },
  },
  '/api/health/live': { get: { ...read('Service', 'Whether the process answers', 'Live') } },
  '/api/v1/openapi.json': { get: { ...read('Service', 'This document', 'Document') } },
}

/** Every public route, by its path. A guard test compares them with the folders of app. */
export const paths: Record<string, Record<string, Operation>> = { ...addresses, ...works, ...feeds, ...maps, ...service }
