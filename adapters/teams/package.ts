import { readFileSync } from 'node:fs'
import { zip } from '../../src/zip.ts'
import { englishFor, type ManifestOptions, manifestFor } from './manifest.ts'

/** The app package for Teams: a zip with the manifest, both icons and the English words. */
export function appPackage(options: ManifestOptions): Uint8Array {
  const files = {
    'manifest.json': toJson(manifestFor(options)),
    'en.json': toJson(englishFor(options)),
    'color.png': readIcon('color.png'),
    'outline.png': readIcon('outline.png'),
  }
  return zip(files)
}

function toJson(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}

function readIcon(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, import.meta.url)))
}
