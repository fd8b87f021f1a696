import assert from 'node:assert/strict'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { secretOf } from '../../../src/web/secrets.ts'
import { aRequest } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, testSecret } from '../../support/web.ts'

onBothEngines('A cancelled visit', open => {
  it('no longer says where in the building and when to come in', async () => {
    const web = await aWeb(await open())
    const { reference } = await bookVisit(web.house, aRequest(), { language: 'pl' })
    const page = () => web.get(`/bookings/${reference}?key=${secretOf(testSecret, reference)}`)
    assert.match((await page()).text, /<dt>Miejsce w budynku<\/dt>[^]*<dt>Wejście<\/dt>/)
    await cancelVisit(web.house, reference)
    const { text } = await page()
    assert.match(text, /Wizyta odwołana[^]*<dt>Kiedy<\/dt>/)
    assert.doesNotMatch(text, /Miejsce w budynku|<dt>Wejście/)
  })
})
