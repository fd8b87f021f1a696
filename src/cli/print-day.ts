import { scheduleWords } from '../language/schedule-words.ts'
import { printSchedulePdf } from '../use-cases/desk/print-schedule.ts'
import { printCommand } from './print-sheet.ts'

/** `okienko print day`: the schedule of an office's day. */
export const printDay = printCommand({
  name: 'print day',
  summary: "Prints the schedule of an office's day as a PDF.",
  before: '',
  make: (house, day, { currentUrl }) => printSchedulePdf(house, day, { language: 'pl', currentUrl, words: scheduleWords('pl') }),
})
