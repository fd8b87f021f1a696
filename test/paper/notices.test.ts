import assert from 'node:assert/strict'
import { languages } from '../../src/domain/city.ts'
import { noticePdf } from '../../src/paper/notice/notice-sheet.ts'
import { noticeWords } from '../../src/paper/notice/notice-words.ts'
import type { Notice } from '../../src/paper/values.ts'
import { aNotice } from '../support/sheets.ts'
import { readPdf } from './read-pdf.ts'

const room = { pl: 'Sala dowodów', en: 'ID hall', uk: 'Зал посвідчень' }
const ways = { website: 'wizyty.example.pl', phone: '12 616 93 00' }
const limit: Notice = {
  ...{ kind: 'limit', room, times: [{ from: 480, to: 780, persons: 12 }], validFrom: '2020-05-25' },
  legalBasis: 'Dz.U. 2020 poz. 878, par. 12 sec. 4',
}
const notices: readonly Notice[] = [
  limit,
  { kind: 'hours', days: [{ date: '2020-05-11', spans: [{ from: 480, to: 780 }] }], appointmentOnly: true, ways },
  { kind: 'appointment-only', ways },
  { kind: 'closed-today', opens: { date: '2020-05-12', minute: 480 }, ways },
  { kind: 'conduct', topics: ['face-covering', 'own-pen'], legalBases: [] },
  { kind: 'drop-box', validTo: '2020-06-30', phone: ways.phone },
  { kind: 'deaths', places: [{ address: 'ul. Lubelska 29', hours: [{ from: 460, to: 900 }] }], phone: ways.phone },
  {
    ...{ kind: 'privacy', controller: room, address: 'pl. Wszystkich Świętych 3-4', officerEmail: 'iod@example.pl' },
    ...{ retentionDays: 30, website: 'wizyty.example.pl/privacy' },
  },
]

describe('A notice on a door', () => {
  it('tells the limit of the room in three languages, with its legal basis and its first day', async () => {
    const { text, pages } = await readPdf(await noticePdf(aNotice(limit)))
    assert.equal(pages, 1)
    for (const words of [
      ...['12', 'osób', 'Sala dowodów', 'Obowiązuje od: 25 maja 2020 r.', 'Podstawa prawna: Dz.U. 2020 poz. 878, par. 12 sec. 4'],
      ...['12 persons', 'In force from: 25 May 2020', '12 осіб', 'Діє з: 25 травня 2020 р.'],
    ]) {
      assert.ok(text[0]?.replace(/\s+/g, ' ').includes(words), words)
    }
  })

  it('tells the hours of each limit where it changes in the day', () => {
    const times = [
      { from: 480, to: 600, persons: 12 },
      { from: 600, to: 780, persons: 10 },
    ]
    const words = noticeWords(aNotice({ kind: 'limit', room, times }), 'pl')
    assert.equal(words.figure, undefined)
    assert.deepEqual(words.lines, ['Sala dowodów', '8.00–10.00: 12', '10.00–13.00: 10'])
  })

  it('says of the whole building that it is the building', () => {
    const times = [{ from: 480, to: 900, persons: 20 }]
    const headings = (building: boolean) =>
      languages.map(
        language => noticeWords(aNotice({ kind: 'limit', room, times, ...(building && { building }) }), language).heading,
      )
    assert.deepEqual(headings(true), ['Limit osób w budynku', 'Limit of persons in this building', 'Ліміт осіб у будівлі'])
    assert.equal(headings(false)[0], 'Limit osób w pomieszczeniu')
  })

  it('says which companions do not count', () => {
    const notice = aNotice({
      kind: 'limit',
      room,
      times: [{ from: 480, to: 780, persons: 12 }],
      exempt: ['child', 'interpreter'],
    })
    assert.ok(noticeWords(notice, 'pl').sentences.includes('Poza limitem: dzieci do ukończenia 13 lat, tłumacze.'))
  })

  it('keeps to one page, whatever it says, on A4 and on A3', async () => {
    for (const notice of notices) {
      for (const format of ['A4', 'A3'] as const) {
        const { pages, sizes } = await readPdf(await noticePdf(aNotice(notice, { format })))
        assert.equal(pages, 1, notice.kind)
        assert.deepEqual(sizes[0], format === 'A4' ? [595, 842] : [842, 1191])
      }
    }
  })

  it('says in each language all that it says in Polish', () => {
    for (const notice of notices) {
      const counts = languages.map(language => {
        const words = noticeWords(aNotice(notice), language)
        assert.ok(words.heading)
        return [words.lines.length, words.sentences.length, words.small.length]
      })
      assert.deepEqual(counts[1], counts[0])
      assert.deepEqual(counts[2], counts[0])
    }
  })

  it('says when the office opens again', () => {
    const notice = aNotice({ kind: 'closed-today', opens: { date: '2020-05-12', minute: 480 }, ways })
    const lines = noticeWords(notice, 'pl').lines.map(line => line.replaceAll('\u00a0', ' '))
    assert.deepEqual(lines, ['Otwieramy: wtorek, 12 maja 2020 r., godz. 8.00.'])
  })

  it('says closed on a day without hours', () => {
    const notice = aNotice({ kind: 'hours', days: [{ date: '2020-05-16', spans: [] }], appointmentOnly: false, ways })
    assert.deepEqual(
      noticeWords(notice, 'pl').lines.map(line => line.replaceAll('\u00a0', ' ')),
      ['sobota, 16 maja: nieczynne'],
    )
  })
})
