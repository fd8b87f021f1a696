import assert from 'node:assert/strict'
import { onBothEngines } from '../../support/database.ts'
import { aWeb } from '../../support/web.ts'

onBothEngines('The code of a booking', open => {
  for (const [typed, said] of [
    ['', 'Prosimy wpisać kod rezerwacji.'],
    ['abc', 'Kod rezerwacji ma 8 znaków.'],
    ['AAAA-AAAB', 'jeden znak jest inny, niż powinien.'],
  ] as const) {
    it(`is answered by what is wrong with it: "${typed}"`, async () => {
      const web = await aWeb(await open())
      const { text } = await web.post('/find').type('form').send({ reference: typed, pin: '123456' }).expect(422)
      assert.ok(text.includes(said), text)
      assert.equal(text.match(/class="wrong"/g)?.length, 1)
    })
  }
})
