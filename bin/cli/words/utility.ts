import type { Utility } from '@/lib/utility/utility'

/** The settings of the utility, for people at a terminal. */
export function describeUtility(utility: Utility): string {
  const { name, sender, country, zone, defaultLanguage, languages, services, phone, phoneHours, website, quietFrom, quietTo } = utility
  return [
    `${name} (${country}, ${zone})`,
    `sender of SMS: ${sender}`,
    `services: ${services.join(', ')}`,
    `languages: ${languages.join(', ')}; ${defaultLanguage} where nobody says`,
    `phone: ${phone}${phoneHours && ` (${phoneHours})`}`,
    `website: ${website}`,
    `quiet hours: ${quietFrom} to ${quietTo}`,
  ].join('\n')
}
