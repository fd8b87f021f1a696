import assert from 'node:assert/strict'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { secretOf } from '../../../src/web/secrets.ts'
import { aCity, aRequest, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, testSecret } from '../../support/web.ts'

const byBox = { online: undefined, dropBox: true, post: true, inPerson: 'optional', appointment: 'needed' } as const
const dropBoxes = [{ address: 'Rynek 1', officeId: 'CA' }]

onBothEngines('A page made to be printed', open => {
  it('says without JavaScript how, for its button does nothing then', async () => {
    const web = await aWeb(await open(), { city: aCity({ services: [aService({ ways: byBox })], dropBoxes }) })
    const { reference } = await bookVisit(web.house, aRequest(), { language: 'pl' })
    const slip = `/bookings/${reference}/slip?key=${secretOf(testSecret, reference)}`
    for (const page of [slip, `${slip}&size=large`, '/services/id-card/cover-sheet']) {
      const { text } = await web.get(page).expect(200)
      assert.match(text, /<noscript><p>Aby wydrukować/, page)
      assertValidHtml(text)
    }
  })
})
