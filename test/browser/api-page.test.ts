import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { assertValidHtml } from '../support/html.ts'
import { startServer, type Server } from '../support/server.ts'

inBrowser('The documentation of the API, and the page that says that there is none', withPage => {
  let server: Server
  let folder = ''
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-api-page-'))
    server = await startServer({ DATABASE_URL: `file:${folder}/okienko.sqlite3`, OKIENKO_CLOCK: '2020-05-11T07:55' })
  })
  after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const address of ['/api', '/nowhere']) {
    for (const language of ['pl', 'en', 'uk'] as const) {
      it(`${address} is accessible and valid in ${language}, light and dark, on a narrow screen too`, async () => {
        for (const colours of ['light', 'dark'] as const) {
          await withPage({ language, colours, screen: 'narrow', baseURL: server.url }, async page => {
            await page.goto(address)
            await assertAccessible(page)
            await assertNoSidewaysScroll(page)
          })
        }
        const sent = await fetch(`${server.url}${address}`, { headers: { 'Accept-Language': language, Accept: 'text/html' } })
        const html = await sent.text()
        assert.match(html, new RegExp(`<html lang="${language}">`))
        assertValidHtml(html)
      })
    }
  }
})
