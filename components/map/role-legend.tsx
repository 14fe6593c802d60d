'use client'

import { useTranslations } from 'next-intl'
import { type FeatureRole, ROLE_LOOKS } from './feature-roles'
import { PALETTES } from './palette'
import { useColourScheme } from './use-colour-scheme'

const LINES: readonly FeatureRole[] = ['isolated', 'cut']

/** A role's sign as the map draws it: a line for what is cut, else its symbol. */
export function RoleSign({ role }: { role: FeatureRole }) {
  const scheme = useColourScheme()
  const { colour, body, strokes, hollow, dashed } = ROLE_LOOKS[role]
  const { land, labelHalo } = PALETTES[scheme]
  const ink = colour[scheme]
  return (
    <svg aria-hidden="true" viewBox="0 0 28 24" className="h-6 w-7 shrink-0 rounded-sm" style={{ background: land }} fill="none">
      {LINES.includes(role) ? (
        <path d="M2 12h24" stroke={ink} strokeWidth="5" {...(dashed && { strokeDasharray: '7 4' })} />
      ) : (
        <g transform="translate(2 0)" strokeLinejoin="round" strokeLinecap="round" stroke={hollow ? ink : labelHalo}>
          <path d={body} fill={hollow ? labelHalo : ink} strokeWidth="2" />
          <path d={strokes} strokeWidth="2.6" />
        </g>
      )}
    </svg>
  )
}

/** What the signs of showFeatures mean. */
export function RoleLegend({ roles }: { roles: readonly FeatureRole[] }) {
  const t = useTranslations('map')
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap gap-x-4 gap-y-1 text-[0.94rem]">
      {roles.map((role) => (
        <li key={role} className="flex min-h-8 items-center gap-2">
          <RoleSign role={role} />
          {t(`role.${role}`)}
        </li>
      ))}
    </ul>
  )
}
