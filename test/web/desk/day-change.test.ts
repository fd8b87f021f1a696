import assert from 'node:assert/strict'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aCity, aDesk, aRequest, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, violations } from '../../support/desk.ts'
import { aDeskWeb, toldBy } from '../../support/desk-web.ts'
import { assertValidHtml } from '../../support/html.ts'

const absence = { kind: 'desk-absent', 'change-desk': 'desk-1', from: '9.00', to: '10.00', reason: 'szkolenie' }
const asked = '/desk/day-change?office=CA&kind=desk-absent&change-desk=desk-1&from=9.00&to=10.00'

onBothEngines('A change of the day', open => {
  it('shows what it would do before anything is saved', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    const { number } = await booked(web.house, '9:20')
    const page = await web.see(asked)
    assertValidHtml(page.text)
    assert.match(page.text, /1 wizyta traci miejsce/)
    assert.match(page.text, new RegExp(`name="d-${number}" value="move CA 2020-05-11T\\d\\d:\\d\\d" checked`))
    assert.equal((await bookingByNumber(web.house.db, number))?.start, at('9:20'))
  })

  it('moves, keeps and calls off as decided, and lists whom to reach, for nobody else', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    const contact = { language: 'pl' as const, phone: '600 100 200' }
    const moved = await bookVisit(web.house, aRequest({ start: at('9:00') }), contact)
    const kept = await booked(web.house, '9:20')
    const off = await booked(web.house, '9:40')
    const decisions = {
      [`d-${moved.number}`]: 'move CA 2020-05-11T11:00',
      [`d-${kept.number}`]: 'keep',
      [`d-${off.number}`]: 'call-off',
    }

    const without = await web.press('/desk/day-change', { ...absence, ...decisions })
    assert.deepEqual([without.status, /podać powód/.test(without.text)], [422, true])
    const saved = await web.press('/desk/day-change', { ...absence, ...decisions, 'keep-reason': 'zastępstwo' })
    assert.equal(saved.status, 303)
    const standing = await Promise.all([moved, kept, off].map(({ number }) => bookingByNumber(web.house.db, number)))
    assert.deepEqual(
      standing.map(booking => [booking?.start, booking?.status]),
      [
        [at('11:00'), 'booked'],
        [at('9:20'), 'booked'],
        [at('9:40'), 'cancelled'],
      ],
    )
    const list = await web.see(saved.headers['location'] ?? '')
    assertValidHtml(list.text)
    assert.match(list.text, /600 100 200/)
    const pdf = await web.see((saved.headers['location'] ?? '').replace('phone-list?', 'phone-list.pdf?'))
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.equal((await web.see('/desk/phone-list?office=CA&list=abc')).status, 404)
    const ofDesk = await web.see('/desk?office=CA&scope=')
    assert.match(ofDesk.text, /zastępstwo/)
    assert.match(ofDesk.text, /szkolenie/)
    assert.deepEqual(await violations(web.house), [])
  })

  it('is shown anew, 409, if somebody booked meanwhile or a time was taken', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    const first = await booked(web.house, '9:00')
    await booked(web.house, '9:20')
    const left = await web.press('/desk/day-change', { ...absence, [`d-${first.number}`]: 'call-off' })
    assert.deepEqual([left.status, /Doszła 1 wizyta/.test(left.text)], [409, true])
  })

  it('airs a room, closes the office early, opens a desk late, staffs another one', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk(), aDesk({ id: 'spare', label: '8', roster: [] })] }))
    const changes = [
      { kind: 'air', zone: 'hall', from: '12.00', to: '12.10' },
      { kind: 'office-early', from: '14.00' },
      { kind: 'desk-late', 'change-desk': 'desk-1', to: '8.30' },
      { kind: 'staff-desk', 'change-desk': 'spare', from: '9', to: '9.30' },
    ]
    assert.equal((await web.press('/desk/day-change', changes[3])).status, 422)
    for (const change of [...changes.slice(0, 3), { ...changes[3], from: '9:00' }])
      assert.equal(toldBy(await web.press('/desk/day-change', change)), 'published', JSON.stringify(change))
    const page = (await web.see('/desk?office=CA&scope=')).text
    for (const grey of ['Zamknięte: Sala obsługi', 'Placówka nieczynna', 'Stanowisko 1 nieczynne', 'Stanowisko 8 dodatkowo'])
      assert.ok(page.includes(grey), grey)
    assert.deepEqual(await violations(web.house), [])
  })
})
