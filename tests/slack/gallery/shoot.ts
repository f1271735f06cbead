import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { screens, toPage } from './page.ts'
import type { Shape } from './shape.ts'

/** Debian's; the browsers of playwright are not installed. */
const executablePath = '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']

export const chromiumMissing = `Pictures skipped: no ${executablePath}. To take them: apt-get update && apt-get install -y chromium`

export function hasChromium(): boolean {
  return existsSync(executablePath)
}

/** A picture of every shape on every screen, `<name>-<screen>.png`. Gives how many. */
export async function shoot(shapes: readonly Shape[], folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage({ viewport: { width: 1140, height: 900 } })
    await page.setContent(toPage(shapes))
    const names = shapes.flatMap(({ name }) =>
      Object.keys(screens).map((screen) => `${name}-${screen}`),
    )
    for (const name of names) {
      await page.locator(`#${name}`).screenshot({ path: join(folder, `${name}.png`) })
    }
    return names.length
  } finally {
    await browser.close()
  }
}
