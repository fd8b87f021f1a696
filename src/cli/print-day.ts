import { writeFileSync } from 'node:fs'
import { isOfficeDate } from '../domain/calendar.ts'
import { scheduleWords } from '../language/schedule-words.ts'
import { rehearsalClock } from '../time.ts'
import { printSchedulePdf } from '../use-cases/desk/print-schedule.ts'
import { NotFound } from '../use-cases/errors.ts'
import { cityNow } from '../use-cases/resident/city-now.ts'
import { paths } from '../web/paths.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** `okienko print day`: the schedule of an office's day as a PDF, for a printer that needs no browser. */
export const printDay: Command = {
  name: 'print day',
  usage: 'OFFICE [DATE] [--out FILE]',
  summary: "Prints the schedule of an office's day as a PDF.",
  help: [
    '',
    '  DATE         such as 2020-05-11; left out: today',
    '  --out FILE   left out: OFFICE-DATE.pdf',
    '',
    'Exit code 0: done. 1: there is no such office. 2: wrong use.',
  ],
  flags: [],
  options: ['out'],
  run: async (asked, console) => {
    const [office, date, ...more] = asked.words
    if (office === undefined || more.length > 0 || (date !== undefined && !isOfficeDate(date))) {
      console.complain('print day takes an office and a date such as 2020-05-11')
      return 2
    }
    try {
      const { OKIENKO_CLOCK: rehearsed, BASE_URL, HOST, PORT } = console.config
      const [file, pdf] = await withDatabase(console.config, async real => {
        const { organisation } = await cityNow(real)
        const house = rehearsed === undefined ? real : { ...real, clock: rehearsalClock(rehearsed, organisation.timeZone) }
        const day = { officeId: office, date: date ?? house.clock.now(organisation.timeZone).date }
        const base = BASE_URL ?? `http://${HOST}:${PORT}`
        const made = await printSchedulePdf(house, day, {
          language: 'pl',
          currentUrl: (...sheet) => `${base}${paths.sheet(...sheet)}`,
          words: scheduleWords('pl'),
        })
        return [asked.options.get('out') ?? `${day.officeId}-${day.date}.pdf`, made] as const
      })
      writeFileSync(file, pdf)
      console.print(file)
      return 0
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      console.complain(`there is no ${error.what} ${office}`)
      return 1
    }
  },
}
