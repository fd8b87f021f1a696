import type { Language } from '../../domain/city.ts'
import { formatFloor } from '../../language/floors.ts'
import { formatDate, formatTime } from '../../language/dates.ts'
import { spokenCall } from '../../language/pl/spoken.ts'
import { wordsFor } from '../../language/words.ts'
import type { CalledNumber, DisplayBoard } from '../../use-cases/entrance/display-board.ts'
import type { Opening } from '../../use-cases/resident/openings-on.ts'
import { hoursInWords, rulesToday } from '../resident/today.ts'

/** What a display shows, in words. */
export function displayView(board: DisplayBoard, opening: Opening | undefined, language: Language) {
  const t = wordsFor(language)
  return {
    office: board.office.name[language],
    date: formatDate(board.now.date, language, 'day'),
    time: formatTime(board.now.minute, language),
    called: board.called.map(call => calledInWords(call, board.floor, language)),
    notices: noticesOf(),
  }

  function noticesOf(): string[] {
    const hours = opening?.hours ?? []
    const opened = hours.length > 0 ? t('display.open', { hours: hoursInWords(hours, language) }) : t('display.closed')
    return [
      opened,
      ...(opening?.appointmentOnly && hours.length > 0 ? [t('display.by-appointment')] : []),
      ...rulesToday(board.city, board.now.date, language).map(({ text }) => text),
    ]
  }
}

/** The way from here: up, down, or on this floor. */
export type Direction = 'up' | 'down' | 'here'

function calledInWords({ code, desk, zone, at, calls }: CalledNumber, floorHere: number, language: Language) {
  const direction: Direction = zone.floor > floorHere ? 'up' : zone.floor < floorHere ? 'down' : 'here'
  return {
    code,
    desk: desk.label,
    direction,
    floor: formatFloor(zone.floor, language),
    room: zone.name[language],
    /** Tells one call from every other. */
    call: `${code} ${desk.id} ${calls} ${at}`,
    spoken: spokenCall(code, desk.label),
  }
}
