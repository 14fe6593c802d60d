import { paths } from './paths'
import { schemas } from './schemas'

const DESCRIPTION = [
  'Planned interruptions of water, heat, electricity and gas. What is public needs no key and says nothing about customers.',
  'Times are ISO 8601 instants. Failures are problem documents (RFC 9457): `reason` is stable and meant for programs, `detail` is meant for people, in the language of `Accept-Language`.',
  'Planning needs a key, as `Authorization: Bearer KEY`; an administrator makes one with `npm run -s preavviso -- api-key create`.',
].join('\n\n')

/** The API as OpenAPI 3.1. `publicUrl` is where it is to be had. */
export function apiDocument(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Preavviso', version: '1', description: DESCRIPTION },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  }
}
