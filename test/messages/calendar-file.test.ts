import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import type { Language } from '../../src/domain/city.ts'
import type { Status } from '../../src/domain/booking/status.ts'
import { calendarFile } from '../../src/messages/calendar-file.ts'
import { aBooking, aCity, anOffice, at } from '../support/builders.ts'

const name = { pl: 'Urząd; "Główny", parter', en: 'Main; "old", hall', uk: 'Головна; "стара", зала' }
const city = aCity({ offices: [anOffice({ name, address: 'ul. Ćwicząca 1, brama B' })] })
const page = 'https://wizyty.example.pl/bookings/7K2M9QXD?key=abc'

describe('The calendar file of a visit', () => {
  const summaries = { pl: 'Wizyta: ', en: 'Appointment: ', uk: 'Візит: ' }
  for (const language of ['pl', 'en', 'uk'] as const) {
    it(`says what, where and when, as it stands in the rules of calendars: ${language}`, () => {
      const { content, method } = written(language)
      assert.equal(method, 'PUBLISH')
      const event = eventIn(content)
      assert.equal(event('summary'), `${summaries[language]}${name[language]}`)
      assert.ok(event('location').startsWith(`${name[language]}, ul. Ćwicząca 1, brama B, `))
      assert.match(event('description'), /7K2M-9QXD/)
      assert.deepEqual([event('dtstart'), event('dtend')], ['2020-05-11T07:00:00Z', '2020-05-11T07:15:00Z'])
      assert.deepEqual([event('url'), event('status'), event('uid')], [page, 'CONFIRMED', '7k2m9qxd@okienko'])
    })

    it(`ends every line as calendars ask, none longer than 75 octets: ${language}`, () => {
      const { content } = written(language)
      assert.match(content, /\r\nEND:VCALENDAR\r\n$/)
      for (const line of content.split('\r\n')) {
        assert.doesNotMatch(line, /[\r\n]/)
        assert.ok(Buffer.byteLength(line) <= 75, line)
      }
    })
  }

  it('is of the same visit after a move, and newer', () => {
    const [before, after] = [eventIn(written('pl').content), eventIn(written('pl', { revision: 1, start: at('10:00') }).content)]
    assert.equal(after('uid'), before('uid'))
    assert.deepEqual([before('sequence'), after('sequence')], ['0', '1'])
    assert.equal(after('dtstart'), '2020-05-11T08:00:00Z')
  })

  it('takes the visit out once it is cancelled', () => {
    const { content, method } = written('pl', { revision: 2, status: 'cancelled' })
    const event = eventIn(content)
    assert.equal(method, 'CANCEL')
    assert.match(content, /\r\nMETHOD:CANCEL\r\n/)
    assert.deepEqual([event('uid'), event('sequence'), event('status')], ['7k2m9qxd@okienko', '2', 'CANCELLED'])
  })
})

function written(language: Language, changes: { revision?: number; start?: number; status?: Status } = {}) {
  const { revision = 0, start = at('09:00'), status = 'booked' } = changes
  const booking = aBooking({ reference: '7K2M9QXD', date: '2020-05-11', start, end: start + 15, status })
  return calendarFile(city, { ...booking, contact: { language }, revision, changedAt: '2020-05-08T10:00:00.000Z' }, page)
}

/** The values of the only event in a file, by name. */
function eventIn(content: string): (property: string) => string {
  const event = new ICAL.Component(ICAL.parse(content) as never).getFirstSubcomponent('vevent')
  return property => String(event?.getFirstPropertyValue(property))
}
