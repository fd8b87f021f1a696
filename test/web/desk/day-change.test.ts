import assert from 'node:assert/strict'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aCity, aDesk, aRequest, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, here, violations } from '../../support/desk.ts'
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

  it('says of the room of its desk that no limit of persons is in force there, where none is', async () => {
    const none = 'Sala obsługi: w tym pomieszczeniu nie obowiązuje limit osób'
    const cap = aRule({ kind: 'absolute-cap', persons: 9 }, { scope: { zones: ['hall'] } })
    const airing = '/desk/day-change?office=CA&kind=air&zone=hall&from=13.00&to=13.10'
    for (const [rules, says] of [
      [[], true],
      [[cap], false],
    ] as const) {
      const web = await aDeskWeb(await open(), aCity({ rules, desks: [aDesk()] }))
      await web.press('/desk/day-change', { kind: 'air', zone: 'hall', from: '12.00', to: '12.10' })
      const { text } = await web.see(asked)
      assertValidHtml(text)
      assert.equal(text.includes(none), says, `rules: ${rules.length}`)
      assert.ok(!(await web.see(airing)).text.includes(none))
      assert.ok(!(await web.see('/desk/day-change?office=CA&kind=office-early&from=14.00')).text.includes(none))
    }
  })

  it('says that a desk cannot work while the office is closed, and saves nothing', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    await web.press('/desk/day-change', { kind: 'office-early', from: '12.00' })
    const change = { kind: 'staff-desk', 'change-desk': 'desk-1', from: '12.00', to: '14.00' }
    const seen = await web.see(`/desk/day-change?office=CA&${String(new URLSearchParams(change))}`)
    const saved = await web.press('/desk/day-change', change)
    for (const { status, text } of [seen, saved])
      assert.deepEqual([status, /placówka jest nieczynna, więc/.test(text)], [422, true])
    assert.equal(toldBy(await web.press('/desk/day-change', { ...change, from: '11.00' })), 'published')
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

  it('says of whom a desk has called that the visit cannot be called off, and keeps it', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    const { booking } = await here(web.house, '9:00', '9:00')
    await callNext(web.house, deskDay, 'desk-1')
    const page = await web.press('/desk/day-change', { ...absence, [`d-${booking.number}`]: 'call-off' })
    assert.equal(page.status, 409)
    assertValidHtml(page.text)
    assert.match(page.text, /<p class="excused">Ta osoba jest już wezwana do stanowiska: wizyty nie można odwołać\.<\/p>/)
    assert.doesNotMatch(page.text, new RegExp(`name="d-${booking.number}" value="call-off"`))
    assert.match(page.text, new RegExp(`name="d-${booking.number}" value="[^"]+" checked`))
    assert.equal((await bookingByNumber(web.house.db, booking.number))?.status, 'called')
  })

  it('names whom a decision does not fit, says why, and offers the nearest times', async () => {
    const rules = [aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { scope: { zones: ['hall'] } })]
    const web = await aDeskWeb(await open(), aCity({ rules }))
    const [kept, moved] = [await booked(web.house, '9:00'), await booked(web.house, '9:20')]
    const decisions = { [`d-${kept.number}`]: 'keep', 'keep-reason': 'zastępstwo' }
    const taken = { ...decisions, [`d-${moved.number}`]: 'move CA 2020-05-11T09:00' }
    const page = await web.press('/desk/day-change', { ...absence, ...taken })
    assert.equal(page.status, 409)
    assertValidHtml(page.text)
    assert.match(page.text, new RegExp(`Nie mieści się 1 wizyta: 9.20 ${moved.reference.slice(4)}`))
    assert.match(page.text, /Wybrany termin nie pasuje: .*Sala obsługi/)
    assert.match(page.text, new RegExp(`name="d-${moved.number}" value="move CA 2020-05-11T09:20" checked`))
    const mended = { ...decisions, [`d-${moved.number}`]: 'move CA 2020-05-11T09:40' }
    assert.equal((await web.press('/desk/day-change', { ...absence, ...mended })).status, 303)
    assert.deepEqual(await violations(web.house), [])
  })

  it('is decided for all at once, and still for each, before anything is saved', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    const visits = [await booked(web.house, '9:00'), await booked(web.house, '9:20'), await booked(web.house, '9:40')]
    const numbers = visits.map(({ number }) => number)
    const each = Object.fromEntries(numbers.map(number => [`d-${number}`, 'keep']))
    const checked = (text: string) => [...text.matchAll(/name="d-\d+" value="([^" ]*)[^"]*" checked/g)].map(([, value]) => value)
    for (const all of ['move', 'keep', 'call-off']) {
      const page = await web.press('/desk/day-change', { ...absence, ...each, all })
      assertValidHtml(page.text)
      assert.deepEqual([page.status, checked(page.text)], [200, [all, all, all]])
      assert.match(page.text, /Ustawiono 3 wizyty/)
    }
    assert.equal((await bookingByNumber(web.house.db, numbers[0] ?? 0))?.status, 'booked')

    const off = Object.fromEntries(numbers.map(number => [`d-${number}`, 'call-off']))
    const mixed = { ...absence, ...off, [`d-${numbers[2]}`]: 'keep', 'keep-reason': 'zastępstwo' }
    assert.equal((await web.press('/desk/day-change', mixed)).status, 303)
    const standing = await Promise.all(numbers.map(number => bookingByNumber(web.house.db, number)))
    assert.deepEqual(
      standing.map(booking => booking?.status),
      ['cancelled', 'cancelled', 'booked'],
    )
  })

  it('offers the free times of any date for one visit', async () => {
    const web = await aDeskWeb(await open(), aCity({ desks: [aDesk()] }))
    const { number } = await booked(web.house, '9:00')
    const look = { ...absence, [`d-${number}`]: 'keep', [`date-${number}`]: '2020-06-02', look: String(number) }
    const page = await web.press('/desk/day-change', look)
    assertValidHtml(page.text)
    assert.equal(page.status, 200)
    assert.match(page.text, new RegExp(`name="d-${number}" value="other" checked`))
    assert.match(page.text, /<option value="2020-06-02T08:20">8.20/)
    const sunday = await web.press('/desk/day-change', { ...look, [`date-${number}`]: '2020-06-07' })
    assert.match(sunday.text, /nie ma wolnych godzin/)

    const other = { ...absence, [`d-${number}`]: 'other', [`date-${number}`]: '2020-06-02' }
    const without = await web.press('/desk/day-change', other)
    assert.deepEqual([without.status, /<option value="2020-06-02T08:20">/.test(without.text)], [409, true])
    assert.equal((await web.press('/desk/day-change', { ...other, [`other-${number}`]: '2020-06-02T08:20' })).status, 303)
    const moved = await bookingByNumber(web.house.db, number)
    assert.deepEqual([moved?.date, moved?.start], ['2020-06-02', at('8:20')])
    const nowhere = await web.press('/desk/day-change', { ...absence, [`d-${number}`]: 'move NOWHERE 2020-06-02T08:20' })
    assert.ok(nowhere.status < 500)
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
