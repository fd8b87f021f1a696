import { writeFileSync } from 'node:fs'
import { isOfficeDate } from '../domain/calendar.ts'
import type { DayKey } from '../repositories/change-day.ts'
import { NotFound } from '../use-cases/errors.ts'
import type { House } from '../use-cases/house.ts'
import { cityNow } from '../use-cases/resident/city-now.ts'
import { paths } from '../web/paths.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** What is printed of an office's day, and what it is called. */
export interface PrintedSheet extends Pick<Command, 'name' | 'summary'> {
  /** What the file is called where nobody says: `OFFICE-DATE.pdf` with something before it. */
  readonly before: string
  /** The PDF; `base` is the program's address, and `currentUrl` tells whether a sheet is current. */
  readonly make: (house: House, day: DayKey, to: { base: string; currentUrl: typeof paths.sheet }) => Promise<Uint8Array>
}

/** A command that prints something of an office's day into a file, for a printer that needs no browser. */
export function printCommand({ name, summary, before, make }: PrintedSheet): Command {
  return {
    name,
    usage: 'OFFICE [DATE] [--out FILE]',
    summary,
    help: [
      '',
      '  DATE         such as 2020-05-11; left out: today',
      `  --out FILE   left out: ${before}OFFICE-DATE.pdf`,
      '',
      'Exit code 0: done. 1: there is no such office. 2: wrong use.',
    ],
    flags: [],
    options: ['out'],
    run: async (asked, console) => {
      const [office, date, ...more] = asked.words
      if (office === undefined || more.length > 0 || (date !== undefined && !isOfficeDate(date))) {
        console.complain(`${name} takes an office and a date such as 2020-05-11`)
        return 2
      }
      try {
        const { BASE_URL, HOST, PORT } = console.config
        const base = BASE_URL ?? `http://${HOST}:${PORT}`
        const [file, pdf] = await withDatabase(console.config, async house => {
          const { organisation } = await cityNow(house)
          const day = { officeId: office, date: date ?? house.clock.now(organisation.timeZone).date }
          const made = await make(house, day, { base, currentUrl: (...sheet) => base + paths.sheet(...sheet) })
          return [asked.options.get('out') ?? `${before}${day.officeId}-${day.date}.pdf`, made] as const
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
}
