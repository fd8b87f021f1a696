import assert from 'node:assert/strict'
import { auditEntries } from '../../../src/repositories/audit-log.ts'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { aCity, aDesk, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, violations } from '../../support/desk.ts'
import { aDeskWeb, toldBy, type DeskWeb } from '../../support/desk-web.ts'
import { assertValidHtml } from '../../support/html.ts'

onBothEngines('A change of the day that is in force', open => {
  it('is taken back while its time lasts, after a look at what that does, and is noted in the log', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    await web.press('/desk/day-change', { kind: 'office-early', from: '12.00', reason: 'pomyłka' })
    const page = (await web.see('/desk/day-change?office=CA')).text
    assertValidHtml(page)
    assert.match(page, /Placówka nieczynna od 12.00.*pomyłka/)
    const number = /name="take-back" value="(\d+)"/.exec(page)?.[1] ?? ''

    const look = await web.see(`/desk/day-change?office=CA&take-back=${number}`)
    assertValidHtml(look.text)
    assert.match(look.text, /Cofnięcie: Placówka nieczynna od 12.00/)
    assert.match(look.text, /Placówka będzie czynna 8.00–16.00/)
    await assert.rejects(booked(web.house, '13:00'))

    assert.equal(toldBy(await web.press('/desk/day-change', { 'take-back': number })), 'published')
    assert.doesNotMatch((await web.see('/desk?office=CA&scope=')).text, /Placówka nieczynna/)
    assert.equal((await booked(web.house, '13:00')).start, at('13:00'))
    const [noted] = await auditEntries(web.house.db, { action: 'change-day' }, 1)
    assert.equal(noted?.details?.['change'], 'Cofnięcie: Placówka nieczynna od 12.00.')
    assert.ok(noted.staffNumber)
    assert.deepEqual(await violations(web.house), [])

    for (const gone of [number, '999999999999', 'x'])
      for (const answer of [
        await web.press('/desk/day-change', { 'take-back': gone }),
        await web.see(`/desk/day-change?office=CA&take-back=${gone}`),
      ]) {
        assert.deepEqual([answer.status, /nie można już cofnąć/.test(answer.text)], [422, true])
        assertValidHtml(answer.text)
      }
  })

  it('shows what a room takes again when its airing is taken back', async () => {
    const rules = [aRule({ kind: 'absolute-cap', persons: 4 }, { scope: { zones: ['hall'] } })]
    const web = await aDeskWeb(await open(), aCity({ rules, desks: [aDesk()] }))
    await web.press('/desk/day-change', { kind: 'air', zone: 'hall', from: '9.00', to: '10.00' })
    const number = await inForce(web)
    const look = (await web.see(`/desk/day-change?office=CA&take-back=${number}`)).text
    assert.match(look, /Sala obsługi, 9.00–10.00: limit 0 → 4/)
    assert.doesNotMatch(look, /Placówka będzie czynna/)
  })

  it('is taken back once, by whoever is first of two', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    await web.press('/desk/day-change', { kind: 'office-early', from: '12.00' })
    const number = await inForce(web)
    const press = () => web.press('/desk/day-change', { 'take-back': number })
    const answers = await Promise.all([press(), press()])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422])
    assert.equal((await auditEntries(web.house.db, { action: 'change-day' }, 9)).length, 2, 'the closing, and one taking back')
  })

  it('is decided visit by visit also when it is taken back', async () => {
    const spare = aDesk({ id: 'spare', label: '8', roster: [] })
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk(), spare] }))
    await web.press('/desk/day-change', { kind: 'staff-desk', 'change-desk': 'spare', from: '9.00', to: '10.00' })
    const both = [await booked(web.house, '9:20'), await booked(web.house, '9:20')]
    const visit = both.find(({ deskId }) => deskId === 'spare')
    assert.ok(visit)
    const undo = { 'take-back': await inForce(web) }
    const left = await web.press('/desk/day-change', undo)
    assert.deepEqual([left.status, /1 wizyta traci miejsce/.test(left.text)], [409, true])
    assertValidHtml(left.text)
    const off = await web.press('/desk/day-change', { ...undo, [`d-${visit.number}`]: 'call-off', all: 'keep' })
    assert.match(off.text, new RegExp(`name="take-back" value="${undo['take-back']}"`))
    const saved = await web.press('/desk/day-change', { ...undo, [`d-${visit.number}`]: 'call-off' })
    assert.match(saved.headers['location'] ?? '', /phone-list/)
    assert.equal((await bookingByNumber(web.house.db, visit.number))?.status, 'cancelled')
    assert.deepEqual(await violations(web.house), [])
  })
})

/** The number of the only change that the page offers to take back. */
async function inForce(web: DeskWeb): Promise<string> {
  const { text } = await web.see('/desk/day-change?office=CA')
  return /name="take-back" value="(\d+)"/.exec(text)?.[1] ?? ''
}
