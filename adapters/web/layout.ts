import type { Response } from 'express'
import { html, type Markup, render } from './html.ts'

export interface Page {
  readonly title: string
  readonly body: Markup
}

/** The frame all pages share. It works without the script; the script only saves reloads. */
function toPage({ title, body }: Page): string {
  return `<!doctype html>\n${render(html`<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
<link rel="stylesheet" href="/asking.css">
<link rel="stylesheet" href="/reading.css">
<link rel="stylesheet" href="/board.css">
<link rel="stylesheet" href="/card.css">
<script type="module" src="/page.js"></script>
</head>
<body>
<a class="skip" href="#hauptteil">Zum Inhalt springen</a>
<header class="top"><a href="/"><img src="/favicon.svg" alt="" width="28" height="28">Sturmlotse</a></header>
${body}
</body>
</html>
`)}`
}

/** Nothing a visitor typed or opened is left in a shared cache. */
export function sendPage(response: Response, status: number, page: Page): void {
  response.status(status).setHeader('Cache-Control', 'private, no-cache')
  response.type('html').send(toPage(page))
}
