import assert from 'node:assert/strict'
import { bookingByReference } from '../../../src/repositories/bookings.ts'
import { parseReference } from '../../../src/domain/booking/reference.ts'
import { aCity, aDesk, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, goTo, violations } from '../../support/desk.ts'
import { aDeskWeb } from '../../support/desk-web.ts'
import { assertValidHtml } from '../../support/html.ts'

onBothEngines('Somebody without a booking', open => {
  it('gets a ticket for now, once for two presses', async () => {
    const web = await aDeskWeb(await open())
    goTo(web.house, '9:01')
    const form = await web.see('/desk/walk-ins?office=CA')
    assertValidHtml(form.text)
    const once = /name="once" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
    const given = await web.press('/desk/walk-ins', { service: 'id-card', persons: '1', once })
    const again = await web.press('/desk/walk-ins', { service: 'id-card', persons: '1', once })
    assert.equal(given.status, 303)
    assert.equal(again.headers['location'], given.headers['location'])
    const page = await web.see(given.headers['location'] ?? '')
    assert.match(page.text, /class="ticket-code">A001</)
  })

  it('gets the nearest times where the plan has no place now, and one press takes one', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()], services: [aService({ durationMinutes: 60 })] }))
    for (const time of ['9:00', '10:00']) await booked(web.house, time)
    goTo(web.house, '9:05')
    const later = await web.press('/desk/walk-ins', { service: 'id-card' })
    assert.equal(later.status, 409)
    assertValidHtml(later.text)
    const at = /name="at" value="([^"]+)"/.exec(later.text)?.[1] ?? ''
    const taken = await web.press('/desk/phone-bookings', { service: 'id-card', at })
    assert.equal(taken.status, 303)
    assert.deepEqual(await violations(web.house), [])
  })

  it('is told that there is nothing more today once the day is over', async () => {
    const web = await aDeskWeb(await open())
    goTo(web.house, '16:05')
    const later = await web.press('/desk/walk-ins', { service: 'id-card' })
    assert.deepEqual([later.status, /Dziś nie ma już wolnych terminów\./.test(later.text)], [409, true])
  })

  it('is told what is missing, and nothing typed is lost', async () => {
    const web = await aDeskWeb(await open())
    const none = await web.press('/desk/walk-ins', { persons: '2' })
    assert.deepEqual([none.status, /Prosimy wybrać sprawę/.test(none.text)], [422, true])
    const many = await web.press('/desk/walk-ins', { service: 'id-card', persons: '99' })
    assert.deepEqual([many.status, /value="id-card" selected/.test(many.text)], [422, true])
  })
})

onBothEngines('Somebody on the phone', open => {
  it('books by matter and time alone, and hears the reference in groups', async () => {
    const web = await aDeskWeb(await open())
    const form = await web.see('/desk/phone-bookings?office=CA&service=id-card')
    assertValidHtml(form.text)
    const at = /name="at" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
    const done = await web.press('/desk/phone-bookings', { service: 'id-card', at, phone: '600 100 200' })
    assert.equal(done.status, 303)
    const reference = parseReference(/bookings\/([^?]+)/.exec(done.headers['location'] ?? '')?.[1] ?? '') ?? ''
    const booking = await bookingByReference(web.house.db, reference)
    assert.deepEqual([booking?.channel, booking?.contact.phone], ['phone', '600 100 200'])
    const page = await web.see(done.headers['location'] ?? '')
    assertValidHtml(page.text)
    assert.match(page.text, new RegExp(`<span>${reference.slice(0, 2)}</span> <span>${reference.slice(2, 4)}</span>`))
  })

  it('is offered the nearest times, 409, if somebody else took it meanwhile', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    await booked(web.house, '9:00')
    const lost = await web.press('/desk/phone-bookings', { service: 'id-card', at: '2020-05-11T09:00', phone: '600100200' })
    assert.equal(lost.status, 409)
    assert.match(lost.text, /value="2020-05-11T09:20"/)
    assert.match(lost.text, /value="600100200"/)
    const wrong = await web.press('/desk/phone-bookings', {
      service: 'id-card',
      at: '2020-05-11T09:20',
      phone: 'zadzwonić do córki',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Numer telefonu/)
  })
})
