import { writeFileSync } from 'node:fs'
import { isOfficeDate } from '../domain/calendar.ts'
import { packWords } from '../language/pack-words.ts'
import { packPdf } from '../paper/sheet/pack.ts'
import { NotFound } from '../use-cases/errors.ts'
import { dailyPack } from '../use-cases/paper/daily-pack.ts'
import { cityNow } from '../use-cases/resident/city-now.ts'
import { paths } from '../web/paths.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** `okienko print pack`: everything an office's day needs on paper, as one PDF, for a printer that needs no browser. */
export const printPack: Command = {
  name: 'print pack',
  usage: 'OFFICE [DATE] [--out FILE]',
  summary: "Prints an office's daily pack: guard list, schedules, notices.",
  help: [
    '',
    '  DATE         such as 2020-05-11; left out: today',
    '  --out FILE   left out: pack-OFFICE-DATE.pdf',
    '',
    'Exit code 0: done. 1: there is no such office. 2: wrong use.',
  ],
  flags: [],
  options: ['out'],
  run: async (asked, console) => {
    const [office, date, ...more] = asked.words
    if (office === undefined || more.length > 0 || (date !== undefined && !isOfficeDate(date))) {
      console.complain('print pack takes an office and a date such as 2020-05-11')
      return 2
    }
    try {
      const { BASE_URL, HOST, PORT } = console.config
      const base = BASE_URL ?? `http://${HOST}:${PORT}`
      const [file, pdf] = await withDatabase(console.config, async house => {
        const { organisation } = await cityNow(house)
        const day = { officeId: office, date: date ?? house.clock.now(organisation.timeZone).date }
        const { pack } = await dailyPack(house, day, {
          language: 'pl',
          words: packWords('pl'),
          website: base.replace(/^https?:\/\//, ''),
          currentUrl: (...sheet) => base + paths.sheet(...sheet),
        })
        return [asked.options.get('out') ?? `pack-${day.officeId}-${day.date}.pdf`, await packPdf(pack)] as const
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
