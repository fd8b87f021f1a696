import type { Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { formatFloor } from '../../language/floors.ts'
import { wordsFor } from '../../language/words.ts'
import type { TicketNow } from '../../use-cases/entrance/ticket-now.ts'

/** A visit and its ticket. */
export type FoundTicket = Pick<TicketNow, 'booking' | 'ticket'>

/** How a ticket stands, in words. */
export interface TicketView {
  readonly code: string
  /** What matters now, and its colour. */
  readonly tone: 'wait' | 'come' | 'over'
  readonly headline: string
  readonly lines: readonly string[]
  readonly before?: number
  /** About when, and in how many minutes. */
  readonly expected?: string
  /** Nothing of it will change any more. */
  readonly isOver: boolean
}

/** A ticket as its holder follows it: no name, no matter. */
export function ticketView(at: TicketNow, language: Language): TicketView {
  const t = wordsFor(language)
  const { ticket, booking, desk, zone, now, before, minutes } = at
  const floor = formatFloor(zone.floor, language)
  if (booking.status === 'called' && desk)
    return view('come', t('ticket.called', { desk: desk.label }), [`${zone.name[language]}, ${floor}`])
  if (booking.status === 'serving') return view('wait', t('ticket.serving'), [])
  if (booking.status !== 'arrived' || booking.date !== now.date) return { ...view('over', t('ticket.over'), []), isOver: true }
  if (ticket.parked) return view('wait', t('ticket.parked'), ticketLinesInWords(at, language))
  return {
    ...view(
      'wait',
      now.minute >= at.comeInAt ? t('ticket.waiting') : t('ticket.come-in-at', { time: formatTime(at.comeInAt, language) }),
      ticketLinesInWords(at, language),
    ),
    ...(before !== undefined && { before }),
    ...(minutes !== undefined && {
      expected: t('ticket.expected', { count: minutes, time: formatTime(Math.min(1440, now.minute + minutes), language) }),
    }),
  }

  function view(tone: TicketView['tone'], headline: string, lines: readonly string[]): TicketView {
    return { code: ticket.code, tone, headline, lines, isOver: false }
  }
}

/** Where to go and where to wait: the queue, the floor and the desks, and from when to come in. */
export function ticketLinesInWords(at: TicketNow, language: Language): string[] {
  const t = wordsFor(language)
  const { group, zone, waitingZone, now, comeInAt, deskLabels } = at
  const desks = deskLabels.length === 0 ? [] : [t('paper.desks', { count: deskLabels.length, desks: at.deskSpans })]
  const mayComeIn = now.minute >= comeInAt
  return [
    group.name[language],
    [formatFloor(zone.floor, language), ...desks].join(', '),
    ...(mayComeIn ? [] : [t('paper.come-in-from', { time: formatTime(comeInAt, language) })]),
    waitingZone || mayComeIn ? t('paper.wait-in', { zone: (waitingZone ?? zone).name[language] }) : t('paper.wait-outdoors'),
  ]
}
