import { Body } from '@react-email/body'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Section } from '@react-email/section'
import type { CSSProperties } from 'react'
import { LINK_COLOUR, SLOTS } from './email-slots'

const INK = '#1c2733'
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif'
/** On white: ink 15:1, muted 7:1 (WCAG 2.2 asks 4.5:1). */
const body: CSSProperties = {
  ...{ backgroundColor: '#ffffff', color: INK, margin: 0, padding: '16px' },
  ...{ fontFamily: FONT, fontSize: '17px', lineHeight: '1.5' },
}
const container: CSSProperties = { maxWidth: '36em', margin: '0 auto' }
const lead: CSSProperties = { fontSize: '20px', fontWeight: 600, lineHeight: '1.4' }
const footer: CSSProperties = { color: '#4b5b6b', fontSize: '14px', lineHeight: '1.5', margin: 0 }

export interface EmailWords {
  language: string
  utilityName: string
  /** Why the reader gets it. */
  why: string
  unsubscribe: string
}

/** What an e-mail looks like: one block of each kind, between cuts, and a footer for those who may stop. No images, no scripts. */
export function EmailLayout({ language, utilityName, why, unsubscribe }: EmailWords) {
  return (
    <Html lang={language}>
      <Head>
        <meta name="color-scheme" content="light" />
        <title>{utilityName}</title>
      </Head>
      <Body style={body}>
        <Container style={container}>
          {SLOTS.cut}
          <p style={lead}>{SLOTS.text}</p>
          {SLOTS.cut}
          <p>
            <strong>{SLOTS.label}</strong>
            <br />
            {SLOTS.text}
          </p>
          {SLOTS.cut}
          <p>{SLOTS.text}</p>
          {SLOTS.cut}
          <Section>
            <Hr />
            <p style={footer}>
              {`${why} `}
              <Link href={SLOTS.unsubscribe} style={{ color: LINK_COLOUR, textDecoration: 'underline' }}>
                {unsubscribe}
              </Link>
            </p>
          </Section>
          {SLOTS.cut}
        </Container>
      </Body>
    </Html>
  )
}
