import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BoardStage, openBoardStage } from './board-stage.ts'

const executablePath = '/usr/bin/chromium'
const folder = process.env['SCREENSHOTS']

describe.skipIf(!existsSync(executablePath))('the board in a browser', () => {
  let browser: Browser
  let stage: BoardStage
  let opened: string
  let path: string

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    stage = await openBoardStage()
    path = await stage.open('pb3', 'Anmeldeliste mit Namen war auf der Website zu sehen')
    await stage.send(`${path}/tat`, { tat: 'text', baustein: 't5', als: 'PR' })
    stage.wait(50)
    opened = await stage.open('pb2', 'Drohung unter einem Beitrag')
  })

  afterAll(async () => {
    await browser?.close()
    await stage?.close()
  })

  it.each([360, 1280])('fits %i pixels without a scroll bar below', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    for (const [name, address] of [
      ['list', '/lage'],
      ['board', path],
      ['opened', opened],
      ['report', `${path}/bericht/lage`],
      ['card', '/sofort'],
    ]) {
      await page.goto(`${stage.url}${address}`)
      const over = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect([name, over]).toEqual([name, 0])
      if (folder)
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
    }
    await page.close()
  })

  it('ticks a step with one press and stays at its place', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 700 } })
    await page.goto(`${stage.url}${path}`)
    await page.locator('#c1 button', { hasText: 'Erledigt' }).first().click()
    await page.waitForURL(/#c1$/)
    expect(await page.locator('#c1 .status').textContent()).toBe('erledigt')
    expect(
      stage.office
        .get()
        .desk.find('L1')
        ?.steps.find(({ step }) => step.id === 'c1')?.status,
    ).toBe('done')
    await page.close()
  })

  it('works with the keyboard: every field has a name, every button a size to touch', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 700 } })
    await page.goto(`${stage.url}${path}`)
    const unnamed = await page.evaluate(
      "[...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')].filter((one) => one.labels.length === 0).length",
    )
    expect(unnamed).toBe(0)
    const small = await page.evaluate(
      "[...document.querySelectorAll('main button, main summary')].filter((one) => one.offsetHeight > 0 && one.offsetHeight < 44).length",
    )
    expect(small).toBe(0)
    await page.close()
  })
})
