import assert from 'node:assert/strict'
import { languages } from '../../src/domain/city.ts'
import { guardListPdf } from '../../src/paper/sheet/guard-list.ts'
import { packPdfAside } from '../../src/paper/sheet/pack-aside.ts'
import { packPdf } from '../../src/paper/sheet/pack.ts'
import { phoneListPdf } from '../../src/paper/sheet/phone-list.ts'
import { schedulePdf } from '../../src/paper/sheet/schedule.ts'
import { readPdf } from './read-pdf.ts'
import { aGuardRow, aGuardSheet, aPack, aPhoneList, aRoomLimit, aSchedule, aVisitRow } from '../support/sheets.ts'

describe('The daily schedule on paper', () => {
  it('says whose day it is, which issue, when it was printed and which limits hold', async () => {
    const { text, lang, title } = await readPdf(await schedulePdf(aSchedule(1, { scope: 'Wydział Spraw Administracyjnych' })))
    for (const words of [
      ...['Harmonogram dnia', 'Centrum Administracyjne', 'poniedziałek, 11 maja 2020 r.', 'wydanie', '17'],
      ...['Wydrukowano: poniedziałek, 11 maja 2020 r., godz. 7.30', 'strona 1 z 1', 'Dz.U. 2020 poz. 878, par. 12 sec. 4'],
    ]) {
      assert.ok(text[0]?.replace(/\s+/g, ' ').includes(words), words)
    }
    assert.equal(lang, 'pl-PL')
    assert.equal(
      title?.replaceAll('\u00a0', ' '),
      'Harmonogram dnia: Wydział Spraw Administracyjnych, poniedziałek, 11 maja 2020 r.',
    )
  })

  it('has a line for each visit, with boxes, and lines left for walk-ins', async () => {
    const visit = aVisitRow({ ticket: 'D012', persons: 3, exempt: 1, needs: ['Pętla indukcyjna'], initials: 'A.K.' })
    const pause = { kind: 'break' as const, from: 600, to: 610, what: 'Przerwa na wietrzenie' }
    const { text, tags } = await readPdf(await schedulePdf(aSchedule(0, { rows: [visit, pause], emptyRows: 4, limits: [] })))
    for (const words of [
      '9.40',
      '9QXD',
      'D012',
      'A.K., Pętla indukcyjna',
      '10.00–10.10 Przerwa na wietrzenie',
      '1 wizyta, 3 osoby',
    ]) {
      assert.ok(text[0]?.replace(/\s+/g, ' ').includes(words), words)
    }
    assert.equal(tags[0]?.['TR'], 1 + 1 + 1 + 1 + 4, 'head, visit, break, band, four empty lines')
  })

  it('is a tagged table whose heads are heads', async () => {
    const { tags } = await readPdf(await schedulePdf(aSchedule(12, { limits: [aRoomLimit()] })))
    assert.equal(tags[0]?.['Table'], 2)
    assert.equal(tags[0]['TH'], 3 + 1 + 10 + 12, 'heads of the limits, one room; heads of the visits, one time each')
    assert.equal(tags[0]['H1'], 1)
  })

  it('numbers its pages and repeats whose it is on each', async () => {
    const { text, pages } = await readPdf(await schedulePdf(aSchedule(100)))
    assert.ok(pages > 2)
    text.forEach((page, index) => {
      assert.ok(page.includes(`strona ${index + 1} z ${pages}`))
      assert.ok(page.includes('Harmonogram dnia') && page.includes('17') && page.includes('Sprawa'))
    })
  })

  it('prints every visit once, however many pages they take', async () => {
    const ends = Array.from({ length: 120 }, (_, index) => `Z${String(index).padStart(3, '0')}`)
    const rows = ends.map(referenceEnd => aVisitRow({ referenceEnd }))
    const text = (await readPdf(await schedulePdf(aSchedule(0, { rows })))).text.join(' ')
    assert.deepEqual([...text.matchAll(/Z\d{3}/g)].map(String), ends)
  })

  it('is the same, byte for byte, for the same day', async () => {
    assert.ok((await schedulePdf(aSchedule(30))).equals(await schedulePdf(aSchedule(30))))
    assert.ok(!(await schedulePdf(aSchedule(30))).equals(await schedulePdf(aSchedule(30, { page: 18 }))))
  })

  it('comes in A4, across, and A3 for the wall', async () => {
    const size = async (format: 'A4' | 'A4-landscape' | 'A3') =>
      (await readPdf(await schedulePdf(aSchedule(3, { format })))).sizes[0]
    assert.deepEqual(await size('A4'), [595, 842])
    assert.deepEqual(await size('A4-landscape'), [842, 595])
    assert.deepEqual(await size('A3'), [842, 1191])
  })

  it('is written in each language', async () => {
    const titles = { pl: 'Harmonogram dnia', en: 'Daily schedule', uk: 'Розклад на день' }
    for (const language of languages) {
      const { text } = await readPdf(await schedulePdf(aSchedule(2, { language })))
      assert.ok(text[0]?.includes(titles[language]), titles[language])
    }
  })

  it('says so where nobody is booked', async () => {
    const { text } = await readPdf(await schedulePdf(aSchedule(0)))
    assert.ok(text[0]?.includes('Brak umówionych wizyt.'))
  })
})

