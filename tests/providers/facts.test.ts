import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { RESEND_FACTS } from './resend-facts'
import { TELEGRAM_FACTS, TELEGRAM_LONGEST_DATA, TELEGRAM_LONGEST_TEXT, TELEGRAM_TYPES, TELEGRAM_UNLISTED_FACTS } from './telegram-facts'
import { TWILIO_FACTS } from './twilio-facts'

const FOLDER = path.resolve(process.cwd(), '../shared/data/schemas')
const isHere = existsSync(FOLDER)
const NOTE = isHere ? '' : ' (skipped: ../shared/data/schemas is not here)'

// biome-ignore lint/suspicious/noExplicitAny: somebody else's schema, walked as it is
const read = (file: string): any => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'))
const sorted = (names: Iterable<string>) => [...names].sort()

describe.skipIf(!isHere)(`facts copied from the providers' schemas are still theirs${NOTE}`, () => {
  test('Twilio: parameters, ids, validity, length, pages and statuses', () => {
    const { paths, components } = read('twilio-messages.openapi.json')
    const { post, get } = paths['/2010-04-01/Accounts/{AccountSid}/Messages.json']
    const { required, properties } = post.requestBody.content['application/x-www-form-urlencoded'].schema
    expect(required).toEqual(TWILIO_FACTS.required)
    expect(sorted(Object.keys(properties))).toEqual(sorted(TWILIO_FACTS.parameters))
    expect(post.parameters[0].schema.pattern).toBe(TWILIO_FACTS.accountSid)
    expect(properties.MessagingServiceSid.pattern).toBe(TWILIO_FACTS.messagingServiceSid)
    const { least, most } = TWILIO_FACTS.validity
    expect(properties.ValidityPeriod.description).toContain(`from \`${least}\` to \`${most}\``)
    expect(properties.Body.description).toContain(`up to ${TWILIO_FACTS.bodyCharacters.toLocaleString('en')} characters`)
    const filters = get.parameters.filter((parameter: { in: string }) => parameter.in === 'query')
    expect(sorted(filters.map(({ name }: { name: string }) => name))).toEqual(sorted(TWILIO_FACTS.listParameters))
    expect(filters.find(({ name }: { name: string }) => name === 'PageSize').schema.maximum).toBe(TWILIO_FACTS.largestPage)
    expect(components.schemas['api.v2010.account.message'].properties.sid.pattern).toBe(TWILIO_FACTS.messageSid)
    expect(components.schemas.message_enum_status.enum).toEqual(TWILIO_FACTS.statuses)
  })

  test('Resend: fields of a mail, recipients, mails in a batch and length of a key', () => {
    const { paths, components } = read('resend-emails.openapi.json')
    const { required, properties } = components.schemas.SendEmailRequest
    expect(required).toEqual(RESEND_FACTS.required)
    expect(sorted(Object.keys(properties))).toEqual(sorted(RESEND_FACTS.properties))
    expect(properties.to.oneOf[1].maxItems).toBe(RESEND_FACTS.mostRecipients)
    const { summary, parameters } = paths['/emails/batch'].post
    expect(summary).toContain(`up to ${RESEND_FACTS.mostMails} `)
    expect(parameters[0].schema.maxLength).toBe(RESEND_FACTS.longestKey)
  })

  test('Telegram: fields of each method, their types, which must be there', () => {
    const { methods } = read('telegram-bot-api.json')
    for (const [name, { required, optional }] of Object.entries(TELEGRAM_FACTS)) {
      const fields: Array<{ name: string; types: string[]; required: boolean }> = methods[name].fields ?? []
      const typesOf = (isRequired: boolean) =>
        Object.fromEntries(fields.filter((field) => field.required === isRequired).map((field) => [field.name, field.types]))
      expect(typesOf(true), name).toEqual(required)
      expect(typesOf(false), name).toEqual(optional)
    }
    const text = methods.sendMessage.fields.find((field: { name: string }) => field.name === 'text')
    expect(text.description).toContain(`1-${TELEGRAM_LONGEST_TEXT} characters`)
  })

  test('Telegram: fields of buttons and commands; what the schema lacks is really not in it', () => {
    const { methods, types } = read('telegram-bot-api.json')
    for (const [name, { required, optional }] of Object.entries(TELEGRAM_TYPES)) {
      const fields: Array<{ name: string; types: string[]; required: boolean }> = types[name].fields
      const typesOf = (isRequired: boolean) =>
        Object.fromEntries(fields.filter((field) => field.required === isRequired).map((field) => [field.name, field.types]))
      expect(typesOf(true), name).toEqual(required)
      expect(typesOf(false), name).toEqual(optional)
    }
    const { description } = types.InlineKeyboardButton.fields.find((field: { name: string }) => field.name === 'callback_data')
    expect(description).toContain(`1-${TELEGRAM_LONGEST_DATA} bytes`)
    expect(Object.keys(TELEGRAM_UNLISTED_FACTS).filter((name) => name in methods)).toEqual([])
  })
})
