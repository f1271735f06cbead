import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { englishFor, type ManifestOptions, manifestFor } from './manifest.ts'

/** The same options give the same bytes: whoever compares two packages sees what changed. */
const made = new Date(2026, 0, 1)

/** The app package for Teams: a zip with the manifest, both icons and the English words. */
export function appPackage(options: ManifestOptions): Uint8Array {
  const files = {
    'manifest.json': toJson(manifestFor(options)),
    'en.json': toJson(englishFor(options)),
    'color.png': readIcon('color.png'),
    'outline.png': readIcon('outline.png'),
  }
  return zipSync(files, { mtime: made })
}

function toJson(value: object): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`)
}

function readIcon(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, import.meta.url)))
}
