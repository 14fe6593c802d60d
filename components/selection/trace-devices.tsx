'use client'

import { useTranslations } from 'next-intl'
import type { FeatureRole } from '@/components/map/feature-roles'
import { RoleSign } from '@/components/map/role-legend'
import type { Service } from '@/lib/db/generated/enums'
import type { SelectionTrace } from '@/lib/works/selection/trace-selection'
import type { PartSelectionDraft } from './part-selection-draft'

export interface TraceDevicesProps {
  trace: SelectionTrace
  value: PartSelectionDraft
  service: Service
  onToggle: (field: 'stuck' | 'feeding', code: string) => void
}

/** The devices of a trace: those to close, those that are stuck, and those that could bring supply back. */
export function TraceDevices({ trace, value, service, onToggle }: TraceDevicesProps) {
  const t = useTranslations('operator.selection.trace')
  const offered = trace.alternatives.filter(({ device, servicePoints }) => servicePoints > 0 && !value.feeding.includes(device))
  const action = (code: string) => t('feed', { service, code })
  return (
    <>
      <DeviceGroup title={t('close', { service, count: trace.devices.length })}>
        {trace.devices.map((code) => (
          <DeviceRow
            key={code}
            sign="close"
            name={t('device', { service, code })}
            label={t('stuck')}
            isOn={false}
            onToggle={() => onToggle('stuck', code)}
          />
        ))}
        {value.stuck.map((code) => (
          <DeviceRow
            key={code}
            sign="stuck"
            name={t('device', { service, code })}
            label={t('stuck')}
            isOn
            onToggle={() => onToggle('stuck', code)}
          />
        ))}
      </DeviceGroup>
      {trace.devices.length === 0 && value.stuck.length === 0 && <p className="text-ink-soft">{t('nothing_to_close')}</p>}
      {offered.length + value.feeding.length > 0 && (
        <DeviceGroup title={t('alternatives')}>
          {value.feeding.map((code) => (
            <DeviceRow
              key={code}
              sign="alternative"
              name={t('device', { service, code })}
              label={action(code)}
              isOn
              onToggle={() => onToggle('feeding', code)}
            />
          ))}
          {offered.map(({ device, servicePoints }) => (
            <DeviceRow
              key={device}
              sign="alternative"
              name={t('device', { service, code: device })}
              label={`${action(device)}: ${t('brings_back', { count: servicePoints })}`}
              isOn={false}
              onToggle={() => onToggle('feeding', device)}
            />
          ))}
        </DeviceGroup>
      )}
    </>
  )
}

function DeviceGroup({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset>
      <legend className="font-semibold">{title}</legend>
      <ul className="divide-y divide-line">{children}</ul>
    </fieldset>
  )
}

interface DeviceRowProps {
  sign: FeatureRole
  name: string
  label: string
  isOn: boolean
  onToggle: () => void
}

function DeviceRow({ sign, name, label, isOn, onToggle }: DeviceRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <RoleSign role={sign} />
      <span className="min-w-24 flex-1 font-semibold [overflow-wrap:anywhere]">{name}</span>
      <label className="flex min-h-11 items-center gap-2.5">
        <input
          type="checkbox"
          className="size-6 shrink-0 accent-brand"
          aria-label={`${name}: ${label}`}
          checked={isOn}
          onChange={onToggle}
        />
        {label}
      </label>
    </li>
  )
}
