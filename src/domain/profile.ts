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

/**
 * What the town tells about itself. Everything may be missing: then it reads "nicht hinterlegt",
 * never an example number.
 */
export interface TownProfile extends Partial<Readonly<Record<Contact, string>>> {
  readonly state?: StateCode
}
