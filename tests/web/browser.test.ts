import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { local, openStage, type Stage } from './stage.ts'

const executablePath = '/usr/bin/chromium'
const isMissing = !existsSync(executablePath)
if (isMissing) {
  process.stderr.write(
    `Browser tests skipped: no ${executablePath}. To run them: apt-get update && apt-get install -y chromium\n`,
  )
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const phone = { width: 360, height: 740 }
const desktop = { width: 1280, height: 900 }
const folder = process.env['SCREENSHOTS']

// Text, not functions: the types of these tests are Node's, not a browser's.
const inView = (selector: string) =>
  `(() => { const box = document.querySelector('${selector}').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight })()`
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const focused = 'document.activeElement.textContent.trim()'

describe.skipIf(isMissing)('pages in a browser', () => {
  let browser: Browser
  let stage: Stage
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    stage = await openStage()
  })
  afterEach(async () => {
    await page?.context().close()
    await stage.close()
  })

  async function open(options: BrowserContextOptions = {}, path = '/'): Promise<void> {
    const context = await browser.newContext({ viewport: desktop, locale: 'de-DE', ...options })
    page = await context.newPage()
    complaints = []
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${stage.url}${path}`)
  }

  async function ask(question: string): Promise<void> {
    await page.getByLabel(/Deine Frage|Nachfrage/).fill(question)
    await page.keyboard.press('Enter')
    await page.locator('.exchange h2', { hasText: question }).waitFor()
  }

  async function shoot(name: string, fullPage = true): Promise<void> {
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
  }

  it('asks, opens the citation and lands on the second with the words in view', async () => {
    await open()
    await ask('Wie schnell muss ich eine Datenpanne melden?')
    expect(new URL(page.url()).pathname).toBe('/')
    await page
      .getByRole('link', { name: /^\[1\] Quelle: Werkstattgespräch/ })
      .first()
      .click()
    await page.waitForURL(/\/folge\/.*#stelle$/)
    expect(await page.locator('mark#stelle').textContent()).toMatch(/^Ab dem Moment/)
    expect(await page.evaluate(inView('#stelle'))).toBe(true)
    expect(await page.evaluate('scrollY')).toBeGreaterThan(1000)
    expect(await page.locator('audio').getAttribute('src')).toMatch(/#t=430$/)
    expect(complaints).toEqual([])
  })

  it('opens a post at its heading', async () => {
    await open()
    await ask('Wie schnell?')
    await page.getByRole('link', { name: /^\[2\] Beitrag/ }).click()
    await page.waitForURL(/\/beitrag\/.*#schritt-1-uhrzeit$/)
    expect(await page.evaluate(inView('#schritt-1-uhrzeit'))).toBe(true)
    expect(await page.locator('mark').first().textContent()).toContain('wann die erste Person')
  })

  it('keeps the thread on the page, moves the focus to the answer, forgets at "Neue Frage"', async () => {
    await open()
    await ask('Wie schnell?')
    expect(await page.evaluate(focused)).toContain('Wie schnell?')
    await ask('Und am Samstag?')
    expect(await page.locator('.exchange').count()).toBe(2)
    expect(await page.evaluate(focused)).toContain('Und am Samstag?')
    expect(stage.engine.asked.at(-1)?.earlier).toEqual(['Wie schnell?'])
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    expect(await page.evaluate('document.cookie')).toBe('')
    await page.getByRole('link', { name: 'Neue Frage' }).click()
    await page.getByText('Was ist los?').waitFor()
    expect(await page.locator('.exchange').count()).toBe(0)
    expect(await page.locator('[name=earlier]').count()).toBe(0)
  })

  it('says at once that it searches, and sends a question once', async () => {
    await stage.close()
    const { promise, resolve } = Promise.withResolvers<void>()
    let count = 0
    const { engine } = stage
    stage = await openStage(local, {
      ask: async (...given) => {
        count += 1
        await promise
        return engine.ask(...given)
      },
    })
    await open()
    await page.getByLabel('Deine Frage').fill('Wie schnell?')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('sucht …').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Fragen' }).click({ force: true })
    resolve()
    await page.locator('.exchange').waitFor()
    expect(count).toBe(1)
    expect(await page.getByRole('status').textContent()).toBe('')
  })

  it('offers another try when the network fails, and keeps the question', async () => {
    await open()
    await page.route('**/ask', (route) => route.abort())
    await page.getByLabel('Deine Frage').fill('Wie schnell?')
    await page.getByRole('button', { name: 'Fragen' }).click()
    await page.getByRole('alert').getByText('Ich erreiche den Server gerade nicht').waitFor()
    expect(await page.getByLabel('Deine Frage').inputValue()).toBe('Wie schnell?')
    await page.unroute('**/ask')
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await page.locator('.exchange').waitFor()
    expect(await page.getByRole('alert').locator('p').textContent()).toBe('')
  })

  it('can be used by keyboard alone', async () => {
    await open()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(focused)).toBe('Zum Inhalt springen')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.id')).toBe('question')
    await page.keyboard.type('Erste Zeile')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('Wie schnell?')
    await page.keyboard.press('Enter')
    await page.locator('.exchange').waitFor()
    expect(stage.engine.asked[0]?.text).toBe('Erste Zeile\nWie schnell?')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(focused)).toMatch(/^\[1\]/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/folge\//)
    expect(await page.evaluate(inView('#stelle'))).toBe(true)
  })

  it('works without JavaScript, thread and all', async () => {
    await open({ javaScriptEnabled: false, viewport: phone })
    await page.getByRole('button', { name: 'Wie schnell muss ich eine Datenpanne melden?' }).click()
    await page.waitForURL('**/ask')
    await page.getByLabel('Nachfrage').fill('Und am Samstag?')
    await page.getByRole('button', { name: 'Fragen' }).click()
    await page.locator('.exchange h2', { hasText: 'Samstag' }).waitFor()
    expect(stage.engine.asked.at(-1)?.earlier).toHaveLength(1)
    expect(await page.getByText('Bisher gefragt').isVisible()).toBe(true)
    await shoot('360-no-script-thread')
    await page
      .getByRole('link', { name: /^\[1\] Quelle/ })
      .first()
      .click()
    await page.waitForURL(/#stelle$/)
    const box = await page.locator('#stelle').boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(phone.height)
  })

  it('moves the player when a time is clicked', async () => {
    await open({}, '/folge/f15-datenpanne-%C3%BCbung')
    await page.route('https://ton.example/**', (route) => route.abort())
    await page.locator('#c12 .clock').click()
    expect(await page.evaluate('document.querySelector("audio").currentTime')).toBeCloseTo(120.4)
    expect(new URL(page.url()).hash).toBe('#c12')
  })

  it('brings the thread back with the browser’s own button', async () => {
    await open({ javaScriptEnabled: false })
    await page.getByLabel('Deine Frage').fill('Wie schnell?')
    await page.getByRole('button', { name: 'Fragen' }).click()
    await page
      .getByRole('link', { name: /^\[1\] Quelle/ })
      .first()
      .click()
    await page.waitForURL(/#stelle$/)
    await page.goBack()
    expect(await page.locator('.exchange').count()).toBe(1)
  })

  for (const [width, viewport] of [
    [360, phone],
    [1280, desktop],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`fits ${width} px in ${colorScheme} colours`, async () => {
        const isPhone = width === 360
        await open({ viewport, colorScheme, hasTouch: isPhone, isMobile: isPhone })
        const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor')
        expect(paper).toBe(colorScheme === 'dark' ? 'rgb(15, 22, 28)' : 'rgb(246, 247, 245)')
        expect(await page.evaluate(overflow)).toBe(0)
        await shoot(`${width}-${colorScheme}-question`)
        await ask('Wie schnell muss ich eine Datenpanne melden?')
        expect(await page.evaluate(overflow)).toBe(0)
        await shoot(`${width}-${colorScheme}-answer`)
        await page.locator('.cite').first().click()
        await page.waitForURL(/#stelle$/)
        expect(await page.evaluate(overflow)).toBe(0)
        expect(await page.evaluate(inView('#stelle'))).toBe(true)
        await shoot(`${width}-${colorScheme}-transcript`, false)
        await page.evaluate('scrollTo(0, 0)')
        await shoot(`${width}-${colorScheme}-transcript-top`, false)
        await page.goto(`${stage.url}/beitrag/b06-sieben-schritte?q=mit+Datum#schritt-1-uhrzeit`)
        expect(await page.evaluate(overflow)).toBe(0)
        await shoot(`${width}-${colorScheme}-article`, false)
      })
    }
  }

  it('leaves a finger enough room on every page', async () => {
    await open({ viewport: phone })
    await ask('Wie schnell?')
    const small = `[...document.querySelectorAll('main a[href], main button, summary, .top a')]
      .filter((part) => part.checkVisibility())
      .map((part) => [part.textContent.trim().slice(0, 20), part.getBoundingClientRect()])
      .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
      .map(([text]) => text)`
    expect(await page.evaluate(small)).toEqual([])
    await page.locator('.cite').first().click()
    await page.waitForURL(/#stelle$/)
    expect(await page.evaluate(small)).toEqual([])
  })
})
