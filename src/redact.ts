/** A text without the personal details our rules know, and how many were taken out. */
export interface Redacted {
  readonly text: string
  readonly removed: number
}

const rules = [
  { label: 'E-Mail', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    label: 'IBAN',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gi,
    holds: isIban,
  },
  {
    label: 'Telefon',
    pattern: /(?<![\p{L}\p{N}])(?:\+|00|0)[\d][\d ()/.-]{5,}\d/gu,
    holds: isPhone,
  },
  {
    label: 'Profil',
    pattern: /(?<![\p{L}\p{N}@/])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?/gu,
  },
] as const

/**
 * Takes e-mail addresses, IBANs, phone numbers and handles out of a text.
 *
 * The same detail gets the same label, a second one of its kind a number: `[E-Mail]`, `[E-Mail 2]`.
 * Dates, amounts, emergency numbers and statutes stay. Never complete: it is promised as "nach
 * Möglichkeit".
 */
export function redact(text: string): Redacted {
  let removed = 0
  let clean = text.normalize('NFC')
  for (const rule of rules) {
    const labels = new Map<string, string>()
    clean = clean.replace(rule.pattern, (found) => {
      if ('holds' in rule && !rule.holds(found)) return found
      const key = found.toLowerCase().replace(/[\s()/.-]/g, '')
      const label =
        labels.get(key) ?? `[${rule.label}${labels.size > 0 ? ` ${labels.size + 1}` : ''}]`
      labels.set(key, label)
      removed += 1
      return label
    })
  }
  return { text: clean, removed }
}

/** @see ISO 13616: the rearranged number leaves 1 when divided by 97 */
function isIban(found: string): boolean {
  const plain = found.replace(/\s/g, '').toUpperCase()
  if (plain.length < 15 || plain.length > 34) return false
  const digits = `${plain.slice(4)}${plain.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}

// A date such as 07.10.2025 starts like a number of the local network; a phone number is longer.
function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, '')
  return digits.length >= 7 && digits.length <= 15 && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(found)
}