describe("The guard's list on paper", () => {
  it('is cut into half-hours, each with its number of persons', async () => {
    const rows = [aGuardRow({ start: 480, persons: 2 }), aGuardRow({ start: 505 }), aGuardRow({ start: 510 })]
    const { text, sizes } = await readPdf(await guardListPdf(aGuardSheet(rows)))
    assert.match(text.join(' ').replace(/\s+/g, ' '), /8\.00–8\.30 3 osoby.*8\.30–9\.00 1 osoba/)
    assert.deepEqual(sizes[0], [842, 595])
  })

  it('names a half-hour again where it runs into the next column', async () => {
    const rows = Array.from({ length: 40 }, () => aGuardRow({ start: 545, entry: 540 }))
    const { text } = await readPdf(await guardListPdf(aGuardSheet(rows)))
    const whole = text.join(' ')
    assert.equal(whole.match(/9\.00–9\.30\s+40 osób/g)?.length, 1)
    assert.ok((whole.match(/9\.00–9\.30 – c\.d\./g)?.length ?? 0) >= 2, whole)
  })

  it('marks exempt companions and what has changed, and explains both', async () => {
    const rows = [aGuardRow({ persons: 3, exempt: 1 }), aGuardRow({ changed: true })]
    const text = (await readPdf(await guardListPdf(aGuardSheet(rows)))).text.join(' ')
    for (const words of ['3 *1', '* osoby, których nie wlicza się', 'Δ 9.40', 'Δ nowe lub zmienione']) {
      assert.ok(text.includes(words), words)
    }
  })

  it('says from when a party may come in, and the limits of the rooms', async () => {
    const text = (
      await readPdf(await guardListPdf(aGuardSheet([aGuardRow()], { rules: ['Prosimy zakryć usta i nos.'] })))
    ).text.join(' ')
    for (const words of ['od 9.35', 'Sala ewidencji', '12', 'Prosimy zakryć usta i nos.']) assert.ok(text.includes(words), words)
  })
})

describe('The phone list on paper', () => {
  it('says on every page to destroy it, and is the one sheet with contacts', async () => {
    const rows = Array.from({ length: 60 }, () => aPhoneList().rows[0]).filter(row => row !== undefined)
    const { text, pages } = await readPdf(await phoneListPdf(aPhoneList({ rows })))
    assert.ok(pages > 1)
    for (const page of text) assert.ok(page.includes('ZNISZCZYĆ PO UŻYCIU'))
    assert.ok(text[0]?.includes('+48 600 100 200'))
  })

  it('says whom to catch at the entrance, and which language to speak', async () => {
    const [row] = aPhoneList().rows
    assert.ok(row)
    const { phone: _, ...silent } = row
    const text = (await readPdf(await phoneListPdf(aPhoneList({ rows: [silent, { ...row, speaks: 'uk' }] })))).text.join(' ')
    assert.ok(text.replace(/\s+/g, ' ').includes('brak, powiadomić przy wejściu'))
    assert.ok(text.includes('Українська'))
  })
})

describe('The daily pack', () => {
  it('has a cover that names the pages on which each sheet stands', async () => {
    const { text, pages } = await readPdf(await packPdf(aPack()))
    const cover = text[0]?.replace(/\s+/g, ' ') ?? ''
    assert.equal(pages, 5)
    assert.match(cover, /Lista wejść 2 Harmonogram dnia: Cała placówka 3–4 Ogłoszenie na drzwi: Zasady w budynku 5/)
    assert.ok(text[1]?.includes('Lista wejść') && text[2]?.includes('Harmonogram dnia') && text[4]?.includes('Zasady w budynku'))
  })

  it('carries the issue on every page', async () => {
    const { text } = await readPdf(await packPdf(aPack()))
    for (const page of text) assert.match(page, /wydanie\s+17/)
  })

  it('is the same, byte for byte, for the same day', async () => {
    assert.ok((await packPdf(aPack())).equals(await packPdf(aPack())))
  })

  it('comes out the same in a thread of its own', async () => {
    assert.ok((await packPdfAside(aPack())).equals(await packPdf(aPack())))
  })

  it('is given up where its thread ends without a word', async () => {
    await assert.rejects(packPdfAside(undefined as never), /has ended with 0/)
  })

  it('names its mark and its number, and stands at another height of the edge by another mark', async () => {
    const head = aPack().head
    const { text } = await readPdf(await packPdf(aPack({ head: { ...head, mark: '7K2M', copy: 3 } })))
    assert.match(text[0] ?? '', /7K2M/)
    assert.match(text[0] ?? '', /Komplet nr 3/)
  })
})
