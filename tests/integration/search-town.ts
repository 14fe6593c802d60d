import { importAddresses } from '@/lib/addresses/import-addresses'
import { createUtility } from './factories'
import { CLI, fileOf, NOW } from './import-files'

/** Streets of seven towns in three countries, full of traps: one name with several types, in two towns, with numbers in it, a letter apart. */
const STREETS = `
IT Prova 15121 Via|Roma|1 1/A 2 12 12/A 12_bis 16/18 20
IT Prova 15121 Piazza|Roma|3
IT Prova 15121 Via|Giuseppe Garibaldi|12 14
IT Prova 15121 Piazza|Garibaldi|3
IT Prova 15121 Via|Pietro Giardini|5 7
IT Prova 15121 Strada|Formigina|8 10
IT Prova 15122 Viale|dell'Università|1 5 50
IT Prova 15121 Corso|Cento Cannoni|9
IT Prova 15121 Via|XX Settembre|4
IT Prova 15121 Via|28 Marzo 1921|3
IT Prova 15121 Via|28 Marzo|5
IT Prova 15121 Via|Rossi|10
IT Prova 15121 Via|Rosi|11
IT Prova 15121 Via|San Giovanni Bosco|6
IT Prova 15121 Piazza|della Libertà|1
IT Prova 15121 Via|Massimo d'Azeglio|2
IT Prova 15121 Via|La Marmora|4 6
IT Prova 15121 Strada Provinciale|30|12
IT Prova 15121 Via|Torino|3
IT Prova 15121 Via Vecchia|Torino|3
IT Prova 15121 Largo|Gaetano Donizetti|7
IT Prova 15121 Vicolo|Stretto|2
IT Prova 15121 Piazzale|Marconi|6
IT Prova 15121 Via|Vittorio Emanuele II|21
IT Prova 15121 Via|Niccolò Machiavelli|30
IT Altrove 15100 Via|Roma|1 3
IT Altrove 15100 Via|Giuseppe Verdi|8
IT Altrove 15100 Piazza|Duomo|1
IT Altrove 15100 Via|Prova|4
IT Vicina 15130 Via|dei Mille|2
IT Lontana 15140 Via|dei Mille|2
LT Kaunas 44000 |Žemaičių gatvė|12 12A
LT Kaunas 44000 |Savanorių prospektas|5
LT Kaunas 44000 |Laisvės alėja|10
LT Kaunas 44000 |Jono Basanavičiaus gatvė|7
LT Kaunas 44000 |Šv. Gertrūdos gatvė|3
LT Kaunas 44000 |Nepriklausomybės aikštė|1
LT Vilnius 01100 |Gedimino prospektas|9
LT Vilnius 01100 |Aušros Vartų gatvė|5
UA Полтава 36000 вулиця|Київська|7-Б 7
UA Полтава 36000 вулиця|Івана Франка|15
UA Полтава 36000 вулиця|Зв'язку|2
UA Полтава 36000 проспект|Миру|3
UA Полтава 36000 бульвар|Котляревського|22/1
UA Полтава 36000 провулок|Шевченка|4
UA Полтава 36000 вулиця|Шевченка|4
UA Полтава 36000 площа|Соборна|1-А
UA Полтава 36000 вулиця|Юрія Кондратюка|8
UA Полтава 36000 вулиця|Згурська|11
`

/** Where each town is, in hundredths of the served square's side: Vicina is near Prova, Lontana is not. */
const PLACES: Record<string, readonly [lat: number, lon: number]> = {
  Prova: [45.001, 8.701],
  Vicina: [45.004, 8.704],
  Altrove: [45.012, 8.712],
  Lontana: [45.03, 8.73],
  Kaunas: [45.036, 8.736],
  Vilnius: [45.04, 8.74],
  Полтава: [45.044, 8.744],
}

function toRows(line: string): string[] {
  const [place = '', street = '', numbers = ''] = line.split('|')
  const [country = '', town = '', postcode = '', ...type] = place.split(' ')
  const [lat, lon] = PLACES[town] ?? [45, 8.7]
  return numbers
    .split(' ')
    .map((number) => `${country},${town},${postcode},${type.join(' ')},${street},${number.replace('_', ' ')},${lat},${lon}`)
}

/** Imports the streets above. */
export async function importSearchTown(): Promise<void> {
  await createUtility()
  const rows = STREETS.trim().split('\n').flatMap(toRows)
  await importAddresses(CLI, { file: fileOf(['country,municipality,postcode,street_type,street,number,lat,lon', ...rows]) }, NOW)
}
