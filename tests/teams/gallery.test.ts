import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screens, toPage } from './gallery/page.ts'
import { playEvening } from './gallery/stages.ts'
import { toList } from './state.ts'

const executablePath = '/usr/bin/chromium'
const folder = process.env['SCREENSHOTS']
// Comes with the SDK. A newer one may be named for a look.
const given = process.env['ADAPTIVE_CARDS']
const library = given ?? 'node_modules/adaptivecards/dist/adaptivecards.min.js'
const isThere = existsSync(executablePath) && existsSync(library)

describe.skipIf(!isThere)('the cards of an incident, drawn', () => {
  const shots = playEvening()
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } })
    await page.setContent(toPage(shots, readFileSync(library, 'utf8')))
  })
  afterAll(async () => {
    await browser?.close()
  })

  it.each(Object.keys(screens))('fit a %s and show every word and button', async (screen) => {
    for (const { name, card } of shots) {
      const place = page.locator(`#${name}-${screen}`)
      const over = await place.evaluate((one) => one.scrollWidth - one.clientWidth)
      expect([name, over]).toEqual([name, 0])
      const words = await place.innerText()
      const titles = toList(card['actions']).map(({ title }) => String(title))
      for (const title of titles) expect(words).toContain(title)
      if (folder) await place.screenshot({ path: join(folder, `${name}-${screen}.png`) })
    }
  })
})
