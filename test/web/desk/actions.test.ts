import assert from 'node:assert/strict'
import { auditEntries } from '../../../src/repositories/audit-log.ts'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { moveVisit } from '../../../src/use-cases/resident/move-visit.ts'
import { aCity, aDesk, aDeskGroup, aNeed, aService, at, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, goTo, here, violations } from '../../support/desk.ts'
import { aDeskWeb, toldBy, type DeskWeb } from '../../support/desk-web.ts'

const twoGroups = () =>
  aCity({
    deskGroups: [aDeskGroup(), aDeskGroup({ id: 'cash', ticketLetter: 'K', name: words('Kasa') })],
    desks: [aDesk(), aDesk({ id: 'desk-2', label: '2' }), aDesk({ id: 'cash-1', label: '9', deskGroupId: 'cash' })],
    services: [aService(), aService({ id: 'fee', number: 2, deskGroupIds: ['cash'] })],
    needs: [aNeed()],
  })

onBothEngines('A clerk at the desk', open => {
  let web: DeskWeb
  beforeEach(async () => (web = await aDeskWeb(await open(), twoGroups())))

  const statusOf = async (number: number) => (await bookingByNumber(web.house.db, number))?.status
  const step = (number: number, name: string, fields = {}) => web.press(`/desk/visits/${number}/${name}`, fields)

  it('checks in, calls, serves and finishes, and each is told, noted and undone', async () => {
    const { number } = await booked(web.house, '9:00')
    goTo(web.house, '8:50')
    assert.equal(toldBy(await step(number, 'check-in')), 'checked-in')
    goTo(web.house, '9:00')
    const called = await web.press('/desk/calls')
    assert.equal(called.status, 303)
    assert.equal(toldBy(called), 'called')
    assert.equal(await statusOf(number), 'called')
    assert.match((await web.see('/desk?office=CA&desk=desk-1&date=2020-05-11')).text, /class="big-code">A001</)
    assert.equal(toldBy(await step(number, 'service')), 'started')
    assert.equal(toldBy(await step(number, 'completion')), 'finished')
    assert.equal(toldBy(await step(number, 'undo')), 'undone')
    assert.equal(await statusOf(number), 'serving')
    assert.equal(toldBy(await step(number, 'completion')), 'finished')

    const notes = await auditEntries(web.house.db, {}, 50)
    assert.deepEqual(
      notes.map(({ action, about }) => [action, about]).reverse(),
      ['check-in', 'call', 'serve', 'finish', 'undo', 'finish'].map(action => [action, 'A001']),
    )
    assert.deepEqual(await violations(web.house), [])
  })

  it('calls again until somebody counts as absent, and takes that back', async () => {
    const { booking } = await here(web.house, '9:00', '8:55')
    goTo(web.house, '9:00')
    await web.press('/desk/calls')
    assert.equal(toldBy(await step(booking.number, 'recall')), 'recalled')
    assert.equal(toldBy(await step(booking.number, 'recall')), 'recalled')
    assert.equal(toldBy(await step(booking.number, 'recall')), 'absent')
    assert.equal(await statusOf(booking.number), 'no-show')
    assert.equal(toldBy(await step(booking.number, 'undo')), 'undone')
    assert.equal(await statusOf(booking.number), 'called')
    assert.equal(toldBy(await step(booking.number, 'undo')), 'undone')
    assert.equal(toldBy(await step(booking.number, 'undo')), 'undone')
    assert.equal(toldBy(await step(booking.number, 'undo')), 'undone-waits')
    assert.equal(await statusOf(booking.number), 'arrived')
  })

  it('parks, takes back, gives priority, forwards, notes needs, and lets people leave', async () => {
    const { booking } = await here(web.house, '9:00', '8:55')
    const { number } = booking
    assert.equal(toldBy(await step(number, 'parking')), 'parked')
    assert.equal(toldBy(await web.press('/desk/calls')), 'nobody')
    assert.equal(toldBy(await step(number, 'parking', { parked: '0' })), 'taken-back')
    assert.equal(toldBy(await step(number, 'priority')), 'priority')
    assert.equal(toldBy(await step(number, 'priority', { priority: '0' })), 'priority-off')
    assert.equal(toldBy(await step(number, 'needs', { need: 'more-time' })), 'noted')
    assert.match((await web.see('/desk?office=CA')).text, /Więcej czasu/)
    assert.equal(toldBy(await step(number, 'forwarding', { group: 'cash' })), 'forwarded')
    assert.equal(toldBy(await web.press('/desk/calls', { desk: 'cash-1' })), 'called')
    assert.equal(toldBy(await step(number, 'departure')), 'left')
    assert.equal(await statusOf(number), 'cancelled')
  })

  it('says so, 409, where something is not possible now', async () => {
    const { number } = await booked(web.house, '9:00')
    const early = await step(number, 'check-in')
    assert.deepEqual([early.status, /Za wcześnie/.test(early.text), /name="anyway"/.test(early.text)], [409, true, true])
    assert.equal(toldBy(await step(number, 'check-in', { anyway: '1' })), 'checked-in')
    const notCalled = await step(number, 'service')
    assert.deepEqual([notCalled.status, /Stan wizyty: czeka/.test(notCalled.text)], [409, true])
    assert.equal((await web.press('/desk/calls', { desk: '' })).status, 409)
    assert.equal((await step(999_999, 'service')).status, 404)
    assert.equal((await step(number, 'forwarding', { group: 'nowhere' })).status, 404)
  })

  it('never gets an error because somebody else was faster', async () => {
    const first = await here(web.house, '9:00', '8:55')
    const second = await here(web.house, '9:00', '8:56')
    goTo(web.house, '9:00')
    const calls = await Promise.all([web.press('/desk/calls'), web.press('/desk/calls', { desk: 'desk-2' })])
    assert.deepEqual(calls.map(toldBy), ['called', 'called'])
    assert.deepEqual(await Promise.all([first, second].map(({ booking }) => statusOf(booking.number))), ['called', 'called'])
    const twice = await Promise.all([step(first.booking.number, 'service'), step(first.booking.number, 'service')])
    assert.deepEqual(twice.map(toldBy).sort(), ['faster', 'started'])
    const again = await Promise.all([web.press('/desk/calls'), web.press('/desk/calls')])
    assert.deepEqual(again.map(toldBy), ['busy', 'busy'])
  })

  it('is offered to call those of the own queue; others are forwarded first', async () => {
    const own = await here(web.house, '9:00', '8:55')
    const other = await here(web.house, '9:00', '8:56', { serviceId: 'fee' })
    const { text } = await web.see('/desk?office=CA&desk=desk-1&scope=')
    const calls = [...text.matchAll(/name="visit" value="(\d+)"/g)].map(([, number]) => Number(number))
    assert.deepEqual([...new Set(calls)], [own.booking.number])
    const opened = await web.see(`/desk?office=CA&desk=desk-1&scope=&visit=${other.booking.number}`)
    assert.match(opened.text, new RegExp(`action="/desk/visits/${other.booking.number}/forwarding"`))
  })

  it('loses nobody who checked in while a colleague marked them as missing, and says how it stands', async () => {
    const { number } = await booked(web.house, '9:00')
    goTo(web.house, '9:05')
    const opened = await web.see(`/desk?office=CA&scope=&visit=${number}`)
    assert.match(opened.text, new RegExp(`formaction="/desk/visits/${number}/absence" name="seen" value="booked"`))
    await step(number, 'check-in')
    const late = await step(number, 'absence', { seen: 'booked' })
    assert.deepEqual([toldBy(late), await statusOf(number)], ['meanwhile', 'arrived'])
    assert.match((await web.see(late.headers['location'] ?? '')).text, /A001: w międzyczasie .* Teraz: czeka/)
    assert.equal(toldBy(await step(number, 'departure', { seen: 'called' })), 'meanwhile')
    assert.equal(toldBy(await step(number, 'undo', { seen: 'called' })), 'meanwhile')
    assert.equal(toldBy(await step(number, 'absence', { seen: 'arrived' })), 'no-show')
    assert.equal(toldBy(await step(number, 'absence', { seen: 'arrived' })), 'no-show')
    assert.equal((await step(number, 'absence', { seen: 'nonsense' })).status, 303)
  })

  it('says on the page that a visit was moved to another day a moment ago', async () => {
    const { number, reference } = await booked(web.house, '9:00')
    await moveVisit(web.house, reference, { officeId: 'CA', date: '2020-05-12', start: at('9:00') })
    for (const name of ['absence', 'service', 'departure']) {
      const { status, text } = await step(number, name, { seen: 'booked' })
      assert.deepEqual([status, /nie ma już w tym dniu/.test(text), /id="q"/.test(text)], [404, true, true])
    }
  })

  it('checks in by a code however it is typed or scanned, and shows what a time or an end could mean', async () => {
    const { reference, number } = await booked(web.house, '9:00')
    goTo(web.house, '8:50')
    const scanned = `https://wizyty.example/bookings/${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)}?key=abc`
    assert.equal(toldBy(await web.press('/desk/check-ins', { q: scanned })), 'checked-in')
    assert.equal(await statusOf(number), 'arrived')
    assert.equal(toldBy(await web.press('/desk/check-ins', { q: 'a1' })), 'already')
    const time = await web.press('/desk/check-ins', { q: '9.00' })
    assert.match(time.headers['location'] ?? '', /[?&]q=9\.00/)
    assert.match((await web.see('/desk?office=CA&q=9.00')).text, new RegExp(`id="v${number}"`))
    assert.match((await web.see(`/desk?office=CA&q=${reference.slice(4)}`)).text, new RegExp(`id="v${number}"`))
    assert.match((await web.see('/desk?office=CA&q=11:20')).text, /Nie ma takiej wizyty/)
  })
})
