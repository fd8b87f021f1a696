import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { smtpPost } from '../../../src/messages/smtp-post.ts'
import { plainPrintRoom } from '../../../src/web/print-room.ts'
import { checkIn } from '../../../src/use-cases/desk/check-in.ts'
import { issuePack, type PrintRoom } from '../../../src/use-cases/paper/issue-pack.ts'
import { mailPacks } from '../../../src/use-cases/paper/mail-pack.ts'
import { packsByClock } from '../../../src/use-cases/paper/packs-by-clock.ts'
import { sheetAge } from '../../../src/use-cases/paper/paper-state.ts'
import { readPdf } from '../../paper/read-pdf.ts'
import { aCity, anOffice, aRule, aService, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'
import { openMailbox } from '../../support/mailbox.ts'

onBothEngines('The daily pack', open => {
  let folder = ''
  let room: PrintRoom
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-pack-'))
    room = { ...plainPrintRoom(folder), baseUrl: 'https://wizyty.example.pl' }
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function mailedBy(post: NonNullable<PrintRoom['post']>): PrintRoom {
    return { ...room, post, mailTo: office => (office === 'CA' ? ['druk@example.pl', 'druk@example.pl'] : []) }
  }

  it('is made so many minutes before opening, once, and again only when what it shows has changed', async () => {
    const house = await aHouse(await open())
    const visit = await booked(house, '9:00')
    goTo(house, '7:14')
    assert.deepEqual(await packsByClock(house, room, 45), [])
    goTo(house, '7:15')
    assert.deepEqual(await packsByClock(house, room, 45), ['CA'])
    assert.deepEqual(await packsByClock(house, room, 45), [])

    goTo(house, '8:55')
    assert.equal((await checkIn(house, 'CA', visit.number)).kind, 'checked-in')
    assert.deepEqual(await packsByClock(house, room, 45), [], 'a step of the queue is no news for paper')
    await booked(house, '10:00')
    assert.deepEqual(await packsByClock(house, room, 45), ['CA'])
    assert.deepEqual(readdirSync(folder).sort(), ['CA-2020-05-11-1.pdf', 'CA-2020-05-11-2.pdf'])
    await booked(house, '11:00')
    goTo(house, '16:00')
    assert.deepEqual(await packsByClock(house, room, 45), [], 'nobody needs paper after closing')
  })

  it('is made again where its file is gone, and old files go with the days of retention', async () => {
    const house = await aHouse(await open())
    goTo(house, '8:00')
    await packsByClock(house, room, 45)
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
    goTo(house, '8:02')
    writeFileSync(path.join(folder, 'CA-2020-04-10-3.pdf'), 'old')
    writeFileSync(path.join(folder, 'CA-2020-04-11-1.pdf'), 'not yet')
    assert.deepEqual(await packsByClock(house, room, 45), ['CA'])
    assert.deepEqual(readdirSync(folder).sort(), ['CA-2020-04-11-1.pdf', 'CA-2020-05-11-2.pdf'])
  })

  for (const sunday of ['2020-03-29', '2020-10-25']) {
    it(`is made once by the office's clock on the day the clock changes, ${sunday}`, async () => {
      const opening = [{ ...anOffice().opening[0], days: { sun: [{ from: at('8:00'), to: at('12:00') }] } }]
      const city = aCity({ offices: [anOffice({ opening: opening as never })] })
      const house = await aHouse(await open(), city, `${sunday}T00:00`)
      const made: string[] = []
      for (let minutes = 0; minutes < 14 * 60; minutes += 5) {
        const now = house.clock.now('Europe/Warsaw')
        if ((await packsByClock(house, room, 45)).length > 0) made.push(`${now.date} ${now.minute}`)
        house.clock.passMinutes(5)
      }
      assert.deepEqual(made, [`${sunday} ${at('7:15')}`])
    })
  }

  it('has the guard list without names or matters, a schedule and the notices, and marks what is new', async () => {
    const rules = [
      aRule(
        { kind: 'absolute-cap', persons: 7 },
        { legalBasis: 'made up', text: { pl: 'Siedem osób.', en: 'Seven.', uk: 'Сім.' } },
      ),
      aRule({ kind: 'conduct', topics: ['face-covering'] }),
    ]
    const house = await aHouse(await open(), aCity({ rules, dropBoxes: [{ address: 'Rynek 1', officeId: 'CA' }] }))
    await booked(house, '9:00')
    goTo(house, '8:00')
    await issuePack(house, room, deskDay, 'hand')
    house.clock.set('2020-05-04T08:00')
    const late = await booked(house, '9:20')
    goTo(house, '8:30')
    const { pdf, issue } = await issuePack(house, room, deskDay, 'change')
    const { text } = await readPdf(pdf)
    const guard = text.find(page => page.includes('Lista wejść') && page.includes('wyszedł')) ?? ''
    assert.match(guard, new RegExp(`Δ 9\\.20[^Δ]*${late.reference.slice(-4)}`))
    assert.doesNotMatch(guard, /Dowód/)
    const all = text.join(' ').replace(/\s+/g, ' ')
    for (const words of ['Limit ustalony przez urząd.', 'Komplet nr 2', 'Rynek 1', 'Prosimy zakryć usta i nos.', issue.mark]) {
      assert.ok(all.includes(words), words)
    }
    assert.doesNotMatch(all, /made up/, 'an assumed act is no legal basis')
  })

  it('says that the office is closed, and when it opens', async () => {
    const city = aCity({
      specialDays: [{ date: deskDay.date, hours: [] }],
      services: [aService(), aService({ id: 'sc-death', number: 2, ways: { ...aService().ways, appointment: 'not-needed' } })],
    })
    const house = await aHouse(await open(), city)
    const { text } = await readPdf((await issuePack(house, room, deskDay, 'hand')).pdf)
    assert.match(text.join(' ').replace(/\s+/g, ' '), /Dziś nieczynne.*Otwieramy: wtorek, 12 maja 2020 r\./)
  })

  it('goes by mail to the printer of the office, the first one and those asked for, not each change', async function () {
    this.timeout(60_000)
    const mailbox = await openMailbox()
    try {
      const house = await aHouse(await open())
      const sending = mailedBy(smtpPost(mailbox.url, 'okienko@example.pl'))
      goTo(house, '7:30')
      await packsByClock(house, sending, 45)
      assert.equal(await mailPacks(house, sending), 1)
      await booked(house, '9:00')
      await packsByClock(house, sending, 45)
      assert.equal(await mailPacks(house, sending), 0)
      assert.equal(mailbox.letters.length, 1)
      assert.deepEqual(mailbox.letters[0]?.to, ['druk@example.pl'])
      assert.match(mailbox.letters[0].source, /filename="?CA-2020-05-11-1\.pdf/)
      const { mailed } = await issuePack(house, sending, deskDay, 'hand')
      assert.deepEqual([mailed, mailbox.letters.length], [['druk@example.pl'], 2])
    } finally {
      await mailbox.stop()
    }
  })

  it('is mailed again a minute later where the server asks for patience, and then comes as it is newest, once', async function () {
    this.timeout(60_000)
    const mailbox = await openMailbox({ greylists: true })
    try {
      const house = await aHouse(await open())
      const sending = mailedBy(smtpPost(mailbox.url, 'okienko@example.pl'))
      goTo(house, '7:15')
      await packsByClock(house, sending, 45)
      await assert.rejects(mailPacks(house, sending), { name: 'PackNotMailed', code: '451' })
      assert.equal(await mailPacks(house, sending), 0, 'it must wait before it tries again')

      await booked(house, '9:00')
      goTo(house, '7:16')
      await packsByClock(house, sending, 45)
      assert.equal(await mailPacks(house, sending), 1)
      assert.equal(await mailPacks(house, sending), 0)
      assert.match(mailbox.letters.map(({ source }) => source).join(), /filename="?CA-2020-05-11-2\.pdf/)
    } finally {
      await mailbox.stop()
    }
  })

  it('lets whoever asks for it wait no longer than a few seconds for a mail server that hangs', async function () {
    this.timeout(60_000)
    const house = await aHouse(await open())
    let called = 0
    const hanging = mailedBy(() => new Promise(() => void (called = Date.now())))
    goTo(house, '8:00')
    assert.equal((await issuePack(house, hanging, deskDay, 'hand')).mailFailed, true)
    assert.ok(Date.now() - called < 8000)
  })

  it('is not mailed any more once the program is to stop', async function () {
    this.timeout(60_000)
    const house = await aHouse(await open())
    const sending = mailedBy(() => Promise.resolve())
    goTo(house, '7:15')
    await packsByClock(house, sending, 45)
    assert.equal(await mailPacks(house, sending, AbortSignal.abort()), 0)
    assert.equal(await mailPacks(house, sending), 1)
  })

  it('that nobody takes by mail is tried for some hours of its day, no longer', async function () {
    this.timeout(60_000)
    const house = await aHouse(await open())
    let tries = 0
    const refusing = mailedBy(() => Promise.reject(new Error(`no, says ${++tries}`)))
    goTo(house, '8:00')
    assert.equal((await issuePack(house, refusing, deskDay, 'hand')).mailFailed, true)
    for (let step = 0; step < 70; step += 1) {
      house.clock.passMinutes(step < 35 ? 1 : 10)
      await mailPacks(house, refusing).catch(() => undefined)
    }
    assert.equal(tries, 60)
    assert.equal(((await house.db('pack_mails').first('trouble')) as { trouble: string }).trouble, 'no, says 60')

    await issuePack(house, refusing, deskDay, 'hand')
    house.clock.set('2020-05-12T07:15')
    await mailPacks(house, refusing)
    assert.equal(tries, 61)
  })

  it('is mailed by the next process where one has died before it was drawn', async function () {
    this.timeout(60_000)
    const house = await aHouse(await open())
    const letters: string[] = []
    const sending = mailedBy(({ attachment }) => Promise.resolve(void letters.push(attachment?.name ?? '')))
    goTo(house, '7:15')
    await packsByClock(house, sending, 45)
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
    assert.equal(await mailPacks(house, sending), 0)

    goTo(house, '7:16')
    await packsByClock(house, sending, 45)
    assert.equal(await mailPacks(house, sending), 1)
    assert.deepEqual(letters, ['CA-2020-05-11-2.pdf'])
  })

  it('is numbered without a gap when several are made at once, and says since when a sheet is old', async function () {
    this.timeout(60_000)
    const house = await aHouse(await open())
    goTo(house, '8:00')
    const made = await Promise.all([1, 2, 3].map(() => issuePack(house, room, deskDay, 'hand')))
    assert.deepEqual(made.map(({ issue }) => issue.number).sort(), [1, 2, 3])
    assert.equal(readFileSync(path.join(folder, 'CA-2020-05-11-3.pdf')).subarray(0, 5).toString(), '%PDF-')
    const mark = made[0]?.issue.mark ?? ''
    await booked(house, '9:00')
    goTo(house, '8:10')
    await packsByClock(house, room, 45)
    const age = await sheetAge(house, deskDay, { page: 0, mark })
    assert.deepEqual([age.kind, age.kind === 'old' && age.since], ['old', house.clock.instant()])
  })
})
