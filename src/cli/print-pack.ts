import { packWords } from '../language/pack-words.ts'
import { packPdf } from '../paper/sheet/pack.ts'
import { dailyPack } from '../use-cases/paper/daily-pack.ts'
import { printCommand } from './print-sheet.ts'

/** `okienko print pack`: everything an office's day needs on paper, as one PDF. */
export const printPack = printCommand({
  name: 'print pack',
  summary: "Prints an office's daily pack: guard list, schedules, notices.",
  before: 'pack-',
  make: async (house, day, { base, currentUrl }) => {
    const website = base.replace(/^https?:\/\//, '')
    const { pack } = await dailyPack(house, day, { language: 'pl', words: packWords('pl'), website, currentUrl })
    return packPdf(pack)
  },
})
