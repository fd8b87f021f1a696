import assert from 'node:assert/strict'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'

const page = (body: string) =>
  `<!DOCTYPE html><html lang="pl"><head><title>Okienko</title><meta name="viewport" content="width=device-width"></head><body><main><h1>Witaj</h1>${body}</main></body></html>`

inBrowser('The browser of the tests', withPage => {
  it('finds a page accessible, or says why not', () =>
    withPage({ screen: 'phone' }, async found => {
      await found.setContent(page('<p>Zapraszamy.</p>'))
      await assertAccessible(found)
      await found.setContent(page('<img src="data:,">'))
      await assert.rejects(assertAccessible(found), /image-alt/)
    }))

  it('sees a page that is too wide for its window', () =>
    withPage({ screen: 'narrow' }, async found => {
      await found.setContent(page('<p>Zapraszamy.</p>'))
      await assertNoSidewaysScroll(found)
      await found.setContent(page('<div style="width: 400px">.</div>'))
      await assert.rejects(assertNoSidewaysScroll(found), /wide in a window of 320 px/)
    }))

  it('runs without JavaScript when asked to', () =>
    withPage({ javaScript: false, language: 'uk' }, async found => {
      await found.setContent(page('<noscript><p id="plain">Bez skryptów</p></noscript>'))
      assert.equal(await found.locator('#plain').textContent(), 'Bez skryptów')
    }))

  it('fails a test in whose page a script fails', async () => {
    await assert.rejects(
      withPage({}, async found => {
        await found.goto(`data:text/html,${encodeURIComponent('<script>throw new Error("broken")</script>')}`)
      }),
      /broken/,
    )
  })
})
