/** The states whose law differs; `code` as in ISO 3166-2. */
export const states = {
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  BE: 'Berlin',
  BB: 'Brandenburg',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Hessen',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  SH: 'Schleswig-Holstein',
  TH: 'Thüringen',
} as const

export type StateCode = keyof typeof states

/** Whom a town calls: role and number as people write them ("Bauamt, 0000 12-34"). */
export const contacts = ['secondPerson', 'dataProtection', 'legalOffice', 'approver'] as const

export type Contact = (typeof contacts)[number]

/** What an incident needs beside them: where to turn, and what to link to. */
export const bearings = [
  'approverDeputy',
  'police',
  'controlCentre',
  'supervisory',
  'citizenPhone',
  'situationPage',
  'channels',
  'baseline',
  'netiquette',
] as const

type Bearing = (typeof bearings)[number]

/** What each is called in every German form. */
export const townLabels: Readonly<Record<Contact | Bearing, string>> = {
  secondPerson: 'Zweite Person',
  dataProtection: 'Datenschutzbeauftragte Person',
  legalOffice: 'Rechtsamt',
  approver: 'Freigabe',
  approverDeputy: 'Vertretung der Freigabe',
  police: 'Polizei',
  controlCentre: 'Leitstelle',
  supervisory: 'Meldeformular der Datenschutzaufsicht',
  citizenPhone: 'Bürgertelefon',
  situationPage: 'Seite zur Lage',
  channels: 'Eigene Kanäle',
  baseline: 'Kommentare an einem gewöhnlichen Tag',
  netiquette: 'Netiquette',
}

/** Who acts in which role from a chat. `person` is the platform's own id, as a door names it. */
export interface Seat {
  readonly role: string
  readonly person: string
  /** How this person is called in a log: an abbreviation, the same at every door. */
  readonly name: string
}

/**
 * What the town tells about itself. Everything may be missing: then it reads "nicht hinterlegt",
 * never an example number.
 */
export interface TownProfile extends Partial<Readonly<Record<Contact | Bearing, string>>> {
  readonly state?: StateCode
  readonly seats?: readonly Seat[]
}
