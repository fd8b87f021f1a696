import assert from 'node:assert/strict'
import { withCallLink } from '../../../src/web/resident/call-link.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb } from '../../support/web.ts'

describe('A sentence with a phone number', () => {
  it('has the number as a link, and nothing else as HTML', () => {
    assert.equal(
      withCallLink('<b> & call 12 616.', '12 616', '+4812616'),
      '&#60;b&#62; &#38; call <a class="nowrap" href="tel:+4812616">12 616</a>.',
    )
    assert.equal(withCallLink('Nothing to call', '12 616', '+4812616'), 'Nothing to call')
  })
})

onBothEngines('Who has lost the code, or finds nothing', open => {
  it('calls by touching the number', async () => {
    const web = await aWeb(await open())
    for (const page of ['/find', '/?q=qqqqqq']) {
      const { text } = await web.get(page).expect(200)
      const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
      assert.match(main, /zadzwonić: <a class="nowrap" href="tel:/, page)
    }
  })
})
